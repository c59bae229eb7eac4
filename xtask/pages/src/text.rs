//! Reports as text, for the pages of the rules and for the cases.

use std::fmt::Write as _;

use eventstorecloud_planner::diagnostic::{DetectedAt, Diagnostic, Edit, FixValue, Report, ResourceName, Severity};
use eventstorecloud_planner::rules::by_code;
use serde_json::Value;

/// A severity as reports have it.
#[must_use]
pub const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

/// What would report a mistake without this package.
#[must_use]
pub const fn detected_by(stage: DetectedAt) -> &'static str {
    match stage {
        DetectedAt::Compiler => "the TypeScript compiler",
        DetectedAt::Preview => "`pulumi preview` or `terraform plan`",
        DetectedAt::Apply => "the provider, during the deployment",
        DetectedAt::Service => "the service, during the deployment",
        DetectedAt::Undetected => "nothing",
    }
}

/// A diagnostic, on several lines: all of it but the facts of its rule, unless it differs from them.
#[must_use]
pub fn diagnostic(diagnostic: &Diagnostic) -> String {
    let place = match &diagnostic.resource {
        Some(resource) => place(resource, &diagnostic.path),
        None if diagnostic.path.is_empty() => "document".to_string(),
        None => diagnostic.path.clone(),
    };
    let Diagnostic { code, message, help, .. } = diagnostic;
    let mut text = format!("{} {code} {place}\n  {message}\n  help: {help}\n", severity(diagnostic.severity));
    for suggestion in &diagnostic.suggestions {
        let _ = writeln!(text, "  suggest: {} = {}", suggestion.path, value(&suggestion.value));
    }
    for edit in &diagnostic.fix {
        let _ = match edit {
            Edit::Set { path, value: new } => writeln!(text, "  fix: {path} = {}", value(new)),
            Edit::Remove { path, .. } => writeln!(text, "  fix: remove {path}"),
        };
    }
    for related in &diagnostic.related {
        let _ = writeln!(text, "  see: {}", self::place(&related.resource, &related.path));
    }
    if diagnostic.redacted {
        text.push_str("  redacted\n");
    }
    if by_code(code).is_some_and(|rule| rule.detected_at != diagnostic.detected_at) {
        let _ = writeln!(text, "  detected by {}", detected_by(diagnostic.detected_at));
    }
    text
}

/// The diagnostics of a report and what is deferred, or `nothing`.
#[must_use]
pub fn report(report: &Report) -> String {
    let mut text: String = report.diagnostics.iter().map(diagnostic).collect();
    for deferred in &report.deferred {
        let _ = writeln!(text, "deferred {}: {}", place(&deferred.resource, &deferred.path), deferred.codes.join(" "));
    }
    if text.is_empty() { "nothing\n".to_string() } else { text }
}

fn place(resource: &ResourceName, path: &str) -> String {
    format!("{} {} {path}", resource.kind, resource.name).trim_end().to_string()
}

fn value(value: &FixValue) -> String {
    match value {
        FixValue::Text(text) => Value::from(text.as_str()).to_string(),
        FixValue::Number(number) => number.to_string(),
        FixValue::Boolean(boolean) => boolean.to_string(),
    }
}
