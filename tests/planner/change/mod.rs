//! The planner of changes.

mod dialect;
mod laws;
mod plans;
mod preview;
mod recorded;
mod steps;
mod table;
mod values;

use eventstorecloud_planner::planner::change::{ChangePlan, plan_change};
use rule_pages::valid::valid_args;
use serde_json::{Value, json};

use crate::raw;

/// The legacy package.
pub const LEGACY: &str = "eventstorecloud@0.2.20";
/// The package of today.
pub const CURRENT: &str = "kurrentcloud@0.3.x";

/// A plan with these options.
pub fn plan_with(before: &Value, after: &Value, options: &Value) -> ChangePlan {
    plan_change(&raw(before), &raw(after), &raw(options)).unwrap_or_else(|refused| panic!("{refused}"))
}

/// A plan for a target, as JSON, with every advice.
pub fn plan(target: &str, before: &Value, after: &Value) -> Value {
    serde_json::to_value(plan_with(before, after, &json!({ "target": target, "profile": "advice" }))).unwrap()
}

/// Changes together; `null` stays, to leave a property out.
pub fn both(mut changes: Value, more: &Value) -> Value {
    for (key, value) in more.as_object().unwrap() {
        changes[key] = value.clone();
    }
    changes
}

/// Args with these changes; `null` leaves a property out.
pub fn merged(args: Value, changes: &Value) -> Value {
    let mut args = both(args, changes);
    args.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    args
}

/// Valid args of a kind; nothing is protected.
pub fn base(kind: &str) -> Value {
    merged(valid_args(kind).unwrap(), &json!({ "protected": null }))
}

/// One resource with valid args and these changes.
pub fn one(kind: &str, changes: Value) -> Value {
    json!({ "kind": kind, "name": "it", "args": merged(base(kind), &changes) })
}

/// A program of these resources: kind, name, and what differs from valid args.
pub fn program(resources: &[(&str, &str, Value)]) -> Value {
    let resources: Vec<Value> = resources
        .iter()
        .map(|(kind, name, changes)| json!({ "kind": kind, "name": name, "args": merged(base(kind), changes) }))
        .collect();
    json!({ "resources": resources })
}

/// The step of a resource.
pub fn step<'a>(plan: &'a Value, name: &str) -> &'a Value {
    let steps = plan["steps"].as_array().unwrap();
    steps.iter().find(|step| step["resource"]["name"] == name).unwrap_or_else(|| panic!("{name} in {plan:#}"))
}

/// The codes of the diagnostics.
pub fn codes(plan: &Value) -> Vec<&str> {
    plan["diagnostics"].as_array().unwrap().iter().map(|diagnostic| diagnostic["code"].as_str().unwrap()).collect()
}
