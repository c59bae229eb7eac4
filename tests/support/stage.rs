//! Where a mistake surfaces, in the words of the facts.

use eventstorecloud_planner::diagnostic::DetectedAt;

/// The earliest stage in the words of the table.
pub fn stage(caught: &str) -> DetectedAt {
    let word = |words: &[&str]| words.iter().any(|word| caught.contains(word));
    match () {
        () if word(&["tsc", "constructor"]) => DetectedAt::Compiler,
        () if word(&["preview"]) && !caught.starts_with("api") => DetectedAt::Preview,
        () if word(&["apply", "configure"]) => DetectedAt::Apply,
        () if word(&["api"]) => DetectedAt::Service,
        () => DetectedAt::Undetected,
    }
}
