//! Severities and stages in words.

use eventstorecloud_planner::diagnostic::{DetectedAt, Severity};

/// A severity as reports have it.
pub const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

/// What would report a mistake without this package.
pub const fn detected_at(stage: DetectedAt) -> &'static str {
    match stage {
        DetectedAt::Compiler => "the TypeScript compiler",
        DetectedAt::Preview => "`pulumi preview`",
        DetectedAt::Apply => "the provider, during `pulumi up`",
        DetectedAt::Service => "the service, during `pulumi up`",
        DetectedAt::Undetected => "nothing",
    }
}
