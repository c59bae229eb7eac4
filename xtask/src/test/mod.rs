//! `npm test`: one check after the other, and a summary at the end. A failing part does not stop the rest, so that one
//! run shows everything that is wrong.
//!
//! `npm test -- --all` also runs what takes longer, `npm test -- NAME ...` only the parts whose name contains one of the
//! words. A word that no part has is an error, since the others alone would run something else than what was asked for.

use std::process::Command;

use crate::progress::{Steps, say};
use crate::{audit, build, differential, engines, fuzz, generate, paths, process, toolchain};

mod boundary;
mod node;
mod parts;

use parts::{Outcome, Part};

const USAGE: &str = "usage: npm test -- [--all] [NAME ...]   (one file of tests: node --import tsx --test FILE)";

/// False when anything failed.
pub fn run(arguments: &[String]) -> anyhow::Result<bool> {
    let all = arguments.iter().any(|word| word == "--all");
    let words: Vec<String> = arguments.iter().filter(|word| *word != "--all").map(|word| word.to_lowercase()).collect();
    let is_wanted = |name: &str, quick: bool| match words.is_empty() {
        true => quick || all,
        false => words.iter().any(|word| name.to_lowercase().contains(word)),
    };
    if let Some(option) = words.iter().find(|word| word.starts_with('-')) {
        anyhow::bail!("unknown option `{option}`\n{USAGE}");
    }
    let names: Vec<_> = QUICK.iter().chain(THOROUGH).map(|(name, _)| *name).collect();
    if let Some(word) = words.iter().find(|word| names.iter().all(|name| !name.to_lowercase().contains(*word))) {
        anyhow::bail!(
            "no part of the tests has `{word}` in its name\n  next: choose from: {}\n{USAGE}",
            names.join(", ")
        );
    }
    let parts = QUICK.iter().map(|part| (part, true)).chain(THOROUGH.iter().map(|part| (part, false)));
    let wanted: Vec<_> = parts.filter(|((name, _), quick)| is_wanted(name, *quick)).collect();
    let mut done: Vec<Part> = Vec::new();
    for ((name, work), _) in wanted {
        say!("\n== {name}");
        done.push(Part::measure(name, work));
    }
    Ok(parts::summary(&done))
}

type Work = fn() -> anyhow::Result<Outcome>;

/// What every change has to pass, in the order of how fast it finds something.
const QUICK: &[(&str, Work)] = &[
    ("format", format),
    ("clippy", clippy),
    ("tools and package", package),
    ("generated files", || one(generate::command().arg("--check"))),
    ("Rust tests", rust_tests),
    ("JavaScript tests", node::javascript),
    ("command line", node::command_line),
    ("type tests", node::types),
    ("packaging", node::packaging),
    ("Pulumi programs", node::pulumi),
];

/// What takes longer.
const THOROUGH: &[(&str, Work)] = &[
    ("clippy, for wasm", clippy_wasm),
    ("fuzzing", || fuzzing(&["--seconds", "5"])),
    ("differential", || passed(differential::run(&words(&["--seconds", "5"])))),
    ("boundary in Node", boundary::in_node),
    ("boundary in the browser", boundary::in_browser),
    ("playground", node::playground),
    ("type tests, thorough", node::types_thorough),
    ("packaging, thorough", node::packaging_thorough),
    ("Pulumi programs, thorough", node::pulumi_thorough),
    ("real engines", real_engines),
    ("audit", || passed(audit::run())),
];

/// Biome looks at TypeScript and JavaScript, at its lints too: it is done with both in less than a second.
fn format() -> anyhow::Result<Outcome> {
    let mut same = true;
    for mut cargo in [process::cargo(), fuzz::cargo()] {
        same &= cargo.args(["fmt", "--all", "--check"]).status()?.success();
    }
    Steps::new(1).step("installing the development tools (npm ci)", toolchain::node_modules)?;
    let mut biome = process::node(paths::node_module("@biomejs/biome/bin/biome"));
    same &= biome.args(["ci", "--error-on-warnings"]).status()?.success();
    Ok(Outcome::of(same))
}

/// A check that is passed or failed as a whole.
fn one(command: &mut Command) -> anyhow::Result<Outcome> {
    Ok(Outcome::of(command.status()?.success()))
}

/// A command of its own as a check.
fn passed(command: anyhow::Result<bool>) -> anyhow::Result<Outcome> {
    Ok(Outcome::of(command?))
}

/// The options of a command.
fn words(options: &[&str]) -> Vec<String> {
    options.iter().map(ToString::to_string).collect()
}

/// The workspace.
fn clippy() -> anyhow::Result<Outcome> {
    one(&mut clippy_of(process::cargo(), &["--workspace", "--all-targets"]))
}

/// The library and its modules as they ship, and the tests of the boundary.
fn clippy_wasm() -> anyhow::Result<Outcome> {
    let modules = ["--package", "core-wasm", "--package", "arithmetic-wasm"];
    let what = ["--package", paths::NAME, "--lib", "--test", boundary::TESTS, "--target", toolchain::WASM];
    one(&mut clippy_of(process::cargo(), &[modules.as_slice(), what.as_slice()].concat()))
}

fn clippy_of(mut cargo: Command, what: &[&str]) -> Command {
    cargo.args(["clippy", "--quiet"]).args(what).args(["--", "--deny", "warnings"]);
    cargo
}

/// The build, as in every other command; what follows needs the tools and the package it leaves.
fn package() -> anyhow::Result<Outcome> {
    build::steps(&mut Steps::new(build::STEPS))?;
    Ok(Outcome::of(true))
}

fn rust_tests() -> anyhow::Result<Outcome> {
    let mut cargo = process::cargo();
    // The members themselves, not the whole workspace: the wasm test runner has no tests and takes long to compile.
    cargo.args(["test", "--no-fail-fast"]);
    cargo.args([paths::NAME, "rule-pages", "generate", "xtask"].map(|member| format!("--package={member}")));
    let (status, said) = process::run_shown(&mut cargo)?;
    Ok(Outcome::from_rust(&said, status.success()))
}

/// Programs under the real engines, which are built first; the provider for them is held against the published one's
/// recorded answers. The service needs no Go, so that its tests run everywhere.
fn real_engines() -> anyhow::Result<Outcome> {
    let mut sum = Outcome::default();
    if engines::build()? {
        for module in engines::TESTED {
            // Go's cache does not see that a file outside of the module has changed, and the verdicts are outside.
            let (status, said) = process::run_shown(engines::go(module).args(["test", "-count=1", "-v", "./..."]))?;
            sum = sum.and(Outcome::from_go(&said, status.success()));
        }
    } else {
        say!("{}", engines::ABSENT);
    }
    Ok(sum.and(node::engine()?))
}

/// The fuzzing is a workspace of its own: its lints, the inputs that once failed, and a short run of each target.
fn fuzzing(options: &[&str]) -> anyhow::Result<Outcome> {
    let lints = clippy_of(fuzz::cargo(), &["--workspace", "--all-targets"]).status()?.success();
    // Compiled as the seeds and "differential" are, which follow: that profile has the checks of a debug build.
    let mut replay = fuzz::cargo();
    replay.args(["test", "--release", "--no-default-features", "--test", "replay"]);
    let (status, said) = process::run_shown(&mut replay)?;
    let replayed = Outcome::from_rust(&said, status.success());
    Ok(replayed.and(Outcome::of(lints)).and(Outcome::of(fuzz::run(&words(options))?)))
}
