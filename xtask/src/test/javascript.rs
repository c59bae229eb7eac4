//! What Node's own test runner runs. The tests get the built package by its name, as a user's program does.

use std::path::PathBuf;

use super::parts::Outcome;
use crate::{inputs, paths, process};

/// `tests/js/**/*.test.{mjs,cjs,ts}`; TypeScript goes through tsx.
pub fn run() -> anyhow::Result<Outcome> {
    let files = inputs::files_below(&paths::root().join("tests").join("js"))?;
    let is_test = |name: &str| [".test.mjs", ".test.cjs", ".test.ts"].iter().any(|end| name.ends_with(end));
    // One by one: what `node --test FOLDER` means differs between Node's versions.
    let files: Vec<_> = files.into_iter().filter(|file| is_test(&file.to_string_lossy())).collect();
    if files.is_empty() {
        return Ok(Outcome::skipped("there is no tests/js/*.test.{mjs,cjs,ts}"));
    }
    node_tests(files)
}

/// Runs these files in one run of Node.
pub fn node_tests(files: Vec<PathBuf>) -> anyhow::Result<Outcome> {
    let mut node = process::node("--import");
    node.args(["tsx", "--test", "--test-reporter=spec"]).args(files);
    let (status, said) = process::run_shown(&mut node)?;
    Ok(Outcome::from_node(&said, status.success()))
}
