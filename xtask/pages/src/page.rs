//! The page of a rule, read from the doc comment of its file.
//!
//! The first paragraph is the title: one sentence that says what must hold. After it come three parts: "Why", "Example"
//! and "Use instead". The two examples are JSON: either one resource, of which only what matters is written, or a whole
//! document. What a resource leaves out is taken from a valid resource of its kind; a property written as `null` is left
//! out altogether. `{"js": "NaN"}` stands for the JavaScript value, which JSON does not have, and `{"js": "null"}` for
//! `null`. An example is a part of a program, so that nothing is said of what is not in it, unless it says
//! `"partial": false`.
//!
//! An example of a change is an object of `before`, `after` and perhaps `options`. Both states are written as above, or
//! are `null` for nothing; no resource in them is protected unless the example says so. An example of a change that an engine
//! has planned has `engine` as well: what it says of the one resource, or of each by name.

use std::fmt;

use serde_json::{Map, Value, json};

use crate::valid::valid_args;
use eventstorecloud_planner::model::kinds::WrittenKind;
use eventstorecloud_planner::model::raw::{Raw, Unusable};
use eventstorecloud_planner::planner::change::{ChangePlan, plan_change, plan_preview};
use eventstorecloud_planner::rules::{CATEGORIES, Category, RuleMeta};

/// The text of one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// What must hold, without the final stop.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// JSON that breaks this rule: a program, or a change of one.
    pub example: String,
    /// JSON that does not break it.
    pub use_instead: String,
}

/// Why a file has no page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageError(String);

impl PageError {
    pub(crate) const fn new(message: String) -> Self {
        Self(message)
    }
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for PageError {}

const PARTS: [&str; 3] = ["Why", "Example", "Use instead"];

impl Page {
    /// Reads the doc comment at the top of a rule's file.
    ///
    /// # Errors
    /// When a part is missing, empty, or in another order, or an example is no block of JSON.
    pub fn read(file: &str) -> Result<Self, PageError> {
        let comment: Vec<&str> = file
            .lines()
            .map_while(|line| line.strip_prefix("//!"))
            .map(|line| line.strip_prefix(' ').unwrap_or(line))
            .collect();
        let mut title = String::new();
        let mut parts: Vec<(&str, String)> = Vec::new();
        for line in comment {
            if let Some(heading) = line.strip_prefix("## ") {
                parts.push((heading, String::new()));
            } else if let Some((_, text)) = parts.last_mut() {
                text.push_str(line);
                text.push('\n');
            } else {
                title.push_str(line);
                title.push(' ');
            }
        }
        let Some(title) = title.trim().strip_suffix('.').filter(|title| !title.is_empty()) else {
            return Err(PageError("the first paragraph must be a sentence with a full stop".to_string()));
        };
        let headings: Vec<&str> = parts.iter().map(|(heading, _)| *heading).collect();
        if headings != PARTS {
            return Err(PageError(format!("has the parts {headings:?}; expected {PARTS:?}")));
        }
        let mut texts = parts.into_iter().map(|(heading, text)| (heading, text.trim().to_string()));
        let mut next = || texts.next().unwrap_or_default();
        let page = Self {
            title: title.to_string(),
            why: prose(next())?,
            example: block(next())?,
            use_instead: block(next())?,
        };
        Ok(page)
    }
}

fn prose((heading, text): (&str, String)) -> Result<String, PageError> {
    if text.is_empty() { Err(PageError(format!("`{heading}` is empty"))) } else { Ok(text) }
}

fn block((heading, text): (&str, String)) -> Result<String, PageError> {
    let json = text.strip_prefix("```json\n").and_then(|rest| rest.strip_suffix("\n```"));
    let json = json.ok_or_else(|| PageError(format!("`{heading}` is no block of JSON")))?;
    serde_json::from_str::<Value>(json).map_err(|e| PageError(format!("`{heading}`: {e}")))?;
    Ok(json.to_string())
}

/// The file of a rule, below the root of the repository.
#[must_use]
pub fn file(category: &Category, rule: &RuleMeta) -> String {
    format!("src/rules/{}/{}.rs", category.folder, rule.name.replace('-', "_"))
}

/// Every rule with its page.
///
/// # Errors
/// When a file cannot be read or has no page.
pub fn pages() -> Result<Vec<(&'static Category, &'static RuleMeta, Page)>, PageError> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut pages = Vec::new();
    for category in CATEGORIES {
        for rule in category.rules {
            let file = file(category, rule);
            let text = std::fs::read_to_string(root.join(&file)).map_err(|e| PageError(format!("{file}: {e}")))?;
            let page = Page::read(&text).map_err(|e| PageError(format!("{file}: {e}")))?;
            pages.push((category, *rule, page));
        }
    }
    Ok(pages)
}

/// The document and the options that an example stands for.
///
/// # Errors
/// When the example is no JSON object.
pub fn expand(example: &str) -> Result<(Value, Value), PageError> {
    let (object, options) = object_of(example)?;
    Ok((whole(object, complete), options))
}

/// What an example of a change stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeExample {
    /// What exists.
    pub before: Value,
    /// What should exist.
    pub after: Value,
    /// The options of the plan.
    pub options: Value,
    /// What the engine says, where it is one that an engine has planned.
    pub engine: Option<Value>,
}

impl ChangeExample {
    /// The plan of it, with these options.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn plan(&self, options: &Raw) -> Result<ChangePlan, PageError> {
        let (before, after) = (input(&self.before)?, input(&self.after)?);
        let plan = match &self.engine {
            None => plan_change(&before, &after, options),
            Some(engine) => plan_preview(&before, &after, (&input(engine)?, &Raw::Null), options),
        };
        plan.map_err(|error| PageError(error.to_string()))
    }
}

/// The change that an example stands for.
///
/// # Errors
/// When the example is no object of `before`, `after` and perhaps `options`.
pub fn expand_change(example: &str) -> Result<ChangeExample, PageError> {
    let (mut object, options) = object_of(example)?;
    let mut side = |name: &str| match object.remove(name) {
        Some(Value::Object(state)) => Ok(whole(state, complete_unprotected)),
        Some(Value::Null) => Ok(Value::Null),
        _ => Err(PageError(format!("`{name}` of a change is an object or null"))),
    };
    let (before, after) = (side("before")?, side("after")?);
    let engine = object.remove("engine").map(|said| report(&said, &after));
    match object.keys().next() {
        Some(key) => Err(PageError(format!("`{key}` is no part of a change"))),
        None => Ok(ChangeExample { before, after, options, engine }),
    }
}

/// What an engine says of each resource of a program.
fn report(said: &Value, program: &Value) -> Value {
    let resources = program["resources"].as_array().into_iter().flatten();
    let steps = resources.map(|resource| {
        let name = resource["name"].as_str().unwrap_or_default();
        let mut step = said.get(name).unwrap_or(said).as_object().cloned().unwrap_or_default();
        step.insert("resource".to_string(), json!({ "kind": resource["kind"], "name": name }));
        step.insert("id".to_string(), json!(name));
        step
    });
    json!({ "steps": steps.collect::<Vec<_>>() })
}

/// The object of an example, and the options in it.
fn object_of(example: &str) -> Result<(Map<String, Value>, Value), PageError> {
    let value: Value = serde_json::from_str(example).map_err(|e| PageError(e.to_string()))?;
    let Value::Object(mut object) = value else { return Err(PageError("an example is an object".to_string())) };
    let options = object.remove("options").unwrap_or_else(|| json!({}));
    Ok((object, options))
}

/// The document of a resource or of several, each completed.
fn whole(mut object: Map<String, Value>, complete: fn(Map<String, Value>) -> Value) -> Value {
    if object.contains_key("kind") {
        return json!({ "partial": true, "resources": [complete(object)] });
    }
    if let Some(Value::Array(resources)) = object.get_mut("resources") {
        for resource in resources.iter_mut() {
            if let Value::Object(fragment) = resource {
                *resource = complete(std::mem::take(fragment));
            }
        }
    }
    if object.contains_key("resources") {
        object.entry("partial").or_insert(json!(true));
    }
    Value::Object(object)
}

/// A resource with what it leaves out, but unprotected: what is protected cannot be replaced.
fn complete_unprotected(fragment: Map<String, Value>) -> Value {
    let is_written = fragment.get("args").is_some_and(|args| args.get("protected").is_some());
    let mut resource = complete(fragment);
    if let (false, Some(Value::Object(args))) = (is_written, resource.get_mut("args")) {
        args.remove("protected");
    }
    resource
}

/// The input that an expanded example stands for.
///
/// # Errors
/// When it has a JavaScript value that is not known here.
pub fn input(value: &Value) -> Result<Raw, PageError> {
    Ok(match value {
        Value::Array(items) => Raw::List(items.iter().map(input).collect::<Result<_, _>>()?),
        Value::Object(object) => match object.get("js") {
            Some(Value::String(js)) if js == "NaN" => Raw::Unusable(Unusable::NotANumber),
            Some(Value::String(js)) if js == "null" => Raw::Null,
            Some(other) => return Err(PageError(format!("`{other}` is no JavaScript value that examples can have"))),
            None => Raw::Object(
                object.iter().map(|(key, value)| Ok((key.clone(), input(value)?))).collect::<Result<_, _>>()?,
            ),
        },
        plain => serde_json::from_value(plain.clone()).map_err(|e| PageError(e.to_string()))?,
    })
}

/// A resource with what it leaves out.
fn complete(mut fragment: Map<String, Value>) -> Value {
    let kind = fragment.get("kind").and_then(Value::as_str).unwrap_or_default();
    let WrittenKind::Modelled(kind, _) = WrittenKind::read(kind) else { return Value::Object(fragment) };
    let Some(Value::Object(mut args)) = valid_args(kind.name) else { return Value::Object(fragment) };
    // Resources of different names have different names in the service, too.
    if let (Some(name), Some(shown)) = (fragment.get("name"), args.get_mut("name")) {
        *shown = name.clone();
    }
    match fragment.remove("args") {
        Some(Value::Object(written)) => {
            for (key, value) in written {
                if value.is_null() {
                    args.remove(&key);
                } else {
                    args.insert(key, value);
                }
            }
            fragment.insert("args".to_string(), Value::Object(args));
        }
        None => {
            fragment.insert("args".to_string(), Value::Object(args));
        }
        Some(Value::Null) => {}
        Some(other) => {
            fragment.insert("args".to_string(), other);
        }
    }
    fragment.entry("name").or_insert_with(|| json!("example"));
    Value::Object(fragment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_needs_all_parts_in_order() {
        let page = |text: &str| Page::read(&text.lines().map(|line| format!("//! {line}\n")).collect::<String>());
        let whole = "A\nb.\n\n## Why\nB.\n## Example\n```json\n{}\n```\n## Use instead\n```json\n{}\n```";
        assert_eq!(page(whole).unwrap().why, "B.");
        assert!(page(&whole.replace("## Why\nB.\n", "")).is_err());
        assert!(page(&whole.replace("B.", "")).is_err());
        assert!(page(&whole.replacen("{}", "{", 1)).is_err());
        assert!(page("").is_err());
        assert_eq!(page(whole).unwrap().title, "A b");
        assert!(page(&whole.replace("b.", "b")).is_err());
    }

    #[test]
    fn the_title_of_a_page_is_that_of_its_rule() {
        for (category, rule, page) in pages().unwrap() {
            assert!(rule.code.starts_with(category.prefix), "{}", rule.code);
            assert_eq!(page.title, rule.title, "{}", rule.code);
        }
    }

    #[test]
    fn only_known_javascript_values_stand_for_themselves() {
        assert!(input(&json!({ "js": "NaN" })).unwrap() == Raw::Unusable(Unusable::NotANumber));
        assert!(input(&json!({ "js": "null" })).unwrap() == Raw::Null);
        assert!(input(&json!({ "js": "Infinity" })).is_err());
    }

    #[test]
    fn a_change_has_two_states_in_which_nothing_is_protected_by_itself() {
        let cluster = r#"{ "kind": "ManagedCluster", "args": {} }"#;
        let change = expand_change(&format!(r#"{{ "before": null, "after": {cluster} }}"#)).unwrap();
        assert_eq!((&change.before, &change.options), (&Value::Null, &json!({})));
        let args = |value: &Value| value["resources"][0]["args"].clone();
        assert_eq!(
            (args(&change.after)["diskType"].clone(), args(&change.after).get("protected")),
            (json!("gp3"), None)
        );
        let kept = expand_change(
            r#"{ "before": null, "after": { "kind": "ManagedCluster", "args": { "protected": true } } }"#,
        );
        assert_eq!(args(&kept.unwrap().after)["protected"], true);
        for wrong in ["{}", r#"{ "before": null }"#, r#"{ "before": 1, "after": null }"#] {
            assert!(expand_change(wrong).is_err(), "{wrong}");
        }
        assert!(expand_change(r#"{ "before": null, "after": null, "then": null }"#).is_err());
    }

    #[test]
    fn examples_are_completed_from_valid_resources() {
        let (document, _) = expand(r#"{ "kind": "Project", "args": { "name": null } }"#).unwrap();
        assert_eq!(
            document,
            json!({ "partial": true, "resources": [{ "kind": "Project", "name": "example", "args": {} }] })
        );
    }
}
