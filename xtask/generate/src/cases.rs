//! The examples of all pages about programs as shared cases, so that natively and in the built package they give the same
//! reports. Examples of changes are no documents to check.

use anyhow::Context as _;
use eventstorecloud_planner::rules::Subject;
use rule_pages::page::{expand, pages};
use serde_json::{Value, json};

/// The text of `tests/cases/rules.json`.
///
/// # Errors
/// When a page cannot be read.
pub fn text() -> anyhow::Result<String> {
    let mut cases = Vec::new();
    for (_, rule, page) in pages()?.into_iter().filter(|(_, rule, _)| rule.subject == Subject::Program) {
        for (what, example) in [("example", &page.example), ("use instead", &page.use_instead)] {
            let (document, mut options) = expand(example).with_context(|| rule.code)?;
            options["severity"][rule.code] = json!(rule.severity);
            let name = format!("{} {what}", rule.code);
            cases.push(json!({ "name": name, "document": document, "options": options }));
        }
    }
    let lines: Vec<String> = cases.iter().map(Value::to_string).collect();
    Ok(format!("[\n{}\n]\n", lines.join(",\n")))
}
