//! The command line, run as a process with real files: `tests/cli/*.test.mjs`.

use super::javascript;
use super::parts::Outcome;

/// One file at a time: one of them measures how long a check takes.
pub fn run() -> anyhow::Result<Outcome> {
    let files = javascript::tests_below("cli")?;
    if files.is_empty() {
        return Ok(Outcome::skipped("there is no tests/cli/*.test.mjs"));
    }
    javascript::node_tests(&["--test-concurrency=1"], files)
}
