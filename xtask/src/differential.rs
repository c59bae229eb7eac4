//! `npm run differential [-- NAME ...] [--cases N] [--seconds N] [--seed N]`: parts of the core against other programs that
//! answer the same questions.

use std::process::{Command, Stdio};

use anyhow::{Context as _, bail};

use crate::build;
use crate::fuzz;
use crate::process;
use crate::progress::Steps;

/// Compares with these options; false when anything differs.
type Compare = fn(&[String]) -> anyhow::Result<bool>;

/// What is compared, by its name.
const COMPARISONS: [(&str, Compare); 3] = [("blocks", blocks), ("schedules", schedules), ("wasm", wasm)];

/// False when anything differs. Words before the options are names; without any, all is compared.
pub fn run(arguments: &[String]) -> anyhow::Result<bool> {
    let end = arguments.iter().position(|word| word.starts_with("--")).unwrap_or(arguments.len());
    let (names, options) = arguments.split_at(end);
    if let Some(other) = names.iter().find(|name| COMPARISONS.iter().all(|(known, _)| known != name)) {
        let known: Vec<_> = COMPARISONS.iter().map(|(name, _)| *name).collect();
        bail!("`{other}` is not compared with anything\n  next: choose from: {}", known.join(", "));
    }
    let mut same = true;
    for (name, compare) in COMPARISONS {
        if names.is_empty() || names.iter().any(|wanted| wanted == name) {
            same &= compare(options)?;
        }
    }
    Ok(same)
}

/// Address blocks against the crate ipnet and against Python's ipaddress.
fn blocks(options: &[String]) -> anyhow::Result<bool> {
    Ok(native("blocks", options).status()?.success())
}

/// The native program with one of its commands.
fn native(command: &str, options: &[String]) -> Command {
    let mut cargo = fuzz::cargo();
    cargo.args(["run", "--quiet", "--release", "--no-default-features", "--example", "differential", "--", command]);
    cargo.args(options);
    cargo
}

/// Schedules, by the built package, against croner.
fn schedules(options: &[String]) -> anyhow::Result<bool> {
    build::steps(&mut Steps::new(build::STEPS))?;
    Ok(process::node("tests/differential/schedules.mjs").args(options).status()?.success())
}

/// The core in WebAssembly against the native one: the answers of one process go to the other.
fn wasm(options: &[String]) -> anyhow::Result<bool> {
    build::steps(&mut Steps::new(build::STEPS))?;
    let mut asking = native("answers", options).stdout(Stdio::piped()).spawn().context("cargo is not on the PATH")?;
    let answers = asking.stdout.take().context("no pipe")?;
    let same = {
        // Until its end only: as long as there is a reader, the native one waits for it.
        let mut node = process::node("--import");
        node.args(["tsx", "tests/differential/core.mjs"]).stdin(answers).status()?.success()
    };
    Ok(asking.wait()?.success() && same)
}
