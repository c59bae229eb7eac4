//! What `pulumi preview --json` prints, read as a change: states, names, secrets, and what is not as the command prints it.

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
    for (old, new, action) in [
        (secret("hush-1"), secret("hush-2"), "update"),
        (secret("hush-1"), secret("hush-1"), "none"),
        (json!("[secret]"), json!("[secret]"), "undecided"),
        (json!("[secret]"), json!("hush-2"), "undecided"),
    ] {
        let plan =
            planned(json!([step("update", "project:Project", "p", json!({ "name": old }), json!({ "name": new }))]));
        assert!(!plan.to_string().contains("hush"), "{plan:#}");
        assert_eq!(plan["steps"][0]["action"], action, "{plan:#}");
    }
}

/// What Pulumi writes for a value that is not known yet.
const UNKNOWN: &str = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

fn with(mut args: Value, changes: &Value) -> Value {
    for (key, value) in changes.as_object().unwrap() {
        args[key] = value.clone();
    }
    args
}

fn network(region: &str) -> Value {
    json!({ "projectId": "p", "resourceProvider": "aws", "region": region, "cidrBlock": "10.20.0.0/16" })
}

fn cluster(changes: Value) -> Value {
    let args = json!({
        "projectId": "p",
        "networkId": "id-of-net",
        "topology": "single-node",
        "instanceType": "M8",
        "diskSize": 100,
        "diskType": "gp2",
        "serverVersion": "26.0",
    });
    with(args, &changes)
}

const CLUSTER: &str = "managedCluster:ManagedCluster";

#[test]
fn a_value_that_is_not_known_is_undecided() {
    let plan =
        planned(json!([step("update", "project:Project", "p", json!({ "name": "a" }), json!({ "name": UNKNOWN }))]));
    assert_eq!(plan["steps"][0]["action"], "undecided", "{plan:#}");
}

#[test]
fn an_id_that_is_not_known_is_that_of_the_one_resource_it_comes_from() {
    let net = urn("network:Network", "net");
    for (dependencies, action) in [
        (json!({ "networkId": [net] }), "replace"),
        (json!({ "networkId": [net, net] }), "undecided"),
        (json!({ "networkId": [] }), "undecided"),
        (json!({ "projectId": [net] }), "undecided"),
        (Value::Null, "undecided"),
    ] {
        let mut db = step("replace", CLUSTER, "db", cluster(json!({})), cluster(json!({ "networkId": UNKNOWN })));
        db["newState"]["propertyDependencies"] = dependencies.clone();
        let plan =
            planned(json!([step("replace", "network:Network", "net", network("us-east-1"), network("eu-west-1")), db]));
        assert_eq!(plan["steps"][1]["action"], action, "{dependencies}: {plan:#}");
        let cascade = if action == "replace" { json!([{ "kind": "Network", "name": "net" }]) } else { Value::Null };
        assert_eq!(plan["steps"][1]["cascade"], cascade, "{dependencies}");
    }
}

#[test]
fn a_name_that_reads_like_an_id_stays_a_name() {
    let plan = planned(json!([
        step("same", "network:Network", "net", network("us-east-1"), network("us-east-1")),
        step("update", CLUSTER, "db", cluster(json!({ "name": "id-of-net" })), cluster(json!({ "name": "orders" }))),
    ]));
    assert_eq!(
        plan["steps"][1]["properties"],
        json!([{ "path": "name", "effect": "inPlace", "from": "id-of-net", "to": "orders" }])
    );
}

#[test]
fn what_the_provider_filled_in_is_not_of_the_program() {
    for (defaults, order) in [
        (json!({ "__defaults": ["name"] }), "createFirst"),
        (json!({ "__defaults": ["diskIops"] }), "deleteFirst"),
        (json!({ "__defaults": [] }), "deleteFirst"),
        (json!({}), "deleteFirst"),
    ] {
        let of = |topology: &str| cluster(with(json!({ "name": "db-1a2b3c4", "topology": topology }), &defaults));
        let plan = planned(json!([step("replace", CLUSTER, "db", of("single-node"), of("three-node-multi-zone"))]));
        assert_eq!(plan["steps"][0]["order"], order, "{defaults}: {plan:#}");
    }
}

#[test]
fn what_providers_note_inside_a_value_is_left_out() {
    let list = |address: &str| json!({ "projectId": "p", "cidrBlocks": [{ "address": address, "comment": "office" }] });
    let mut old = list("9.9.9.0/24");
    old["cidrBlocks"][0]["__defaults"] = json!([]);
    for (new, properties) in [
        (list("9.9.9.0/24"), json!([])),
        (
            list("9.9.8.0/24"),
            json!([{
                "path": "cidrBlocks",
                "effect": "inPlace",
                "from": [{ "address": "9.9.9.0/24", "comment": "office" }],
                "to": [{ "address": "9.9.8.0/24", "comment": "office" }],
            }]),
        ),
    ] {
        let plan = planned(json!([step("update", "acl:Acl", "office", old.clone(), new)]));
        assert_eq!(plan["steps"][0]["properties"], properties);
    }
}

#[test]
fn only_the_providers_that_pulumi_makes_itself_are_left_out() {
    let provider = |name: &str| {
        let urn = format!("urn:pulumi:prod::orders::pulumi:providers:eventstorecloud::{name}");
        json!({ "op": "create", "urn": urn, "newState": { "inputs": { "organizationId": "a" } } })
    };
    let plan = planned(json!([
        provider("default"),
        provider("default_0_2_20"),
        provider("defaults"),
        provider("mine"),
        step("create", "project:Project", "default", Value::Null, json!({ "name": "a" })),
    ]));
    let names: Vec<String> = actions(&plan).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["defaults", "mine", "default"]);
}

#[test]
fn a_resource_of_a_component_has_its_own_type_and_name() {
    let urn = "urn:pulumi:prod::orders::my:Component$eventstorecloud:index/project:Project::a::b";
    let plan = planned(json!([{ "op": "create", "urn": urn, "newState": { "inputs": { "name": "a" } } }]));
    assert_eq!(plan["steps"][0]["resource"], json!({ "kind": "Project", "name": "a::b" }));
}
