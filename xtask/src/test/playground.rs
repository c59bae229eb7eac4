//! The playground in a browser: `tests/playground/*.test.mjs`, against the one file that `npm run playground` makes.

use super::javascript;
use super::parts::Outcome;
use crate::process::{self, Advice};

/// The package must have been built before.
pub fn run() -> anyhow::Result<Outcome> {
    let files = javascript::tests_below("playground")?;
    if files.is_empty() {
        return Ok(Outcome::skipped("there is no tests/playground/*.test.mjs"));
    }
    process::run(
        &mut process::node("pkg-template/playground/build.mjs"),
        Advice { cause: "the playground could not be built", next: "fix the errors above in pkg-template/playground" },
    )?;
    let outcome = javascript::node_tests(&[], files)?;
    if outcome.passed + outcome.failed == 0 {
        return Ok(Outcome::skipped("no headless Chromium could be started, for the reason above"));
    }
    Ok(outcome)
}
