//! A change that an engine has planned: its programs, and where the engine says that its resources are written.
//! What `pulumi preview --json` prints is read in TypeScript (`tests/js/preview.test.mjs`).

use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::model::request::InputError;
use eventstorecloud_planner::planner::change::{ChangePlan, check_printed, plan_preview};
use serde_json::{Value, json};

use super::{base, merged, one, plan_with};
use crate::{extended, raw};

fn cluster(name: &str, topology: &str) -> Value {
    json!({ "kind": "ManagedCluster", "name": name, "args": merged(base("ManagedCluster"), &json!({ "topology": topology })) })
}

fn program(topology: &str) -> Value {
    json!({ "resources": [cluster("a", topology), cluster("b", topology)] })
}

fn plan(before: &Value, after: &Value, steps: &Value) -> Result<ChangePlan, InputError> {
    plan_preview(&raw(before), &raw(after), &raw(steps), &Raw::Null)
}

fn step(name: &str, location: &Value) -> Value {
    let step = json!({ "resource": { "kind": "ManagedCluster", "name": name }, "operations": ["replace"] });
    if location.is_null() { step } else { extended(&step, &json!({ "location": location })) }
}

#[test]
fn it_is_the_plan_of_its_programs_with_the_locations_of_its_steps() {
    let (before, after) = (program("single-node"), program("three-node-multi-zone"));
    let place = json!({ "file": "index.ts", "start": { "line": 35, "column": 5 } });
    let steps = json!([step("a", &place), step("b", &Value::Null)]);
    let mut found = serde_json::to_value(plan(&before, &after, &steps).unwrap()).unwrap();
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
    let after = json!({ "resources": [one("Project", json!({}))] });
    let plan = serde_json::to_value(plan(&Value::Null, &after, &json!([])).unwrap()).unwrap();
    assert_eq!(plan["steps"][0]["action"], "create");
}

#[test]
fn what_the_command_does_not_print_is_refused_with_its_path() {
    let urn = |name: &str| format!("urn:pulumi:dev::p::{name}");
    let network = urn("eventstorecloud:index/network:Network::net");
    let of = |step: Value| json!({ "steps": [step] });
    for (preview, path) in [
        (json!(null), "preview"),
        (json!([]), "preview"),
        (json!({}), "preview.steps"),
        (json!({ "steps": "none" }), "preview.steps"),
        (json!({ "steps": [{ "urn": network }, 1] }), "preview.steps[1]"),
        (of(json!({})), "preview.steps[0].urn"),
        (of(json!({ "urn": 3 })), "preview.steps[0].urn"),
        (of(json!({ "urn": "net" })), "preview.steps[0].urn"),
        (of(json!({ "urn": network, "oldState": 3 })), "preview.steps[0].oldState"),
        (of(json!({ "urn": network, "oldState": null, "newState": [] })), "preview.steps[0].newState"),
    ] {
        let refused = check_printed(&raw(&preview)).err().unwrap_or_else(|| panic!("{preview} is read"));
        assert_eq!(refused.path, path, "{preview}");
    }
    let [provider, foreign] = ["pulumi:providers:eventstorecloud::default_0_2_20", "aws:s3/bucket:Bucket::b"].map(urn);
    for unread in [provider, foreign] {
        assert_eq!(check_printed(&raw(&of(json!({ "urn": unread, "newState": 3 })))), Ok(()));
    }
}

#[test]
fn a_step_that_is_not_of_this_form_is_refused_with_its_path() {
    let at = |location: Value| json!([step("a", &location)]);
    let start = |line: Value, column: Value| at(json!({ "file": "a", "start": { "line": line, "column": column } }));
    for (steps, path) in [
        (json!("none"), "steps"),
        (json!([1]), "steps[0]"),
        (json!([{}]), "steps[0].resource"),
        (json!([{ "resource": { "name": "a" } }]), "steps[0].resource.kind"),
        (json!([{ "resource": { "kind": "Acl", "name": 3 } }]), "steps[0].resource.name"),
        (at(json!([])), "steps[0].location"),
        (at(json!({ "file": "a" })), "steps[0].location.start"),
        (at(json!({ "start": { "line": 1, "column": 1 } })), "steps[0].location.file"),
        (start(json!(1.5), json!(1)), "steps[0].location.start.line"),
        (start(json!(1), json!(-1)), "steps[0].location.start.column"),
    ] {
        let refused = plan(&Value::Null, &Value::Null, &steps).err().unwrap_or_else(|| panic!("{steps} is read"));
        assert_eq!(refused.path, path, "{steps}");
    }
}
