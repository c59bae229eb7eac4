//! A valid resource of every kind, which examples of pages are completed from. Only on machines that build docs and run
//! tests.

use std::sync::LazyLock;

use serde_json::{Map, Value};

static ARGS: LazyLock<Option<Map<String, Value>>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../valid-args.json")).ok());

/// The args of a valid resource of a kind.
#[must_use]
pub fn valid_args(kind: &str) -> Option<Value> {
    ARGS.as_ref()?.get(kind).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use eventstorecloud_planner::model::kinds::KINDS;
    use eventstorecloud_planner::model::raw::Raw;
    use eventstorecloud_planner::rules::check_document;
    use serde_json::json;

    #[test]
    fn nothing_is_wrong_with_them() {
        for kind in KINDS {
            let resource = json!({ "kind": kind.name, "name": "example", "args": valid_args(kind.name).unwrap() });
            // The newest package has all kinds.
            let document = json!({ "target": "kurrentcloud@0.3.x", "partial": true, "resources": [resource] });
            let document: Raw = serde_json::from_value(document).unwrap();
            let strict: Raw = serde_json::from_value(json!({ "profile": "default" })).unwrap();
            let report = check_document(&document, &strict).unwrap();
            let found: Vec<_> = report.diagnostics.iter().map(|d| (d.code, &d.message)).collect();
            assert_eq!(found, [], "{}", kind.name);
        }
    }
}
