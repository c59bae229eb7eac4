//! What Node's own test runner runs. The tests get the built package by its name, as a user's program does.

use std::path::PathBuf;

use super::parts::Outcome;
use crate::{inputs, paths, process};

/// `tests/js/**/*.test.{mjs,cjs,ts}`; TypeScript goes through tsx.
pub fn run() -> anyhow::Result<Outcome> {
    let files = tests_below("js")?;
    if files.is_empty() {
        return Ok(Outcome::skipped("there is no tests/js/*.test.{mjs,cjs,ts}"));
    }
    node_tests(&[], files)
}

/// The tests in a folder of `tests/`.
pub fn tests_below(folder: &str) -> anyhow::Result<Vec<PathBuf>> {
    let files = inputs::files_below(&paths::root().join("tests").join(folder))?;
    let is_test = |name: &str| [".test.mjs", ".test.cjs", ".test.ts"].iter().any(|end| name.ends_with(end));
    // One by one: what `node --test FOLDER` means differs between Node's versions.
    Ok(files.into_iter().filter(|file| is_test(&file.to_string_lossy())).collect())
}

/// Runs these files in one run of Node.
pub fn node_tests(options: &[&str], files: Vec<PathBuf>) -> anyhow::Result<Outcome> {
    let mut node = process::node("--import");
    node.args(["tsx", "--test", "--test-reporter=spec"]).args(options).args(files);
    let (status, said) = process::run_shown(&mut node)?;
    Ok(Outcome::from_node(&said, status.success()))
}
