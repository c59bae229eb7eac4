//! Where a mistake surfaces, in the words of the facts.

use eventstorecloud_planner::diagnostic::CaughtToday;

/// The earliest stage in the words of the table.
pub fn stage(caught: &str) -> CaughtToday {
    let word = |words: &[&str]| words.iter().any(|word| caught.contains(word));
    match () {
        () if word(&["tsc", "constructor"]) => CaughtToday::Compiler,
        () if word(&["preview"]) && !caught.starts_with("api") => CaughtToday::Preview,
        () if word(&["apply", "configure"]) => CaughtToday::Apply,
        () if word(&["api"]) => CaughtToday::Api,
        () => CaughtToday::Nobody,
    }
}
