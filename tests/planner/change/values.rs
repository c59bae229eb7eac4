//! What counts as a change of a value, and what depends on values that are unknown.

use eventstorecloud_planner::model::resource::MAX_NAME;
use serde_json::{Value, json};

use super::{LEGACY, both, one, plan, program, step};

/// The same program as a part of a larger one.
fn part(mut program: Value) -> Value {
    program["partial"] = json!(true);
    program
}

fn refers(name: &str) -> Value {
    json!({ "ref": name })
}

fn unknown() -> Value {
    json!({ "unknown": true })
}

/// A cluster in a network, and the job that backs it up.
fn backed_up(net: Value, db: Value, nightly: Value) -> Value {
    program(&[
        ("Network", "net", net),
        ("ManagedCluster", "db", both(json!({ "networkId": refers("net") }), &db)),
        ("ScheduledBackup", "nightly", both(json!({ "sourceClusterId": refers("db") }), &nightly)),
    ])
}

#[test]
fn clients_notice_what_may_stop_the_service() {
    let c = |args: Value| one("ManagedCluster", args);
    let topology = |args: Value| both(json!({ "protected": true }), &args);
    for (before, after, action, downtime) in [
        (one("Network", json!({})), one("Network", json!({ "name": unknown() })), "undecided", "none"),
        (one("Network", json!({})), one("Network", json!({ "region": unknown() })), "undecided", "undecided"),
        (c(json!({})), c(json!({ "instanceType": unknown() })), "undecided", "undecided"),
        (c(json!({})), c(json!({ "diskSize": unknown() })), "undecided", "none"),
        (
            one("ScheduledBackup", json!({})),
            one("ScheduledBackup", json!({ "schedule": unknown() })),
            "undecided",
            "none",
        ),
        (Value::Null, c(json!({})), "create", "none"),
        (c(json!({})), Value::Null, "delete", "restart"),
        (one("ScheduledBackup", json!({})), Value::Null, "delete", "none"),
        // What is protected stays as it is, whatever else may change.
        (
            c(topology(json!({}))),
            c(topology(json!({ "topology": "single-node", "networkId": unknown() }))),
            "refused",
            "none",
        ),
        // A disk that cannot shrink does not keep the nodes from getting another size.
        (
            c(json!({ "instanceType": "M8", "diskSize": 200 })),
            c(json!({ "instanceType": "M16", "diskSize": 100 })),
            "refused",
            "rolling",
        ),
    ] {
        let plan = plan(LEGACY, &before, &after);
        let it = step(&plan, "it");
        assert_eq!((&it["action"], &it["downtime"]), (&json!(action), &json!(downtime)), "{before} {after}");
    }
}

#[test]
fn what_refers_to_something_protected_goes_before_the_refusal() {
    let of = |db: Value| backed_up(json!({}), both(json!({ "protected": true }), &db), json!({}));
    let after = of(json!({ "topology": "single-node", "projectId": unknown() }));
    let plan = plan(LEGACY, &of(json!({})), &after);
    assert_eq!([&step(&plan, "db")["action"], &step(&plan, "nightly")["action"]], ["refused", "replace"]);
}

#[test]
fn what_changes_for_certain_is_not_deferred_too() {
    let of = |region: Value, second: &str| {
        program(&[
            ("Network", "net", json!({ "region": region })),
            ("ManagedCluster", "db", json!({ "networkId": refers("net") })),
            ("ManagedCluster", "a", json!({})),
            ("ManagedCluster", "b", json!({})),
            ("AWSCloudWatchLogsIntegration", "logs", json!({ "clusterIds": [refers("db"), refers(second)] })),
        ])
    };
    let plan = plan(LEGACY, &of(json!("us-east-1"), "a"), &of(unknown(), "b"));
    assert_eq!(step(&plan, "logs")["properties"][0]["path"], "clusterIds");
    let deferred: Vec<&Value> =
        plan["deferred"].as_array().unwrap().iter().map(|waits| &waits["resource"]["name"]).collect();
    assert_eq!(deferred, ["net", "db"], "{plan:#}");
}

#[test]
fn references_change_where_both_resources_are_known() {
    let db = |name: &str| ("ManagedCluster", "db", json!({ "networkId": refers(name), "name": null }));
    let (a, b) = (("Network", "a", json!({})), ("Network", "b", json!({ "cidrBlock": "10.21.0.0/16" })));
    let before = program(&[a.clone(), b.clone(), db("a")]);
    let moved = plan(LEGACY, &before, &program(&[a.clone(), b, db("b")]));
    assert_eq!(
        step(&moved, "db")["properties"],
        json!([{ "path": "networkId", "effect": "replace", "from": { "ref": "a" }, "to": { "ref": "b" } }])
    );
    let elsewhere = plan(LEGACY, &before, &part(program(&[a, db("of-another-part")])));
    assert_eq!(step(&elsewhere, "db")["action"], "undecided", "{elsewhere:#}");
}

#[test]
fn upper_case_counts_as_the_provider_compares_it() {
    for (kind, property, before, after, action) in [
        ("ManagedCluster", "topology", "single-node", "Single-Node", "replace"),
        ("ManagedCluster", "aclId", "c2bq5k5o4t0gqrkt0060", "C2BQ5k5o4t0gqrkt0060", "replace"),
        ("ManagedCluster", "topology", "Single-Node", "single-node", "none"),
        ("Network", "region", "us-east-1", "US-East-1", "replace"),
        ("ManagedCluster", "diskType", "gp3", "GP3", "none"),
        ("ManagedCluster", "projectId", "c2bq5k5o4t0gqrkt0060", "C2BQ5k5o4t0gqrkt0060", "replace"),
        ("ManagedCluster", "name", "orders", "Orders", "update"),
        ("ScheduledBackup", "description", "nightly", "Nightly", "replace"),
    ] {
        let of = |text: &str| {
            let mut changes = json!({});
            changes[property] = json!(text);
            one(kind, changes)
        };
        let plan = plan(LEGACY, &of(before), &of(after));
        assert_eq!(step(&plan, "it")["action"], action, "{kind}.{property}: {plan:#}");
    }
}

#[test]
fn the_order_of_a_list_counts_where_the_provider_keeps_it() {
    let entries = |first: &str, second: &str| {
        one("Acl", json!({ "cidrBlocks": [{ "address": first, "comment": "" }, { "address": second, "comment": "" }] }))
    };
    let plan = plan(LEGACY, &entries("9.9.9.0/24", "9.9.8.0/24"), &entries("9.9.8.0/24", "9.9.9.0/24"));
    assert_eq!(step(&plan, "it")["action"], "update");
}

#[test]
fn a_name_that_looks_like_a_version_says_nothing_of_the_version() {
    let of = |tag: Value| {
        one("ManagedCluster", json!({ "name": "26.0", "serverVersion": unknown(), "serverVersionTag": tag }))
    };
    let plan = plan(LEGACY, &of(Value::Null), &of(json!("24.10.4")));
    assert_eq!(step(&plan, "it")["properties"][0]["effect"], "upgrade", "{plan:#}");
}

#[test]
fn values_of_every_type_are_shown() {
    for (kind, path, before, after) in [
        ("ManagedCluster", "protected", json!(false), json!(true)),
        ("ManagedCluster", "diskIops", json!(3000), json!(4000)),
        ("ManagedCluster", "instanceType", json!("M8"), json!("M16")),
        ("Peering", "routes", json!(["10.1.0.0/16"]), json!(["10.1.0.0/16", "10.2.0.0/16"])),
    ] {
        let of = |value: &Value| {
            let mut changes = json!({});
            changes[path] = value.clone();
            one(kind, changes)
        };
        let plan = plan(LEGACY, &of(&before), &of(&after));
        let shown = &step(&plan, "it")["properties"][0];
        assert_eq!((&shown["path"], &shown["from"], &shown["to"]), (&json!(path), &before, &after), "{plan:#}");
    }
}

/// What is shown of a change of one property.
fn shown(kind: &str, property: &str, before: Value, after: Value) -> (Value, Value) {
    let plan = plan(LEGACY, &one(kind, json!({ property: before })), &one(kind, json!({ property: after })));
    let changed = step(&plan, "it")["properties"][0].clone();
    (changed["from"].clone(), changed["to"].clone())
}

#[test]
fn whole_numbers_are_shown_without_a_point() {
    for (number, text) in [
        (0.0, "0"),
        (4096.0, "4096"),
        (100.5, "100"),
        (999_999_999_999_999.0, "999999999999999"),
        (1e15, "1000000000000000.0"),
    ] {
        assert_eq!(shown("ManagedCluster", "diskIops", json!(7), json!(number)).1.to_string(), text);
    }
}

#[test]
fn what_is_too_long_to_read_is_not_shown() {
    let list = |count: usize| (0..count).map(|i| json!(format!("10.{}.{}.0/24", i / 256, i % 256))).collect::<Value>();
    let map = |count: usize| Value::Object((0..count).map(|i| (format!("k{i}"), json!("a"))).collect());
    for (kind, property, before, longest, longer) in [
        ("ManagedCluster", "name", json!("a"), json!("b".repeat(MAX_NAME)), json!("b".repeat(MAX_NAME + 1))),
        ("Peering", "routes", list(1), list(MAX_NAME), list(MAX_NAME + 1)),
        ("Acl", "cidrBlocks", json!([]), json!([map(MAX_NAME)]), json!([map(MAX_NAME + 1)])),
    ] {
        assert!(shown(kind, property, before.clone(), longest.clone()).1 == longest, "{kind}.{property}");
        assert!(shown(kind, property, before, longer).1.is_null(), "{kind}.{property}");
    }
}

#[test]
fn a_key_on_one_side_only_is_a_change_where_it_has_a_value() {
    for (value, action) in [(json!("a"), "update"), (unknown(), "undecided")] {
        let of = |token: &Value| one("Integration", json!({ "data": { "sink": "slack", "channelId": token } }));
        let without = one("Integration", json!({ "data": { "sink": "slack" } }));
        for (before, after) in [(&without, &of(&value)), (&of(&value), &without)] {
            assert_eq!(step(&plan(LEGACY, before, after), "it")["action"], action, "{value}");
        }
    }
}

#[test]
fn what_is_protected_is_not_deleted_whatever_an_unknown_value_is() {
    for (protected, may) in [(false, true), (true, false)] {
        let of = |topology: Value| one("ManagedCluster", json!({ "protected": protected, "topology": topology }));
        let open = plan(LEGACY, &of(json!("single-node")), &of(unknown()));
        assert_eq!((&open["mayLoseDatabase"], open["headline"].is_null()), (&json!(may), !may), "{open:#}");
    }
}
