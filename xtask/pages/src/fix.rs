//! Fixes, written into documents.

use eventstorecloud_planner::diagnostic::{Diagnostic, Edit};
use serde_json::{Value, json};

/// Applies the fix of a diagnostic to a document. Nothing where a path leads nowhere.
pub fn apply(document: &mut Value, diagnostic: &Diagnostic) -> Option<()> {
    let root = match &diagnostic.resource {
        None => document,
        Some(resource) => {
            let is_it = |other: &&mut Value| {
                let kind = other.get("kind").and_then(Value::as_str).and_then(|kind| kind.rsplit(':').next());
                other.get("name").is_some_and(|name| *name == resource.name) && kind == Some(&resource.kind)
            };
            document.get_mut("resources")?.as_array_mut()?.iter_mut().find(is_it)?.get_mut("args")?
        }
    };
    diagnostic.fix.iter().try_for_each(|edit| apply_edit(root, edit))
}

/// Applies one edit to the args of a resource, or to a document.
pub fn apply_edit(root: &mut Value, edit: &Edit) -> Option<()> {
    let (path, value) = match edit {
        Edit::Set { path, value } => (path, Some(json!(value))),
        Edit::Remove { path, .. } => (path, None),
    };
    let steps = steps(path)?;
    let (last, around) = steps.split_last()?;
    let mut at = root;
    for step in around {
        at = match step {
            Step::Key(key) => at.get_mut(key)?,
            Step::Index(index) => at.get_mut(index)?,
        };
    }
    match (last, value) {
        (Step::Key(key), Some(value)) => drop(at.as_object_mut()?.insert(key.clone(), value)),
        (Step::Key(key), None) => drop(at.as_object_mut()?.shift_remove(key)),
        (Step::Index(index), Some(value)) => *at.get_mut(index)? = value,
        (Step::Index(index), None) => {
            let mut indices = 0..;
            at.as_array_mut()?.retain(|_| indices.next() != Some(*index));
        }
    }
    Some(())
}

/// One step of a path.
#[derive(Clone, Debug)]
pub enum Step {
    /// To the value of a key.
    Key(String),
    /// To the item of a place.
    Index(usize),
}

/// The steps of a path such as `cidrBlocks[0].address` or `data["odd key"]`. Nothing if it is no path.
#[must_use]
pub fn steps(path: &str) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        if let Some(quoted) = rest.strip_prefix("[\"") {
            let (key, tail) = unquoted(quoted)?;
            steps.push(Step::Key(key));
            rest = tail.strip_prefix(']')?;
        } else if let Some(inside) = rest.strip_prefix('[') {
            let (index, tail) = inside.split_once(']')?;
            steps.push(Step::Index(index.parse().ok()?));
            rest = tail;
        } else {
            let bare = rest.strip_prefix('.').unwrap_or(rest);
            let (key, tail) = bare.split_at_checked(bare.find(['.', '[']).unwrap_or(bare.len()))?;
            steps.push(Step::Key(key.to_string()));
            rest = tail;
        }
    }
    Some(steps)
}

/// The text up to the quote that ends it, and what is behind that.
fn unquoted(text: &str) -> Option<(String, &str)> {
    let (mut key, mut characters) = (String::new(), text.chars());
    loop {
        match characters.next()? {
            '"' => return Some((key, characters.as_str())),
            '\\' => match characters.next()? {
                'u' => {
                    let (code, rest) = characters.as_str().strip_prefix('{')?.split_once('}')?;
                    key.push(char::from_u32(u32::from_str_radix(code, 16).ok()?)?);
                    characters = rest.chars();
                }
                escaped => key.push(escaped),
            },
            plain => key.push(plain),
        }
    }
}
