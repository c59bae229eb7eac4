//! The rules' page texts for `explain`, as one JSON text that is parsed when it is needed.

use anyhow::Context as _;
use eventstorecloud_planner::rules::page::{Page, files};
use serde_json::{Map, Value, json};

use crate::typescript::{HEADER, string};

/// The text of `pages.ts`.
pub fn text() -> anyhow::Result<String> {
    let mut pages = Map::new();
    for (_, rule, file) in files() {
        let page = Page::read(file).with_context(|| rule.code)?;
        let entry = json!({
            "checks": one_paragraph(&page.checks),
            "why": one_paragraph(&page.why),
            "example": page.example,
            "useInstead": page.use_instead,
        });
        pages.insert(rule.code.to_owned(), entry);
    }
    let json = Value::Object(pages).to_string();
    Ok(format!(
        "{HEADER}\n/** Texts by rule code: checks, why, example, useInstead. */\nexport const pagesJson: string =\n  {};\n",
        string(&json)
    ))
}

/// Paragraphs without the line breaks of the source.
pub fn one_paragraph(text: &str) -> String {
    text.split("\n\n")
        .map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect::<Vec<_>>()
        .join("\n\n")
}
