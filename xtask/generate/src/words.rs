//! `pkg-template/src/generated/words.ts`: the stages in words, for the command line.

use std::fmt::Write as _;

use anyhow::Context as _;
use eventstorecloud_planner::diagnostic::DetectedAt;
use rule_pages::text::detected_by;

use crate::typescript::{HEADER, string};

/// All stages, from the earliest.
pub const STAGES: [DetectedAt; 5] =
    [DetectedAt::Compiler, DetectedAt::Preview, DetectedAt::Apply, DetectedAt::Service, DetectedAt::Undetected];

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
        let _ = writeln!(text, "  {name}: {},", string(detected_by(stage)));
    }
    text.push_str("};\n");
    Ok(text)
}
