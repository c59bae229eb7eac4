//! `npm run audit`: where the code of others comes from, under which licenses, and who has signed it.
//!
//! What needs nothing but cargo runs at every `npm test` (`tests/supply_chain.rs`, `tests/packaging/contents.test.mjs`).
//! Here they run once more, beside what needs a tool or a service that not every machine has. A check that could not look
//! is said to be left out; it is never counted as passed.

use std::process::Stdio;

use crate::process;
use crate::progress::{self, say};
use crate::test;
use crate::{paths, toolchain};

/// How to get cargo-deny; the version that `deny.toml` is known to work with.
const INSTALL: &str = "cargo install cargo-deny --version 0.20.2 --locked";

/// What a check came to.
enum Outcome {
    Passed,
    Failed,
    /// It could not be done, for this reason.
    LeftOut(String),
}

type Check = fn() -> anyhow::Result<Outcome>;

/// False when a check failed.
pub fn run() -> anyhow::Result<bool> {
    toolchain::node_modules()?;
    let checks: [(&str, Check); 4] = [
        ("crates: licenses, sources, duplicates", crates),
        ("crates: cargo deny", cargo_deny),
        ("package: licenses and list of what is inside", package),
        ("npm: signatures of the registry", signatures),
    ];
    let mut lines = Vec::new();
    let mut passed = true;
    for (name, check) in checks {
        say!("\n== {name}");
        let word = match check()? {
            Outcome::Passed => "ok".to_string(),
            Outcome::Failed => {
                passed = false;
                "FAILED".to_string()
            }
            Outcome::LeftOut(why) => format!("left out: {why}"),
        };
        lines.push(format!("{name:<46} {word}"));
    }
    say!("\n== summary");
    for line in lines {
        say!("{line}");
    }
    Ok(passed)
}

fn of(passed: bool) -> Outcome {
    if passed { Outcome::Passed } else { Outcome::Failed }
}

fn crates() -> anyhow::Result<Outcome> {
    let mut cargo = process::cargo();
    cargo.args(["test", "--quiet", "--package", paths::NAME, "--test", "supply_chain"]);
    Ok(of(cargo.status()?.success()))
}

/// With what the machine has: it is not installed here, because compiling it takes longer than the tests.
fn cargo_deny() -> anyhow::Result<Outcome> {
    let deny = || {
        let mut cargo = process::cargo();
        cargo.arg("deny");
        cargo
    };
    let is_there = deny().arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !is_there.is_ok_and(|status| status.success()) {
        return Ok(Outcome::LeftOut(format!("cargo-deny is not installed (`{INSTALL}`)")));
    }
    let everywhere = deny().args(["--locked", "--workspace", "check", "licenses", "sources"]).status()?;
    let planner = deny().args(["--locked", "check", "bans"]).status()?;
    Ok(of(everywhere.success() && planner.success()))
}

/// The list and the licenses in the tarball against Cargo.lock and package-lock.json, after a build.
fn package() -> anyhow::Result<Outcome> {
    Ok(of(test::run(&["tools and package".to_string()])? && contents()?))
}

fn contents() -> anyhow::Result<bool> {
    let mut node = process::node("--test");
    node.args(["--test-reporter=spec", "tests/packaging/contents.test.mjs"]);
    Ok(node.status()?.success())
}

/// npm gets the keys of the signatures from servers beside the registry.
fn signatures() -> anyhow::Result<Outcome> {
    // Under `npm run --silent` it would not even say why it failed.
    let mut npm = process::npm();
    let output = npm.args(["audit", "signatures", "--loglevel=error"]).stdin(Stdio::null()).output()?;
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    if output.status.success() {
        say!("{}", said.trim());
        return Ok(Outcome::Passed);
    }
    Ok(match unreachable_service(&said) {
        Some(why) => Outcome::LeftOut(why),
        None => {
            progress::error(said.trim());
            Outcome::Failed
        }
    })
}

/// Why the signatures could not even be looked at, where that is what npm says.
fn unreachable_service(said: &str) -> Option<String> {
    const NOT_THERE: [&str; 6] =
        ["ENOTFOUND", "ECONNREFUSED", "ETIMEDOUT", "EAI_AGAIN", "ECONNRESET", "no signature keys"];
    let reason = said.lines().find(|line| NOT_THERE.iter().any(|word| line.contains(word)))?;
    let reason = reason.trim_start_matches("npm error").trim();
    Some(format!("the keys of the signatures cannot be had from here ({reason})"))
}

#[cfg(test)]
mod tests {
    use super::unreachable_service;

    #[test]
    fn a_bad_signature_is_not_taken_for_a_missing_network() {
        assert!(unreachable_service("npm error code ENOTFOUND\nnpm error network").is_some());
        assert!(unreachable_service("1 package has an invalid registry signature:\nleft-pad@1.0.0").is_none());
    }
}
