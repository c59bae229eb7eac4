//! Severities and stages in words.

use eventstorecloud_planner::diagnostic::{CaughtToday, Severity};

/// A severity as reports have it.
pub const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

/// Who catches a mistake today.
pub const fn caught(stage: CaughtToday) -> &'static str {
    match stage {
        CaughtToday::Compiler => "the TypeScript compiler",
        CaughtToday::Preview => "`pulumi preview`",
        CaughtToday::Apply => "the provider, during `pulumi up`",
        CaughtToday::Api => "the service, during `pulumi up`",
        CaughtToday::Nobody => "nobody",
    }
}
