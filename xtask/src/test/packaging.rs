//! The published package in every runtime that it is for, and what is in it: `tests/packaging/*.test.mjs`.

use super::javascript;
use super::parts::Outcome;

/// The tests install runtimes, bundlers and test runners into `target/packaging`, once.
pub fn run() -> anyhow::Result<Outcome> {
    let files = javascript::tests_below("packaging")?;
    if files.is_empty() {
        return Ok(Outcome::skipped("there is no tests/packaging/*.test.mjs"));
    }
    // One file at a time: each starts programs by itself.
    javascript::node_tests(&["--test-concurrency=1"], files)
}
