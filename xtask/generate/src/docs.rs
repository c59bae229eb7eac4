//! `docs/rules/`: one page a rule, with what the check says of its example, and an index.
//!
//! The texts under "What you see" come from running the example: a change of any message shows up here.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::Context as _;
use eventstorecloud_planner::diagnostic::Diagnostic;
use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::rules::{ForExisting, RuleMeta, Subject, check_document};
use rule_pages::fix;
use rule_pages::not_checkable::NOT_CHECKABLE;
use rule_pages::page::{Page, expand, expand_change, input, pages};
use rule_pages::text::{self, detected_by, severity};
use serde_json::{Map, Value, json};

use crate::index;
use crate::snippet::snippet;

/// The pages and the index.
///
/// # Errors
/// When a page cannot be read or its example cannot be run.
pub fn files() -> anyhow::Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    for (_, rule, page) in pages()? {
        files.insert(format!("docs/rules/{}.md", rule.code), document(rule, &page).with_context(|| rule.code)?);
    }
    files.insert("docs/rules/README.md".to_owned(), index::text());
    files.insert("docs/rules/not-checkable.md".to_owned(), not_checkable());
    Ok(files)
}

fn document(rule: &RuleMeta, page: &Page) -> anyhow::Result<String> {
    let mut text = format!(
        "<!-- Generated from the rule's file by `npm run generate`; do not edit. -->\n# {} {}\n\n",
        rule.code, rule.name
    );
    text.push_str(
        "| severity | on in profile | resources | detected by | confidence | since |\n|---|---|---|---|---|---|\n",
    );
    let _ = writeln!(
        text,
        "| {} | {} | {} | {} | {} | {} |\n",
        severity(rule.severity),
        rule.profile.name(),
        kinds(rule),
        detected_by(rule.detected_at),
        serde_json::to_value(rule.confidence)?.as_str().unwrap_or_default(),
        rule.since
    );
    let _ = write!(text, "## What it checks\n\n{}.\n\n## Why\n\n{}\n\n", rule.title, one_paragraph(&page.why));
    let moment = match rule.existing {
        ForExisting::Same => "",
        // What exists is judged by its change.
        ForExisting::Warning if rule.code.starts_with("PLAN") => "",
        ForExisting::Warning => {
            "Of a resource that exists and stays as it is, this is a warning: the service has accepted it.\n\n"
        }
        ForExisting::OffUnlessChanged => {
            "Nothing is said of a resource that exists and stays as it is, unless the provider refuses it; a document says \
             that with `existing: true`.\n\n"
        }
        ForExisting::Off => {
            "Nothing is said of a resource that exists; a document says that with `existing: true`.\n\n"
        }
    };
    text.push_str(moment);
    let _ = write!(text, "## Example\n\n{}\n\n## What you see\n\n{}\n", snippet(&page.example)?, seen(rule, page)?);
    let _ = write!(text, "## Use instead\n\n{}\n\n## Source\n\n", snippet(&page.use_instead)?);
    for source in rule.source {
        let _ = writeln!(text, "- `{source}`");
    }
    Ok(text)
}

/// Paragraphs without the line breaks of the source.
fn one_paragraph(text: &str) -> String {
    let paragraphs = text.split("\n\n").map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>().join(" "));
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

/// What the check or the plan says about the example, and the example with every fix in it.
fn seen(rule: &RuleMeta, page: &Page) -> anyhow::Result<String> {
    let switched_on = |mut options: Value| -> anyhow::Result<Raw> {
        options["severity"][rule.code] = json!(rule.severity);
        Ok(serde_json::from_value(options)?)
    };
    let mut after = None;
    let diagnostics = match rule.subject {
        Subject::Program => {
            let (document, options) = expand(&page.example)?;
            let diagnostics = check_document(&input(&document)?, &switched_on(options)?)?.diagnostics;
            after = fixed(&document, &diagnostics)?;
            diagnostics
        }
        Subject::Change => {
            let change = expand_change(&page.example)?;
            let options = switched_on(change.options.clone())?;
            change.plan(&options)?.diagnostics
        }
    };
    let text: String = diagnostics.iter().map(text::diagnostic).collect();
    let after = after.map_or_else(String::new, |text| format!("\n## After `--fix`\n\n{text}\n"));
    Ok(format!("```text\n{text}```\n{after}"))
}

/// What fixes change, as it is then.
fn fixed(document: &Value, diagnostics: &[Diagnostic]) -> anyhow::Result<Option<String>> {
    let mut after = document.clone();
    for diagnostic in diagnostics {
        fix::apply(&mut after, diagnostic).context("a fix leads nowhere")?;
    }
    let resources = |document: &Value| document["resources"].as_array().cloned().unwrap_or_default();
    let mut changed = Vec::new();
    for (before, after) in resources(document).iter().zip(&resources(&after)) {
        let args = difference(&before["args"], &after["args"]);
        if !args.is_empty() {
            changed.push(json!({ "kind": after["kind"], "name": after["name"], "args": args }));
        }
    }
    let shown = match changed.as_slice() {
        [] if after == *document => return Ok(None),
        [] => json!(difference(document, &after)),
        [one] => one.clone(),
        several => json!({ "resources": several }),
    };
    snippet(&serde_json::to_string_pretty(&shown)?).map(Some)
}

/// The keys whose values differ, with those of `after`, or null.
fn difference(before: &Value, after: &Value) -> Map<String, Value> {
    let keys = before.as_object().into_iter().chain(after.as_object()).flat_map(Map::keys);
    let changed = keys.filter(|key| before.get(key) != after.get(key));
    changed.map(|key| (key.clone(), after.get(key).cloned().unwrap_or_default())).collect()
}

fn not_checkable() -> String {
    let mut text = String::from(
        "<!-- Generated from xtask/pages/src/not_checkable.rs by `npm run generate`; do not edit. -->\n# Rules that are not checked\n\n\
         What is known about the service but cannot be checked from a document, a builder call or the options.\n\n\
         | code | what it is about | why it is not checked | source |\n|---|---|---|---|\n",
    );
    for rule in NOT_CHECKABLE {
        let sources: Vec<String> = rule.source.iter().map(|source| format!("`{source}`")).collect();
        let _ = writeln!(text, "| {} | {} | {} | {} |", rule.code, rule.about, rule.reason, sources.join(", "));
    }
    text
}

fn kinds(rule: &RuleMeta) -> String {
    match serde_json::to_value(rule.kinds) {
        Ok(Value::Array(kinds)) if !kinds.is_empty() => {
            let kinds = kinds.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ");
            if rule.subject == Subject::Change { format!("changes of {kinds}") } else { kinds }
        }
        _ => "the document".to_owned(),
    }
}
