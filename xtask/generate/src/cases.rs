//! The examples of the rules' pages and the edge cases, written out, for the tests of the built package.

use anyhow::Context as _;
use eventstorecloud_planner::rules::Subject;
use rule_pages::cases::{Case, files};
use rule_pages::page::{expand, pages};
use serde_json::{Value, json};

/// As JSON: `examples`, without those of changes, and `sections` with their cases.
///
/// # Errors
/// When a page or a case cannot be read.
pub fn text() -> anyhow::Result<String> {
    let mut examples = Vec::new();
    for (_, rule, page) in pages()?.into_iter().filter(|(_, rule, _)| rule.subject == Subject::Program) {
        for (what, example) in [("example", &page.example), ("use instead", &page.use_instead)] {
            let (document, mut options) = expand(example).with_context(|| rule.code)?;
            options["severity"][rule.code] = json!(rule.severity);
            examples.push(json!({ "name": format!("{} {what}", rule.code), "document": document, "options": options }));
        }
    }
    let case =
        |case: &Case| json!({ "name": case.name, "row": case.row, "document": case.document, "options": case.options });
    let mut sections = Vec::new();
    for file in files()? {
        for section in file.sections {
            let cases: Vec<Value> = section.cases.iter().map(case).collect();
            let name = format!("{}: {}", file.category, section.title);
            sections.push(json!({ "name": name, "recorded": section.recorded, "cases": cases }));
        }
    }
    Ok(json!({ "examples": examples, "sections": sections }).to_string())
}
