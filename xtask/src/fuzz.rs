//! `npm run fuzz [-- TARGET ...] [--seconds N] [--seed N]`: cargo-fuzz on targets of `tests/fuzz`, on stable Rust.

use std::process::Command;

use anyhow::{Context as _, bail};

use crate::process::{self, Advice};
use crate::progress::say;
use crate::{paths, tools};

/// What is fuzzed; `tests/fuzz/src/targets` has each.
const TARGETS: [&str; 6] = ["document", "builder", "planner", "blocks", "schedules", "packed"];

/// No input is longer, nor takes longer (in seconds), nor more memory (in MB).
const LIMITS: [&str; 3] = ["-max_len=4096", "-timeout=10", "-rss_limit_mb=2000"];

/// False when anything was found; what it was stands in the output of cargo-fuzz.
pub fn run(arguments: &[String]) -> anyhow::Result<bool> {
    // libFuzzer chooses a seed instead of 0, and says which.
    let (mut targets, mut seconds, mut seed) = (Vec::new(), 60, 0);
    let mut words = arguments.iter().map(String::as_str);
    while let Some(word) = words.next() {
        let mut number =
            || words.next().and_then(|number| number.parse::<u32>().ok()).context("an option needs a number");
        match word {
            "--seconds" => seconds = number()?,
            "--seed" => seed = number()?,
            target if TARGETS.contains(&target) => targets.push(target),
            other => bail!("`{other}` is no target\n  next: choose from: {}", TARGETS.join(", ")),
        }
    }
    if targets.is_empty() {
        targets.extend(TARGETS);
    }
    tools::cargo(tools::FUZZ)?;
    process::run(
        cargo().args(["run", "--quiet", "--release", "--no-default-features", "--example", "seeds"]),
        Advice { cause: "the seeds cannot be written", next: "look at the message above" },
    )?;
    let mut found = Vec::new();
    for target in targets {
        say!("\n== {target}, {seconds} s");
        let mut fuzz = tools::cargo(tools::FUZZ)?;
        fuzz.args(["run", "--fuzz-dir", "tests/fuzz", "--target-dir", "target/fuzz", "--sanitizer", "none", target]);
        fuzz.arg("--").args(LIMITS).args([format!("-max_total_time={seconds}"), format!("-seed={seed}")]);
        if !fuzz.status()?.success() {
            found.push(target);
        }
    }
    if !found.is_empty() {
        say!("\nfound in: {}\n  next: mend it, and put the input into tests/fuzz/regressions/TARGET", found.join(", "));
    }
    Ok(found.is_empty())
}

/// Cargo in the workspace of the fuzzing.
pub fn cargo() -> Command {
    let mut cargo = process::cargo();
    cargo.current_dir(paths::root().join("tests").join("fuzz"));
    cargo
}
