//! Whole programs under Pulumi's real SDKs, with a stand-in for its engine: `tests/pulumi/*.test.mjs`.

use super::javascript;
use super::parts::Outcome;

/// The tests install the SDKs and the Node versions they need into `target/pulumi`, once.
pub fn run() -> anyhow::Result<Outcome> {
    let files = javascript::tests_below("pulumi")?;
    if files.is_empty() {
        return Ok(Outcome::skipped("there is no tests/pulumi/*.test.mjs"));
    }
    // One file at a time: each runs two programs at a time by itself.
    let outcome = javascript::node_tests(&["--test-concurrency=1"], files)?;
    if outcome.passed + outcome.failed == 0 {
        return Ok(Outcome::skipped("none of them runs on this platform, for the reasons above"));
    }
    Ok(outcome)
}
