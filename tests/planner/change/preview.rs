//! A change that an engine has planned: its programs, and where the engine says that its resources are written.
//! What `pulumi preview --json` prints is read in TypeScript (`tests/js/preview.test.mjs`).

use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::planner::change::plan_preview;
use serde_json::{Value, json};

use super::{base, merged, one, plan_with};
use crate::{extended, raw};

fn cluster(name: &str, topology: &str) -> Value {
    json!({ "kind": "ManagedCluster", "name": name, "args": merged(base("ManagedCluster"), &json!({ "topology": topology })) })
}

fn program(topology: &str) -> Value {
    json!({ "resources": [cluster("a", topology), cluster("b", topology)] })
}

fn step(name: &str, location: &Value) -> Value {
    let step = json!({ "resource": { "kind": "ManagedCluster", "name": name }, "operations": ["replace"] });
    if location.is_null() { step } else { extended(&step, &json!({ "location": location })) }
}

#[test]
fn it_is_the_plan_of_its_programs_with_the_locations_of_its_steps() {
    let (before, after) = (program("single-node"), program("three-node-multi-zone"));
    let place = json!({ "file": "index.ts", "start": { "line": 35, "column": 5 } });
    let preview = json!({ "before": before, "after": after, "steps": [step("a", &place), step("b", &Value::Null)] });
    let mut found = serde_json::to_value(plan_preview(&raw(&preview), &Raw::Null).unwrap()).unwrap();
    let mut located = 0;
    for diagnostic in found["diagnostics"].as_array_mut().unwrap() {
        let location = diagnostic.as_object_mut().unwrap().remove("location");
        assert_eq!(location.as_ref(), (diagnostic["resource"]["name"] == "a").then_some(&place), "{diagnostic}");
        located += usize::from(location.is_some());
    }
    assert!(located > 0, "{found}");
    assert_eq!(found, serde_json::to_value(plan_with(&before, &after, &json!({}))).unwrap());
}

#[test]
fn nothing_is_no_program() {
    let preview = json!({ "before": null, "after": { "resources": [one("Project", json!({}))] }, "steps": [] });
    let plan = serde_json::to_value(plan_preview(&raw(&preview), &Raw::Null).unwrap()).unwrap();
    assert_eq!(plan["steps"][0]["action"], "create");
}

#[test]
fn what_is_not_of_this_form_is_refused_with_its_path() {
    let of = |steps: Value| json!({ "before": null, "after": null, "steps": steps });
    let at = |location: Value| of(json!([step("a", &location)]));
    let start = |line: Value, column: Value| at(json!({ "file": "a", "start": { "line": line, "column": column } }));
    for (preview, path) in [
        (json!(null), "preview"),
        (json!([]), "preview"),
        (json!({}), "preview.steps"),
        (json!({ "steps": [], "after": null }), "preview.before"),
        (json!({ "steps": [], "before": null }), "preview.after"),
        (extended(&of(json!([])), &json!({ "config": {} })), "preview.config"),
        (extended(&of(json!([])), &json!({ "before": 3 })), "before"),
        (extended(&of(json!([])), &json!({ "after": { "resources": [3] } })), "after.resources[0]"),
        (of(json!("none")), "preview.steps"),
        (of(json!([1])), "preview.steps[0]"),
        (of(json!([{}])), "preview.steps[0].resource"),
        (of(json!([{ "resource": [] }])), "preview.steps[0].resource"),
        (of(json!([{ "resource": { "name": "a" } }])), "preview.steps[0].resource.kind"),
        (of(json!([{ "resource": { "kind": "Acl", "name": 3 } }])), "preview.steps[0].resource.name"),
        (at(json!([])), "preview.steps[0].location"),
        (at(json!({ "file": "a" })), "preview.steps[0].location.start"),
        (at(json!({ "file": "a", "start": 3 })), "preview.steps[0].location.start"),
        (at(json!({ "start": { "line": 1, "column": 1 } })), "preview.steps[0].location.file"),
        (start(json!(1.5), json!(1)), "preview.steps[0].location.start.line"),
        (start(json!(1), json!(-1)), "preview.steps[0].location.start.column"),
        (start(json!(1), json!(null)), "preview.steps[0].location.start.column"),
    ] {
        let refused = plan_preview(&raw(&preview), &Raw::Null).err().unwrap_or_else(|| panic!("{preview} is read"));
        assert_eq!(refused.path, path, "{preview}");
    }
}
