//! Small pieces of TypeScript, and the one small file: the stages in words, for the command line.

use std::fmt::Write as _;

use anyhow::Context as _;
use eventstorecloud_planner::diagnostic::DetectedAt;
use rule_pages::text::detected_by;

/// What stands at the top of every generated TypeScript file.
pub const HEADER: &str = "// Generated from the Rust model by `npm run generate`; do not edit.\n";

/// A doc comment, indented, with a closing mark inside the text made harmless.
pub fn comment(text: &str, indent: &str) -> String {
    let text = text.replace("*/", "*\\/");
    let lines: Vec<String> = wrap(&text, 110);
    match lines.as_slice() {
        [line] => format!("{indent}/** {line} */\n"),
        lines => {
            let body: String = lines.iter().map(|line| format!("{indent} * {line}\n")).collect();
            format!("{indent}/**\n{body}{indent} */\n")
        }
    }
}

/// A text in lines of a width.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A text as a TypeScript string.
pub fn string(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// All stages, from the earliest.
pub const STAGES: [DetectedAt; 5] =
    [DetectedAt::Compiler, DetectedAt::Preview, DetectedAt::Apply, DetectedAt::Service, DetectedAt::Undetected];

/// The text of `words.ts`.
pub fn words() -> anyhow::Result<String> {
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
