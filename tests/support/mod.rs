//! What several tests need.

use eventstorecloud_planner::diagnostic::{Diagnostic, Edit};
use rule_pages::fix;
pub use rule_pages::fix::Step;
use serde_json::Value;

/// Applies the fix of a diagnostic to a document.
pub fn apply(document: &mut Value, diagnostic: &Diagnostic) {
    fix::apply(document, diagnostic).unwrap();
}

/// Applies one edit to the args of a resource, or to a document.
pub fn apply_edit(root: &mut Value, edit: &Edit) {
    fix::apply_edit(root, edit).unwrap();
}

/// The steps of a path.
pub fn steps(path: &str) -> Vec<Step> {
    fix::steps(path).unwrap()
}
