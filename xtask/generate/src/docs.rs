//! `docs/rules/`: one page a rule, with what the check says of its example, and an index.
//!
//! The texts under "What you see" come from running the example: a change of any message shows up here.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::Context as _;
use eventstorecloud_planner::diagnostic::{Diagnostic, Edit, FixValue};
use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::planner::change::plan_change;
use eventstorecloud_planner::rules::{RuleMeta, Subject, check_document};
use rule_pages::not_checkable::NOT_CHECKABLE;
use rule_pages::page::{Page, expand, expand_change, input, pages};
use serde_json::{Value, json};

use crate::index;
use crate::snippet::snippet;
use crate::words::{detected_at, severity};

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
        detected_at(rule.detected_at),
        serde_json::to_value(rule.confidence)?.as_str().unwrap_or_default(),
        rule.since
    );
    let _ = write!(text, "## What it checks\n\n{}.\n\n## Why\n\n{}\n\n", rule.title, one_paragraph(&page.why));
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

/// What the check or the plan says about the example.
fn seen(rule: &RuleMeta, page: &Page) -> anyhow::Result<String> {
    let switched_on = |mut options: Value| -> anyhow::Result<Raw> {
        options["severity"][rule.code] = json!(rule.severity);
        Ok(serde_json::from_value(options)?)
    };
    let diagnostics = match rule.subject {
        Subject::Program => {
            let (document, options) = expand(&page.example)?;
            check_document(input(&document)?, &switched_on(options)?)?.diagnostics
        }
        Subject::Change => {
            let change = expand_change(&page.example)?;
            plan_change(&input(&change.before)?, &input(&change.after)?, &switched_on(change.options)?)?.diagnostics
        }
    };
    let text: String = diagnostics.iter().map(printed).collect();
    Ok(format!("```text\n{text}```\n"))
}

fn printed(diagnostic: &Diagnostic) -> String {
    let place = match &diagnostic.resource {
        Some(resource) if diagnostic.path.is_empty() => format!("{} {}", resource.kind, resource.name),
        Some(resource) => format!("{} {} {}", resource.kind, resource.name, diagnostic.path),
        None if diagnostic.path.is_empty() => "document".to_owned(),
        None => diagnostic.path.clone(),
    };
    let mut text = format!(
        "{} {} {place}\n  {}\n  help: {}\n",
        severity(diagnostic.severity),
        diagnostic.code,
        diagnostic.message,
        diagnostic.help
    );
    for edit in &diagnostic.fix {
        let _ = match edit {
            Edit::Set { path, value } => writeln!(text, "  fix: {path} = {}", value_text(value)),
            Edit::Remove { path, .. } => writeln!(text, "  fix: remove {path}"),
        };
    }
    for related in &diagnostic.related {
        let _ = writeln!(text, "  see: {} {} {}", related.resource.kind, related.resource.name, related.path);
    }
    text
}

fn value_text(value: &FixValue) -> String {
    match value {
        FixValue::Text(text) => Value::from(text.as_str()).to_string(),
        FixValue::Number(number) => number.to_string(),
        FixValue::Boolean(boolean) => boolean.to_string(),
    }
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
