//! A change that an engine has planned: its programs, and where the engine says that its resources are written.
//! What `pulumi preview --json` prints is read in TypeScript (`tests/js/preview.test.mjs`).

use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::model::request::InputError;
use eventstorecloud_planner::planner::change::{ChangePlan, check_printed, plan_preview};
use serde_json::{Value, json};

use super::{base, merged, one};
use crate::{extended, raw};

fn cluster(name: &str, topology: &str) -> Value {
    json!({ "kind": "ManagedCluster", "name": name, "args": merged(base("ManagedCluster"), &json!({ "topology": topology })) })
}

fn program(topology: &str) -> Value {
    json!({ "resources": [cluster("a", topology), cluster("b", topology)] })
}

fn report(before: &Value, after: &Value, engine: &Value, options: &Value) -> Result<ChangePlan, InputError> {
    plan_preview(&raw(before), &raw(after), (&raw(engine), &Raw::Null), &raw(options))
}

fn plan(before: &Value, after: &Value, steps: &Value) -> Result<ChangePlan, InputError> {
    report(before, after, &json!({ "steps": steps }), &json!({}))
}

/// What an engine says of a cluster.
fn said(name: &str, step: &Value) -> Value {
    let id = format!("urn:pulumi:dev::p::eventstorecloud:index/managedCluster:ManagedCluster::{name}");
    extended(&json!({ "resource": { "kind": "ManagedCluster", "name": name }, "id": id }), step)
}

fn step(name: &str, location: &Value) -> Value {
    let step = said(name, &json!({ "operations": ["replace"], "replaceReasons": ["topology"] }));
    if location.is_null() { step } else { extended(&step, &json!({ "location": location })) }
}

#[test]
fn diagnostics_are_where_the_program_writes_the_resource() {
    let (before, after) = (program("single-node"), program("three-node-multi-zone"));
    let place = json!({ "file": "index.ts", "start": { "line": 35, "column": 5 } });
    let steps = json!([step("a", &place), step("b", &Value::Null)]);
    let found = serde_json::to_value(plan(&before, &after, &steps).unwrap()).unwrap();
    let diagnostics = found["diagnostics"].as_array().unwrap();
    assert_eq!(diagnostics.iter().filter(|one| one["code"] == "PLAN001").count(), 2, "{found}");
    for diagnostic in diagnostics {
        let location = diagnostic.get("location");
        assert_eq!(location, (diagnostic["resource"]["name"] == "a").then_some(&place), "{diagnostic}");
    }
    assert_eq!(found["headline"], "2 databases are deleted: a, b");
}

#[test]
fn the_step_of_the_engine_is_the_action_whatever_the_values_say() {
    let (same, other) = (program("single-node"), program("three-node-multi-zone"));
    for (step, action, order, is_lost) in [
        (json!({ "operations": ["same"] }), "none", None, false),
        (json!({ "operations": ["refresh", "same"] }), "none", None, false),
        (json!({ "operations": ["update"] }), "update", None, false),
        (
            json!({ "operations": ["refresh", "replace"], "replaceReasons": ["id"] }),
            "replace",
            Some("createFirst"),
            true,
        ),
        (json!({ "operations": ["replace"], "pendingReplacement": true }), "replace", Some("deleteFirst"), true),
        (json!({ "operations": ["delete", "create"] }), "replace", Some("deleteFirst"), true),
        (json!({ "operations": ["create", "delete"] }), "replace", Some("createFirst"), true),
        (json!({ "operations": ["forget", "create"] }), "replace", Some("createFirst"), false),
        (json!({ "operations": ["replace"], "retainOnDelete": true }), "replace", Some("createFirst"), false),
        (json!({ "operations": ["replace"], "protect": true }), "refused", None, false),
        (json!({ "operations": ["import"], "importId": "a:b" }), "import", None, false),
        (json!({ "operations": ["no-op"], "importId": "a:b" }), "import", None, false),
        (json!({ "operations": ["import", "update"], "importId": "a:b" }), "update", None, false),
        (json!({ "operations": ["same"], "importId": "a:b" }), "none", None, false),
        (json!({ "operations": ["read"] }), "read", None, false),
        (json!({ "operations": ["dance"] }), "undecided", None, false),
        // Nothing that is said is not the same as the word that nothing happens.
        (json!({ "operations": [] }), "undecided", None, false),
    ] {
        for after in [&same, &other] {
            let steps = json!([said("a", &step), said("b", &json!({ "operations": ["same"] }))]);
            let plan = serde_json::to_value(plan(&same, after, &steps).unwrap()).unwrap();
            let found = &plan["steps"][0];
            assert_eq!(found["action"], action, "{step}: {found}");
            assert_eq!(found.get("order").and_then(Value::as_str), order, "{step}: {found}");
            assert_eq!(found["dataLoss"], is_lost, "{step}: {found}");
            assert_eq!(plan["ok"], !is_lost && action != "refused", "{step}: {plan}");
            assert_eq!(plan["steps"][1]["action"], "none");
        }
    }
    for (step, action, is_lost) in [
        (json!({ "operations": ["delete"] }), "delete", true),
        (json!({ "operations": ["delete"], "retainOnDelete": true }), "forget", false),
        (json!({ "operations": ["forget"] }), "forget", false),
        (json!({ "operations": ["delete"], "protect": true }), "refused", false),
    ] {
        let steps = json!([said("a", &step), said("b", &json!({ "operations": ["same"] }))]);
        let after = json!({ "resources": [cluster("b", "single-node")] });
        let plan = serde_json::to_value(plan(&same, &after, &steps).unwrap()).unwrap();
        let found = &plan["steps"][1];
        assert_eq!((&found["action"], &found["dataLoss"]), (&json!(action), &json!(is_lost)), "{step}: {found}");
    }
}

#[test]
fn what_was_left_behind_is_deleted_beside_its_successor() {
    let same = program("single-node");
    let steps = ["a", "b"].map(|name| said(name, &json!({ "operations": ["same"] })));
    let leftover = said("a", &json!({ "operations": ["delete"], "deposed": "0a1b" }));
    let engine = json!({ "steps": steps, "others": [leftover], "failed": true, "unlisted": 3 });
    let behind = json!({ "resources": [cluster("a", "single-node")] });
    let plan = |options: Value| {
        plan_preview(&raw(&same), &raw(&same), (&raw(&engine), &raw(&behind)), &raw(&options)).unwrap()
    };
    let found = serde_json::to_value(plan(json!({}))).unwrap();
    assert_eq!((&found["unlisted"], &found["incomplete"], &found["ok"]), (&json!(3), &json!(true), &json!(false)));
    assert_eq!(found["steps"][2]["action"], "delete");
    assert_eq!(found["headline"], "1 database is deleted: a");
    assert!(plan(json!({ "allowDataLoss": ["a"] })).ok);
}

#[test]
fn a_loss_is_allowed_by_name_address_or_urn() {
    let (before, after) = (program("single-node"), Value::Null);
    let steps = json!(["a", "b"].map(|name| said(name, &json!({ "operations": ["delete"] }))));
    let urn = steps[0]["id"].as_str().unwrap();
    let plan =
        |allowed: Value| report(&before, &after, &json!({ "steps": steps }), &json!({ "allowDataLoss": allowed }));
    for allowed in [json!(true), json!(["a", "b"]), json!([urn, "b"])] {
        let plan = plan(allowed.clone()).unwrap();
        assert!(plan.ok, "{allowed}");
        assert_eq!(plan.headline.unwrap(), "2 databases are deleted, as allowed: a, b");
    }
    let half = plan(json!([urn])).unwrap();
    assert!(!half.ok);
    assert_eq!(half.headline.unwrap(), "1 database is deleted: b; 1 database is deleted, as allowed: a");
    for (allowed, path) in [
        (json!(false), "options.allowDataLoss"),
        (json!("a"), "options.allowDataLoss"),
        (json!(["a", 3]), "options.allowDataLoss[1]"),
        (json!([" "]), "options.allowDataLoss[0]"),
        (json!(["a", "c"]), "options.allowDataLoss[1]"),
    ] {
        assert_eq!(plan(allowed.clone()).err().unwrap().path, path, "{allowed}");
    }
}

#[test]
fn a_name_with_colons_is_a_name() {
    let before = json!({ "resources": [cluster("a::b", "single-node")] });
    let steps = json!([said("a::b", &json!({ "operations": ["delete"] }))]);
    let plan =
        |name: &str| report(&before, &Value::Null, &json!({ "steps": steps }), &json!({ "allowDataLoss": [name] }));
    assert!(plan("a::b").unwrap().ok);
    assert!(plan("b").is_err());
}

#[test]
fn what_is_not_understood_makes_a_plan_incomplete() {
    let same = program("single-node");
    let incomplete = |step: &Value, after: &Value| {
        let steps = json!([said("a", step), said("b", &json!({ "operations": ["same"] }))]);
        plan(&same, after, &steps).unwrap().incomplete
    };
    assert!(!incomplete(&json!({ "operations": ["same"] }), &same));
    assert!(incomplete(&json!({ "operations": ["obliterate"] }), &same));
    let steps = json!([said("gone", &json!({ "operations": ["delete"] }))]);
    assert!(plan(&Value::Null, &Value::Null, &steps).unwrap().incomplete);
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
        (json!({ "steps": [{ "urn": network, "op": "same" }, 1] }), "preview.steps[1]"),
        (of(json!({ "urn": network })), "preview.steps[0].op"),
        (of(json!({ "urn": network, "op": 3 })), "preview.steps[0].op"),
        (of(json!({})), "preview.steps[0].urn"),
        (of(json!({ "urn": 3 })), "preview.steps[0].urn"),
        (of(json!({ "urn": "net" })), "preview.steps[0].urn"),
        (of(json!({ "urn": network, "oldState": 3 })), "preview.steps[0].oldState"),
        (of(json!({ "urn": network, "oldState": null, "newState": [] })), "preview.steps[0].newState"),
        (of(json!({ "urn": network, "op": "delete" })), "preview.steps[0].oldState"),
        (of(json!({ "urn": network, "op": "replace", "oldState": {} })), "preview.steps[0].oldState"),
    ] {
        let refused = check_printed(&raw(&preview)).err().unwrap_or_else(|| panic!("{preview} is read"));
        assert_eq!(refused.path, path, "{preview}");
    }
    let [provider, foreign] = ["pulumi:providers:eventstorecloud::default_0_2_20", "aws:s3/bucket:Bucket::b"].map(urn);
    // One in which nothing happens, and one that has failed before its first step.
    for empty in [json!({ "changeSummary": { "same": 3 } }), json!({ "diagnostics": [] })] {
        assert_eq!(check_printed(&raw(&empty)), Ok(()), "{empty}");
    }
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
        (json!([{ "resource": { "kind": "Acl", "name": "a" } }]), "steps[0].id"),
        (at(json!([])), "steps[0].location"),
        (at(json!({ "file": "a" })), "steps[0].location.start"),
        (at(json!({ "start": { "line": 1, "column": 1 } })), "steps[0].location.file"),
        (start(json!(1.5), json!(1)), "steps[0].location.start.line"),
        (start(json!(1), json!(-1)), "steps[0].location.start.column"),
    ] {
        let refused = plan(&Value::Null, &Value::Null, &steps).err().unwrap_or_else(|| panic!("{steps} is read"));
        assert_eq!(refused.path, format!("engine.{path}"), "{steps}");
    }
}
