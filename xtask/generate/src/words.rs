//! Severities and stages in words, and `pkg-template/src/generated/words.ts`, which has them for the command line.

use std::fmt::Write as _;

use anyhow::Context as _;
use eventstorecloud_planner::diagnostic::{DetectedAt, Severity};

use crate::typescript::{HEADER, string};

/// All stages, from the earliest.
pub const STAGES: [DetectedAt; 5] =
    [DetectedAt::Compiler, DetectedAt::Preview, DetectedAt::Apply, DetectedAt::Service, DetectedAt::Undetected];

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
        DetectedAt::Preview => "`pulumi preview` or `terraform plan`",
        DetectedAt::Apply => "the provider, during the deployment",
        DetectedAt::Service => "the service, during the deployment",
        DetectedAt::Undetected => "nothing",
    }
}

/// The text of `words.ts`.
pub fn text() -> anyhow::Result<String> {
    let mut text = format!(
        "{HEADER}\nimport type {{ DetectedAt }} from \"./api\";\n\n\
         /** What reports a mistake without this package, at the earliest. */\n\
         export const DETECTED_BY: Record<DetectedAt, string> = {{\n"
    );
    for stage in STAGES {
        let value = serde_json::to_value(stage)?;
        let name = value.as_str().context("a stage is no text")?;
        let _ = writeln!(text, "  {name}: {},", string(detected_at(stage)));
    }
    text.push_str("};\n");
    Ok(text)
}
