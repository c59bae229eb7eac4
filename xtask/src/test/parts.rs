//! Counting and the summary.

use std::time::Instant;

use crate::progress::{self, say};

/// What a part of the tests came to.
#[derive(Debug, Default, Clone)]
pub struct Outcome {
    pub passed: u32,
    pub failed: u32,
    /// The tests that failed, where the run names them.
    pub failures: Vec<String>,
    /// Why nothing was run, when nothing was.
    pub skipped: Option<String>,
}

impl Outcome {
    /// One check, passed or not.
    pub fn of(passed: bool) -> Self {
        Self { passed: u32::from(passed), failed: u32::from(!passed), ..Self::default() }
    }

    /// Nothing was run.
    pub fn skipped(why: impl Into<String>) -> Self {
        Self { skipped: Some(why.into()), ..Self::default() }
    }

    /// Adds up the `test result: ok. 3 passed; 0 failed; ...` lines of cargo's and wasm-bindgen's test harness.
    pub fn from_rust(said: &str, succeeded: bool) -> Self {
        let mut sum = Self::default();
        for line in said.lines().filter(|line| line.starts_with("test result: ")) {
            sum.passed += count_before(line, " passed");
            sum.failed += count_before(line, " failed");
        }
        let tests = said.lines().filter_map(|line| line.strip_prefix("test ")?.strip_suffix(" ... FAILED"));
        sum.failures = tests.map(str::to_owned).collect();
        sum.agreeing_with(succeeded)
    }

    /// Reads the `# pass 3` and `# fail 0` lines (`ℹ pass 3` in the spec reporter) at the end of Node's report.
    pub fn from_node(said: &str, succeeded: bool) -> Self {
        let count = |word: &str| {
            let mut lines = said.lines().rev();
            lines.find_map(|line| {
                let rest = line.trim_start_matches(['#', 'ℹ', ' ']).strip_prefix(word)?;
                rest.strip_prefix(' ')?.trim().parse().ok()
            })
        };
        let sum = Self {
            passed: count("pass").unwrap_or(0),
            failed: count("fail").unwrap_or(0) + count("cancelled").unwrap_or(0),
            failures: failures_of_node(said),
            skipped: None,
        };
        sum.agreeing_with(succeeded)
    }

    /// Counts the `--- PASS: Name (0.1s)` and `--- FAIL: Name` lines of `go test -v`, without those of subtests.
    pub fn from_go(said: &str, succeeded: bool) -> Self {
        let named = |word: &str| said.lines().filter_map(|line| line.strip_prefix(word)).collect::<Vec<_>>();
        let failures = named("--- FAIL: ");
        let count = |names: &[&str]| u32::try_from(names.len()).unwrap_or(u32::MAX);
        let sum = Self {
            passed: count(&named("--- PASS: ")),
            failed: count(&failures),
            failures: failures.iter().map(|line| (*line).to_owned()).collect(),
            skipped: None,
        };
        sum.agreeing_with(succeeded)
    }

    /// A run that failed without naming a failed test (it did not compile, it crashed) counts as one failure.
    fn agreeing_with(mut self, succeeded: bool) -> Self {
        if !succeeded && self.failed == 0 {
            self.failed = 1;
        }
        self
    }

    /// Both together.
    pub fn and(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            failures: [self.failures, other.failures].concat(),
            skipped: self.skipped.or(other.skipped),
        }
    }
}

/// What the spec reporter names again at its end, without the time each took.
fn failures_of_node(said: &str) -> Vec<String> {
    let (_, end) = said.rsplit_once("failing tests:").unwrap_or_default();
    let tests = end.lines().filter_map(|line| line.strip_prefix("✖ "));
    tests.map(|line| line.rsplit_once(" (").map_or(line, |(name, _)| name).to_owned()).collect()
}

/// The number in front of a word: 3 in `3 passed`.
fn count_before(line: &str, word: &str) -> u32 {
    let number = line.split(word).next().and_then(|before| before.rsplit(' ').next());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// A part that has run.
#[derive(Debug)]
pub struct Part {
    name: &'static str,
    outcome: Outcome,
    seconds: f64,
}

impl Part {
    /// Runs it. That it could not be run at all is a failure, with the reason printed.
    pub fn measure(name: &'static str, work: impl FnOnce() -> anyhow::Result<Outcome>) -> Self {
        let start = Instant::now();
        let outcome = work().unwrap_or_else(|error| {
            progress::error(&format!("{error:#}"));
            Outcome::of(false)
        });
        Self { name, outcome, seconds: start.elapsed().as_secs_f64() }
    }
}

/// Prints one line per part and the totals; true when nothing failed.
pub fn summary(parts: &[Part]) -> bool {
    say!("\n== summary");
    let (mut passed, mut failed) = (0, 0);
    for Part { name, outcome, seconds } in parts {
        passed += outcome.passed;
        failed += outcome.failed;
        let word = match (&outcome.skipped, outcome.failed) {
            (_, 1..) => "FAILED",
            (Some(_), 0) => "skipped",
            (None, 0) => "ok",
        };
        let Outcome { passed, failed, failures, skipped } = outcome;
        let counts = match skipped {
            Some(why) => why.clone(),
            None => format!("{passed} passed, {failed} failed"),
        };
        say!("{word:<8} {name:<24} {seconds:>6.1} s  {counts}");
        for failure in failures {
            say!("           {failure}");
        }
    }
    let skipped = parts.iter().filter(|part| part.outcome.skipped.is_some()).count();
    let parts_skipped = if skipped == 0 { String::new() } else { format!(" ({skipped} parts skipped)") };
    say!("\n{passed} passed, {failed} failed{parts_skipped}");
    failed == 0
}

#[cfg(test)]
mod tests {
    use super::Outcome;

    #[test]
    fn counts_rust_results_over_several_binaries() {
        let said = "running 3 tests\ntest result: ok. 3 passed; 0 failed; 1 ignored; 0 measured\n\
                    test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured\n";
        let outcome = Outcome::from_rust(said, false);
        assert_eq!((outcome.passed, outcome.failed), (4, 2));
    }

    #[test]
    fn names_what_failed() {
        let said =
            "test network::reads ... ok\ntest network::writes ... FAILED\ntest result: FAILED. 1 passed; 1 failed;\n";
        assert_eq!(Outcome::from_rust(said, false).failures, ["network::writes"]);
        let said = "  ✖ a test (12.3ms)\nℹ pass 4\nℹ fail 1\n\n✖ failing tests:\n\ntest at a.mjs:1:1\n✖ a (short) test (12.3ms)\n";
        assert_eq!(Outcome::from_node(said, false).failures, ["a (short) test"]);
    }

    #[test]
    fn counts_both_of_nodes_reports() {
        for said in ["# tests 5\n# pass 4\n# fail 1\n# cancelled 0\n", "ℹ tests 5\nℹ pass 4\nℹ fail 1\nℹ cancelled 0\n"]
        {
            let outcome = Outcome::from_node(said, false);
            assert_eq!((outcome.passed, outcome.failed), (4, 1));
        }
    }

    #[test]
    fn counts_gos_tests_without_their_parts() {
        let said = "=== RUN   TestA\n    --- PASS: TestA/part (0.00s)\n--- PASS: TestA (0.00s)\n--- FAIL: TestB (0.10s)\nFAIL\n";
        let outcome = Outcome::from_go(said, false);
        assert_eq!((outcome.passed, outcome.failed), (1, 1));
        assert_eq!(outcome.failures, ["TestB (0.10s)"]);
    }

    #[test]
    fn a_crash_without_a_result_is_a_failure() {
        assert_eq!(Outcome::from_rust("error: could not compile", false).failed, 1);
        assert_eq!(Outcome::from_node("", false).failed, 1);
    }
}
