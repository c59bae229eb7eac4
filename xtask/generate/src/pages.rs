//! The rules' page texts for `explain`, as one JSON text that is parsed when it is needed.

use rule_pages::page::pages;
use serde_json::{Map, Value, json};

use crate::typescript::{HEADER, string};

/// The text of `pages.ts`.
pub fn text() -> anyhow::Result<String> {
    let mut texts = Map::new();
    for (_, rule, page) in pages()? {
        let entry = json!({
            "why": one_paragraph(&page.why),
            "example": page.example,
            "useInstead": page.use_instead,
        });
        texts.insert(rule.code.to_owned(), entry);
    }
    let json = Value::Object(texts).to_string();
    Ok(format!(
        "{HEADER}\n/** Texts by rule code: why, example, useInstead. */\nexport const pagesJson: string =\n  {};\n",
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
