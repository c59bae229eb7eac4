//! Examples as a reader would write them: resources in TypeScript, of a change before and after, everything else as JSON.

use std::fmt::Write as _;

use eventstorecloud_planner::model::kinds::WrittenKind;
use serde_json::{Map, Value};

/// An example as a fenced block.
///
/// # Errors
/// When the example is no JSON.
pub fn snippet(example: &str) -> anyhow::Result<String> {
    let value: Value = serde_json::from_str(example)?;
    let Value::Object(object) = &value else { return Ok(json(example)) };
    let text = match () {
        // What an engine says is no program.
        () if object.contains_key("engine") => None,
        () if object.contains_key("before") => change(object),
        () => program(object),
    };
    Ok(text.map_or_else(|| json(example), |text| fenced(&text)))
}

/// Both states of a change, one below the other.
fn change(object: &Map<String, Value>) -> Option<String> {
    let mut text = String::new();
    if let Some(target) = object.get("options").and_then(|options| options["target"].as_str()) {
        let _ = writeln!(text, "// target: {target}\n");
    }
    for (side, gap) in [("before", "\n"), ("after", "")] {
        match object.get(side)? {
            Value::Object(state) => {
                let _ = write!(text, "// {side}\n{}{gap}", program(state)?);
            }
            _ => {
                let _ = write!(text, "// {side}: no such resource\n{gap}");
            }
        }
    }
    Some(text)
}

/// The resources of a program, unless the document itself matters.
fn program(object: &Map<String, Value>) -> Option<String> {
    if object.contains_key("kind") {
        let is_program = object.get("args").is_some_and(Value::is_object)
            && !["state", "existing"].iter().any(|key| object.contains_key(*key));
        return is_program.then(|| resource(object, true));
    }
    let resources = object.get("resources").and_then(Value::as_array)?;
    let only_resources = object.keys().all(|key| ["resources", "environment", "partial"].contains(&key.as_str()));
    if !only_resources || resources.is_empty() || !resources.iter().all(is_typical) {
        return None;
    }
    let mut text = String::new();
    if let Some(environment) = object.get("environment").and_then(Value::as_str) {
        let _ = writeln!(text, "// environment: {environment}");
    }
    for resource_value in resources.iter().filter_map(Value::as_object) {
        text.push_str(&resource(resource_value, false));
    }
    Some(text)
}

fn is_typical(resource: &Value) -> bool {
    let kind = resource["kind"].as_str().unwrap_or_default();
    // A type token is not the name of a class.
    kind.chars().all(char::is_alphanumeric)
        && matches!(WrittenKind::read(kind), WrittenKind::Modelled(..))
        && resource.get("args").is_none_or(Value::is_object)
        // What the state of a stack says is no program.
        && ["state", "existing"].iter().all(|key| resource.get(key).is_none())
}

fn json(example: &str) -> String {
    format!("```json\n{example}\n```")
}

fn fenced(text: &str) -> String {
    format!("```ts\n{text}```")
}

/// `new esc.Network(...)` with what the example writes; the rest is as in a valid resource.
fn resource(object: &Map<String, Value>, alone: bool) -> String {
    let kind = object.get("kind").and_then(Value::as_str).unwrap_or_default();
    let name = object.get("name").and_then(Value::as_str).unwrap_or("example");
    let variable = if alone { String::new() } else { format!("const {} = ", identifier(name)) };
    let mut text = format!("{variable}new esc.{kind}({}, {{\n", Value::from(name));
    let empty = Map::new();
    for (key, value) in object.get("args").and_then(Value::as_object).unwrap_or(&empty) {
        let _ = match value {
            Value::Null => writeln!(text, "    // no {key}"),
            value => writeln!(text, "    {key}: {},", literal(value)),
        };
    }
    text.push_str("    // the other properties as in any valid resource\n}");
    let mut options = Vec::new();
    if let Some(Value::String(name)) = object.get("provider") {
        options.push(format!("provider: {}", identifier(name)));
    }
    if let Some(Value::Array(names)) = object.get("dependsOn") {
        let names: Vec<String> = names.iter().filter_map(Value::as_str).map(identifier).collect();
        options.push(format!("dependsOn: [{}]", names.join(", ")));
    }
    if !options.is_empty() {
        let _ = write!(text, ", {{ {} }}", options.join(", "));
    }
    text.push_str(");\n");
    text
}

fn identifier(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect()
}

fn literal(value: &Value) -> String {
    let marker = |key: &str| value.as_object().filter(|object| object.len() == 1).and_then(|object| object.get(key));
    if let Some(Value::String(name)) = marker("ref") {
        return format!("{}.id", identifier(name));
    }
    if let Some(Value::String(code)) = marker("js") {
        return code.clone();
    }
    if marker("unknown").is_some() {
        return "someOutput".to_owned();
    }
    if let Some(secret) = marker("secret") {
        return format!("pulumi.secret({})", literal(secret));
    }
    match value {
        Value::Array(items) => format!("[{}]", items.iter().map(literal).collect::<Vec<_>>().join(", ")),
        Value::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| format!("{}: {}", property(key), literal(value)));
            format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
        }
        plain => plain.to_string(),
    }
}

/// A key as it is written in an object.
fn property(key: &str) -> String {
    if identifier(key) == key && !key.is_empty() { key.to_owned() } else { Value::from(key).to_string() }
}
