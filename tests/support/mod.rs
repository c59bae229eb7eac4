//! What several tests need.
#![allow(clippy::disallowed_methods, reason = "tests stop at the first surprise")]

use eventstorecloud_planner::diagnostic::{Diagnostic, Edit};
use serde_json::Value;

/// Applies the fix of a diagnostic to a document.
pub fn apply(document: &mut Value, diagnostic: &Diagnostic) {
    let root = match &diagnostic.resource {
        None => document,
        Some(resource) => {
            let resources = document["resources"].as_array_mut().unwrap();
            let same = |other: &&mut Value| {
                other["name"] == resource.name
                    && other["kind"].as_str().unwrap().rsplit(':').next() == Some(&resource.kind)
            };
            &mut resources.iter_mut().find(same).unwrap()["args"]
        }
    };
    for edit in &diagnostic.fix {
        apply_edit(root, edit);
    }
}

/// Applies one edit to the args of a resource, or to a document.
pub fn apply_edit(root: &mut Value, edit: &Edit) {
    let edit = serde_json::to_value(edit).unwrap();
    let steps = steps(edit["path"].as_str().unwrap());
    let (last, around) = steps.split_last().unwrap();
    let mut at = root;
    for step in around {
        at = match step {
            Step::Key(key) => &mut at[key.as_str()],
            Step::Index(index) => &mut at[*index],
        };
    }
    match (last, edit.get("value")) {
        (Step::Key(key), Some(value)) => at[key.as_str()] = value.clone(),
        (Step::Index(index), Some(value)) => at[*index] = value.clone(),
        (Step::Key(key), None) => drop(at.as_object_mut().unwrap().remove(key)),
        (Step::Index(index), None) => drop(at.as_array_mut().unwrap().remove(*index)),
    }
}

/// One step of a path.
pub enum Step {
    /// To the value of a key.
    Key(String),
    /// To the item of a place.
    Index(usize),
}

/// The steps of a path such as `cidrBlocks[0].address` or `data["odd key"]`.
pub fn steps(path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        if let Some(quoted) = rest.strip_prefix("[\"") {
            let (key, tail) = unquoted(quoted);
            steps.push(Step::Key(key));
            rest = tail.strip_prefix(']').unwrap();
        } else if let Some(inside) = rest.strip_prefix('[') {
            let (index, tail) = inside.split_once(']').unwrap();
            steps.push(Step::Index(index.parse().unwrap()));
            rest = tail;
        } else {
            let bare = rest.strip_prefix('.').unwrap_or(rest);
            let end = bare.find(['.', '[']).unwrap_or(bare.len());
            let (key, tail) = bare.split_at(end);
            steps.push(Step::Key(key.to_string()));
            rest = tail;
        }
    }
    steps
}

/// The text up to the quote that ends it, and what is behind that.
fn unquoted(text: &str) -> (String, &str) {
    let (mut key, mut characters) = (String::new(), text.chars());
    loop {
        match characters.next().unwrap() {
            '"' => return (key, characters.as_str()),
            '\\' => match characters.next().unwrap() {
                'u' => {
                    let (code, rest) = characters.as_str().strip_prefix('{').unwrap().split_once('}').unwrap();
                    key.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
                    characters = rest.chars();
                }
                escaped => key.push(escaped),
            },
            plain => key.push(plain),
        }
    }
}
