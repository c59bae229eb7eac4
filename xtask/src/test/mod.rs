//! `npm test`: every check there is, one after the other, and a summary at the end. A failing part does not stop the
//! rest, so that one run shows everything that is wrong.
//!
//! `npm test -- NAME ...` runs only the parts whose name contains one of the words.

use std::process::Command;

use crate::progress::{Steps, say};
use crate::{build, differential, fuzz, generate, inputs, paths, process, toolchain};

mod boundary;
mod cli;
pub mod javascript;
mod packaging;
mod parts;
mod playground;
mod pulumi;
mod types;

use parts::{Outcome, Part};

/// False when anything failed.
pub fn run(only: &[String]) -> anyhow::Result<bool> {
    let wanted =
        |name: &str| only.is_empty() || only.iter().any(|word| name.to_lowercase().contains(&word.to_lowercase()));
    let mut done: Vec<Part> = Vec::new();
    for (name, work) in parts() {
        if !wanted(name) {
            continue;
        }
        say!("\n== {name}");
        done.push(Part::measure(name, work));
    }
    if done.is_empty() {
        let names: Vec<_> = parts().into_iter().map(|(name, _)| name).collect();
        anyhow::bail!("no part of the tests has such a name\n  next: choose from: {}", names.join(", "));
    }
    Ok(parts::summary(&done))
}

type Work = fn() -> anyhow::Result<Outcome>;

/// In the order of how fast they find something.
fn parts() -> Vec<(&'static str, Work)> {
    vec![
        ("format", format),
        ("clippy (native)", clippy_native),
        ("tools and package", package),
        ("clippy (wasm)", clippy_wasm),
        ("generated files", || one(generate::command().arg("--check"))),
        ("Rust tests", rust_tests),
        ("fuzzing", || passed(fuzz::run(&words("--seconds 5")))),
        ("differential", || passed(differential::run(&words("--seconds 5")))),
        ("boundary in Node", boundary::in_node),
        ("boundary in the browser", boundary::in_browser),
        ("JavaScript tests", javascript::run),
        ("command line", cli::run),
        ("Pulumi programs", pulumi::run),
        ("playground", playground::run),
        ("packaging", packaging::run),
        ("type tests", types::run),
    ]
}

/// The fuzzing is a workspace of its own, and the modules of the rules are declared by a macro, which rustfmt does not
/// look into. Biome looks at TypeScript and JavaScript, at its lints too: it is done with
/// both in less than a second.
fn format() -> anyhow::Result<Outcome> {
    let mut same = true;
    for mut cargo in [process::cargo(), fuzz::cargo()] {
        same &= cargo.args(["fmt", "--all", "--check"]).status()?.success();
    }
    let mut rules = inputs::files_below(&paths::root().join("src/rules"))?;
    rules.retain(|file| file.extension().is_some_and(|extension| extension == "rs"));
    same &= Command::new("rustfmt").args(["--edition", "2024", "--check"]).args(rules).status()?.success();
    Steps::new(1).step("installing the development tools (npm ci)", toolchain::node_modules)?;
    let mut biome = process::node(paths::node_module("@biomejs/biome/bin/biome"));
    same &= biome.args(["ci", "--error-on-warnings"]).status()?.success();
    Ok(Outcome::of(same))
}

/// A check that is passed or failed as a whole.
fn one(command: &mut Command) -> anyhow::Result<Outcome> {
    let status = command.status()?;
    Ok(Outcome::of(status.success()))
}

/// A command of its own as a check.
fn passed(command: anyhow::Result<bool>) -> anyhow::Result<Outcome> {
    Ok(Outcome::of(command?))
}

/// The options of a command.
fn words(line: &str) -> Vec<String> {
    line.split(' ').map(str::to_string).collect()
}

fn clippy(mut cargo: Command, what: &[&str]) -> Command {
    cargo.args(["clippy", "--quiet"]).args(what).args(["--", "--deny", "warnings"]);
    cargo
}

/// All that runs natively; the fuzzing is a workspace of its own.
fn clippy_native() -> anyhow::Result<Outcome> {
    let mut clean = true;
    for cargo in [process::cargo(), fuzz::cargo()] {
        clean &= clippy(cargo, &["--workspace", "--all-targets"]).status()?.success();
    }
    Ok(Outcome::of(clean))
}

/// The library and the tests that only exist for wasm.
fn clippy_wasm() -> anyhow::Result<Outcome> {
    let mut what = vec!["--package", paths::NAME, "--lib", "--target", toolchain::WASM];
    let names = boundary::names()?;
    for name in &names {
        what.extend(["--test", name.as_str()]);
    }
    one(&mut clippy(process::cargo(), &what))
}

/// The build, as in every other command; what follows needs the tools and the package it leaves.
fn package() -> anyhow::Result<Outcome> {
    build::steps(&mut Steps::new(build::STEPS))?;
    Ok(Outcome::of(true))
}

fn rust_tests() -> anyhow::Result<Outcome> {
    let mut cargo = process::cargo();
    // The members themselves, not the whole workspace: the wasm test runner has no tests and takes long to compile.
    cargo.args(["test", "--no-fail-fast", "--package", paths::NAME, "--package", "xtask", "--package", "generate"]);
    let (status, said) = process::run_shown(&mut cargo)?;
    Ok(Outcome::from_rust(&said, status.success()))
}
