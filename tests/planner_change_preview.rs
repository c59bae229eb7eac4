//! What `pulumi preview --json` prints, read as a change: states, names, secrets, and what is not as the command prints it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests stop at the first surprise"
)]

use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::planner::change::plan_preview;
use serde_json::{Value, json};

fn raw(value: &Value) -> Raw {
    serde_json::from_value(value.clone()).unwrap()
}

fn urn(kind: &str, name: &str) -> String {
    format!("urn:pulumi:prod::orders::eventstorecloud:index/{kind}::{name}")
}

/// A step of the preview, with what each state has as its inputs.
fn step(op: &str, kind: &str, name: &str, old: Value, new: Value) -> Value {
    let urn = urn(kind, name);
    let state = |inputs: Value| match inputs {
        Value::Null => Value::Null,
        inputs => json!({ "urn": urn, "id": format!("id-of-{name}"), "inputs": inputs, "outputs": inputs }),
    };
    json!({ "op": op, "urn": urn, "oldState": state(old), "newState": state(new) })
}

fn planned(steps: Value) -> Value {
    let plan = plan_preview(&raw(&json!({ "steps": steps })), &Raw::Null).unwrap();
    serde_json::to_value(plan).unwrap()
}

/// What happens to each resource, by its name.
fn actions(plan: &Value) -> Vec<(String, String)> {
    let steps = plan["steps"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
    steps.map(|step| (text(&step["resource"]["name"]), text(&step["action"]))).collect()
}

#[test]
fn states_become_what_happens() {
    let named = |name: &str| json!({ "name": name });
    for (old, new, action) in [
        (Value::Null, named("orders"), "create"),
        (named("orders"), named("orders"), "none"),
        (named("orders"), named("sales"), "update"),
        (named("orders"), Value::Null, "delete"),
    ] {
        let plan = planned(json!([step("same", "project:Project", "p", old.clone(), new.clone())]));
        assert_eq!(actions(&plan), [("p".to_string(), action.to_string())], "{old} {new}: {plan:#}");
    }
}

#[test]
fn what_others_manage_is_left_out() {
    let steps = json!([
        { "op": "create", "urn": "urn:pulumi:prod::orders::pulumi:pulumi:Stack::orders-prod", "newState": {} },
        { "op": "create", "urn": "urn:pulumi:prod::orders::pulumi:providers:eventstorecloud::default_0_2_20", "newState": {} },
        { "op": "create", "urn": "urn:pulumi:prod::orders::aws:s3/bucket:Bucket::logs", "newState": {} },
    ]);
    assert_eq!(actions(&planned(steps)), []);
}

#[test]
fn what_is_not_printed_so_is_refused_with_its_path() {
    for (preview, path) in [
        (json!(null), "preview"),
        (json!([]), "preview"),
        (json!({}), "preview.steps"),
        (json!({ "steps": "none" }), "preview.steps"),
        (json!({ "steps": [1] }), "preview.steps[0]"),
        (json!({ "steps": [{ "op": "same" }] }), "preview.steps[0].urn"),
        (json!({ "steps": [{ "urn": 5 }] }), "preview.steps[0].urn"),
        (json!({ "steps": [{ "urn": "urn:pulumi:prod" }] }), "preview.steps[0].urn"),
        (json!({ "steps": [{ "urn": urn("project:Project", "p"), "oldState": 1 }] }), "preview.steps[0].oldState"),
        (json!({ "steps": [{ "urn": urn("project:Project", "p"), "newState": "x" }] }), "preview.steps[0].newState"),
    ] {
        let refused = plan_preview(&raw(&preview), &Raw::Null).err().unwrap_or_else(|| panic!("{preview} is read"));
        assert_eq!(refused.path, path, "{preview}");
    }
}

#[test]
fn a_secret_is_compared_and_never_shown() {
    let secret =
        |text: &str| json!({ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "value": text });
    for (old, new) in [(secret("hush-1"), secret("hush-2")), (json!("[secret]"), json!("[secret]"))] {
        let plan =
            planned(json!([step("update", "project:Project", "p", json!({ "name": old }), json!({ "name": new }))]));
        assert!(!plan.to_string().contains("hush"), "{plan:#}");
    }
}
