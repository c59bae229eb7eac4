//! The edge cases: programs that the rules' pages do not show, with what is reported of them, in `tests/cases/*.md`.
//!
//! A case is a heading that says what it shows, a block of JSON, and a block of text with the report. The JSON is written
//! as on the pages of the rules: only what matters of a resource, the rest comes from a valid one, and a property written
//! as `null` is left out. Its `options` are those of the check.
//!
//! `each` makes several documents of one: a row replaces args of the one resource, or of the resources that it names, or
//! else keys of the document. In the report, a row is shown as it is written, or as the words under its key `case`.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use crate::page::{PageError, expand};

/// One document.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its file, its heading and its row.
    pub name: String,
    /// The row of `each`, as the report shows it.
    pub row: Option<String>,
    /// What is checked.
    pub document: Value,
    /// The options of the check.
    pub options: Value,
}

/// One heading with its documents.
#[derive(Clone, Debug)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// One document, or one for each row.
    pub cases: Vec<Case>,
    /// The reports as they are recorded.
    pub recorded: String,
}

/// One file.
#[derive(Clone, Debug)]
pub struct File {
    /// Where it is.
    pub path: PathBuf,
    /// What it is about: its name without the extension.
    pub category: String,
    /// In their order.
    pub sections: Vec<Section>,
}

/// All files, by name.
///
/// # Errors
/// When one cannot be read, or has a case that is not written as it must be.
pub fn files() -> Result<Vec<File>, PageError> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases");
    let unreadable = |error: std::io::Error| PageError::new(format!("tests/cases: {error}"));
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_none_or(|extension| extension != "md") {
            continue;
        }
        let category = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).map_err(unreadable)?;
        let sections = text.split(HEADING).skip(1).map(|part| section(&category, part)).collect::<Result<_, _>>()?;
        files.push(File { path, category, sections });
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// All documents of all files.
///
/// # Errors
/// As [`files`].
pub fn all() -> Result<Vec<Case>, PageError> {
    Ok(files()?.into_iter().flat_map(|file| file.sections).flat_map(|section| section.cases).collect())
}

/// The text of a file with other reports, in the order of its sections.
#[must_use]
pub fn with_reports(text: &str, reports: &[String]) -> String {
    let mut parts = text.split(HEADING);
    let mut whole = parts.next().unwrap_or_default().trim_end().to_string();
    for (part, report) in parts.zip(reports) {
        let input = part.split(REPORT).next().unwrap_or_default().trim_end();
        whole.push_str(&format!("\n{HEADING}{input}\n\n{REPORT}{report}```"));
    }
    whole + "\n"
}

const HEADING: &str = "\n## ";
const REPORT: &str = "```text\n";

/// What the report shows of a row, and the object that it makes.
type Row = (Option<String>, Map<String, Value>);

fn section(category: &str, text: &str) -> Result<Section, PageError> {
    let title = text.lines().next().unwrap_or_default().to_string();
    let wrong = |what: &str| PageError::new(format!("tests/cases/{category}.md, `{title}`: {what}"));
    let json = between(text, "\n```json\n", "\n```").ok_or_else(|| wrong("has no block of JSON"))?;
    let value = serde_json::from_str(json).map_err(|error| wrong(&error.to_string()))?;
    let Value::Object(object) = value else { return Err(wrong("is no object")) };
    let mut cases = Vec::new();
    for (row, object) in rows(object).ok_or_else(|| wrong("`each` is an array of objects"))? {
        let (document, options) =
            expand(&Value::Object(object).to_string()).map_err(|error| wrong(&error.to_string()))?;
        let name = [Some(category), Some(&title), row.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(": ");
        cases.push(Case { name, row, document, options });
    }
    let recorded = between(text, REPORT, "```").unwrap_or_default().to_string();
    Ok(Section { title, cases, recorded })
}

fn between<'a>(text: &'a str, begin: &str, end: &str) -> Option<&'a str> {
    Some(text.split_once(begin)?.1.split_once(end)?.0)
}

/// The object itself, or one for each row. Nothing if the rows are no objects.
fn rows(mut object: Map<String, Value>) -> Option<Vec<Row>> {
    let Some(each) = object.remove("each") else { return Some(vec![(None, object)]) };
    let row = |row: &Value| {
        let mut row = row.as_object()?.clone();
        let shown = row.remove("case").map_or_else(|| Value::Object(row.clone()).to_string(), text);
        let mut object = object.clone();
        if object.contains_key("kind") {
            merge(&mut object, "args", Value::Object(row));
        } else {
            row.into_iter().for_each(|(key, value)| change(&mut object, &key, value));
        }
        Some((Some(shown), object))
    };
    each.as_array()?.iter().map(row).collect()
}

fn text(value: Value) -> String {
    if let Value::String(text) = value { text } else { value.to_string() }
}

/// Changes the args of the resource with this name, or else a key of the document.
fn change(object: &mut Map<String, Value>, key: &str, value: Value) {
    let resources = object.get_mut("resources").and_then(Value::as_array_mut).into_iter().flatten();
    let mut resources = resources.filter_map(Value::as_object_mut);
    match resources.find(|resource| resource.get("name").is_some_and(|name| name == key)) {
        Some(resource) => merge(resource, "args", value),
        None => merge(object, key, value),
    }
}

/// Writes into the object under a key, if there is one and the value is one, too; else writes the value.
fn merge(object: &mut Map<String, Value>, key: &str, value: Value) {
    match (object.get_mut(key), value) {
        (Some(Value::Object(old)), Value::Object(new)) => old.extend(new),
        (_, value) => drop(object.insert(key.to_string(), value)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn written(json: &Value) -> Vec<(Option<String>, Value)> {
        let rows = rows(json.as_object().unwrap().clone()).unwrap();
        rows.into_iter().map(|(row, object)| (row, Value::Object(object))).collect()
    }

    #[test]
    fn a_row_changes_the_args_of_the_resource() {
        let found = written(
            &json!({ "kind": "Project", "args": { "a": 1, "b": 2 }, "each": [{ "b": 3 }, { "case": "none" }] }),
        );
        let expected = [
            (Some(r#"{"b":3}"#.to_string()), json!({ "kind": "Project", "args": { "a": 1, "b": 3 } })),
            (Some("none".to_string()), json!({ "kind": "Project", "args": { "a": 1, "b": 2 } })),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_row_names_resources_or_keys_of_the_document() {
        let each = json!([{ "p": { "name": "x" }, "options": { "now": "2026-01-01" }, "case": "row" }]);
        let found = written(
            &json!({ "resources": [{ "kind": "Project", "name": "p" }], "options": { "profile": "strict" }, "each": each }),
        );
        let expected = json!({
            "resources": [{ "kind": "Project", "name": "p", "args": { "name": "x" } }],
            "options": { "profile": "strict", "now": "2026-01-01" },
        });
        assert_eq!(found, [(Some("row".to_string()), expected)]);
    }

    #[test]
    fn reports_are_written_below_their_input() {
        let text = "# A\n\nAbout.\n\n## One\n\n```json\n{}\n```\n\n## Two\n\n```json\n{}\n```\n\n```text\nold\n```\n";
        let now = with_reports(text, &["new 1\n".to_string(), "new 2\n".to_string()]);
        let block = |report| format!("```json\n{{}}\n```\n\n```text\n{report}\n```\n");
        assert_eq!(now, format!("# A\n\nAbout.\n\n## One\n\n{}\n## Two\n\n{}", block("new 1"), block("new 2")));
        assert_eq!(with_reports(&now, &["new 1\n".to_string(), "new 2\n".to_string()]), now);
    }
}
