//! What a plan of changes says of each resource: why, in which order, and whether clients notice.

use super::{CURRENT, LEGACY, TERRAFORM, both, one, plan, program, step};
use serde_json::{Value, json};

const UNKNOWN: &str = "what happens to the resource depends on values that are unknown";

/// The same program as a part of a larger one.
fn part(mut program: Value) -> Value {
    program["partial"] = json!(true);
    program
}

fn refers(name: &str) -> Value {
    json!({ "ref": name })
}

fn secret(value: Value) -> Value {
    json!({ "secret": value })
}

fn unknown() -> Value {
    json!({ "unknown": true })
}

fn reasons(plan: &Value, name: &str) -> Vec<String> {
    let lines = step(plan, name)["reasons"].as_array().unwrap();
    lines.iter().map(|line| line.as_str().unwrap().to_string()).collect()
}

/// A cluster without a name, so that Pulumi can make the new one first.
fn unnamed(changes: Value) -> Value {
    one("ManagedCluster", both(json!({ "name": null }), &changes))
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
fn every_change_says_why_it_does_what_it_does() {
    let c = |args: Value| one("ManagedCluster", args);
    let slack = |sink: &str| one("Integration", json!({ "data": { "sink": sink, "channelId": "a" } }));
    let tag = |topology: &str, tag: &str| unnamed(json!({ "topology": topology, "serverVersionTag": tag }));
    let new_first = "Pulumi creates the new resource before it deletes the old one";
    for (target, before, after, expected) in [
        (LEGACY, Value::Null, c(json!({})), vec!["the resource is new in the program"]),
        (LEGACY, c(json!({})), Value::Null, vec!["the resource is no longer in the program"]),
        (LEGACY, c(json!({})), c(json!({})), vec![]),
        (LEGACY, c(json!({ "instanceType": "M8" })), c(json!({ "instanceType": "M16" })), vec![]),
        (
            LEGACY,
            unnamed(json!({})),
            unnamed(json!({ "topology": "single-node" })),
            vec!["a change of `topology` replaces the resource", new_first],
        ),
        (
            LEGACY,
            unnamed(json!({})),
            unnamed(json!({ "projectionLevel": "system" })),
            vec![
                "with the target `eventstorecloud@0.2.20`, a change of `projectionLevel` replaces the resource",
                new_first,
            ],
        ),
        (
            LEGACY,
            c(json!({ "diskSize": 200 })),
            c(json!({ "diskSize": 100 })),
            vec!["`diskSize` gets smaller, and a disk cannot shrink"],
        ),
        (
            LEGACY,
            one("Network", json!({ "name": "a" })),
            one("Network", json!({ "name": "b" })),
            vec!["the provider fails to update `name`"],
        ),
        (
            LEGACY,
            c(json!({ "serverVersion": "24.10" })),
            c(json!({ "serverVersion": "26.0" })),
            vec!["`serverVersion` is only used when the resource is created; a change of it has no effect"],
        ),
        // With the full version, the line changes as it should: nothing is to be said of it.
        (
            LEGACY,
            c(json!({ "serverVersion": "24.10", "serverVersionTag": "24.10.4" })),
            c(json!({ "serverVersion": "26.0", "serverVersionTag": "26.0.1" })),
            vec![],
        ),
        (
            LEGACY,
            c(json!({ "serverVersion": "24.10" })),
            c(json!({ "serverVersion": "26.0", "serverVersionTag": unknown() })),
            vec![UNKNOWN],
        ),
        (
            LEGACY,
            c(json!({ "serverVersion": "24.10" })),
            c(json!({ "serverVersion": "26.0", "projectId": unknown() })),
            vec!["`serverVersion` is only used when the resource is created; a change of it has no effect", UNKNOWN],
        ),
        (
            LEGACY,
            one("Acl", json!({})),
            one("Acl", json!({ "cidrBlocks": [] })),
            vec!["an empty array is not sent to the service, so `cidrBlocks` stays as it is"],
        ),
        (
            LEGACY,
            tag("three-node-multi-zone", "24.10.4"),
            tag("single-node", "26.0.1"),
            vec![
                "a change of `topology` replaces the resource",
                "`serverVersionTag` has no effect when the resource is created",
                new_first,
            ],
        ),
        (LEGACY, slack("slack"), slack("opsGenie"), vec!["the service does not update `data.sink`"]),
        (
            CURRENT,
            one("Provider", json!({ "organizationId": "bt77lfqrh41uaatmh200" })),
            one("Provider", json!({ "organizationId": "bt77lfqrh41uaatmh201" })),
            vec!["all ids are looked up in another organisation"],
        ),
        (LEGACY, c(json!({})), c(json!({ "topology": unknown() })), vec![UNKNOWN]),
        (
            LEGACY,
            c(json!({ "protected": true })),
            Value::Null,
            vec![
                "the resource is no longer in the program",
                "`protected` was true before the change, so the service rejects deleting the resource",
            ],
        ),
    ] {
        assert_eq!(reasons(&plan(target, &before, &after), "it"), expected, "{before} {after}");
    }
}

#[test]
fn a_version_has_no_effect_where_the_cluster_is_replaced() {
    let of = |topology: &str, tag: &str, size: u32| {
        one("ManagedCluster", json!({ "topology": topology, "serverVersionTag": tag, "diskSize": size }))
    };
    for tag in ["26.0.1", "24.10.1"] {
        let plan = plan(LEGACY, &of("three-node-multi-zone", "24.10.4", 200), &of("single-node", tag, 300));
        let effects: Vec<&Value> =
            step(&plan, "it")["properties"].as_array().unwrap().iter().map(|changed| &changed["effect"]).collect();
        assert_eq!(effects, ["replace", "along", "noEffect"], "{plan:#}");
    }
}

#[test]
fn what_comes_from_another_resource_names_it_once() {
    let db = |region: &str, topology: &str| {
        backed_up(json!({ "region": region, "name": null }), json!({ "topology": topology, "name": null }), json!({}))
    };
    let moved = plan(LEGACY, &db("us-east-1", "three-node-multi-zone"), &db("eu-west-1", "single-node"));
    let new_first = "Pulumi creates the new resource before it deletes the old one";
    assert_eq!(
        reasons(&moved, "db"),
        [
            "a change of `topology` replaces the resource",
            "`networkId` refers to the Network `net`, which is replaced",
            new_first
        ]
    );
    assert_eq!(
        reasons(&moved, "net"),
        [
            "a change of `region` replaces the resource",
            new_first,
            "everything in the Network is replaced or deleted as well"
        ]
    );
    // Of a reference that is a secret on either side, the name is one too.
    let hidden = json!({ "networkId": secret(refers("net")), "name": null });
    let open = json!({ "name": null });
    for (old, new) in [(&hidden, &hidden), (&hidden, &open), (&open, &hidden)] {
        let before = backed_up(json!({ "region": "us-east-1" }), old.clone(), json!({}));
        let after = backed_up(json!({ "region": "eu-west-1" }), new.clone(), json!({}));
        let lines = reasons(&plan(LEGACY, &before, &after), "db");
        assert_eq!(lines[0], "`networkId` refers to a resource that is replaced", "{old} {new}");
    }
}

#[test]
fn the_order_of_a_replacement_has_its_reason() {
    let topology =
        |name: Value, topology: &str| backed_up(json!({}), json!({ "name": name, "topology": topology }), json!({}));
    for (target, name, cluster, job) in [
        (
            LEGACY,
            json!("orders"),
            "`name` is set in the program, so Pulumi deletes the old resource before it creates the new one",
            "the old resource is deleted first, because what it refers to is deleted before its replacement is created",
        ),
        (
            LEGACY,
            Value::Null,
            "Pulumi creates the new resource before it deletes the old one",
            "Pulumi creates the new resource before it deletes the old one",
        ),
        (
            TERRAFORM,
            Value::Null,
            "Terraform deletes the old resource before it creates the new one",
            "Terraform deletes the old resource before it creates the new one",
        ),
    ] {
        let plan = plan(target, &topology(name.clone(), "three-node-multi-zone"), &topology(name, "single-node"));
        assert_eq!(reasons(&plan, "db").last().unwrap(), cluster);
        assert_eq!(reasons(&plan, "nightly").last().unwrap(), job);
    }
}

#[test]
fn what_is_protected_keeps_what_it_is_in() {
    let clusters = |count: usize, region: &str| {
        let mut all = vec![("Network", "net".to_string(), json!({ "region": region, "name": null }))];
        for i in 0..count {
            let args = json!({ "networkId": refers("net"), "protected": true });
            all.push(("ManagedCluster", format!("db{i:02}"), args));
        }
        let all: Vec<(&str, &str, Value)> = all.iter().map(|(k, n, args)| (*k, n.as_str(), args.clone())).collect();
        program(&all)
    };
    let held = "the Network cannot be deleted while it has protected resources: ";
    for (count, names) in [
        (0, None),
        (1, Some("`db00`")),
        (2, Some("`db00` and `db01`")),
        (12, Some("`db00`, `db01`, `db02`, `db03`, `db04`, `db05`, `db06`, `db07`, `db08`, `db09` and 2 more")),
    ] {
        let plan = plan(LEGACY, &clusters(count, "us-east-1"), &clusters(count, "eu-west-1"));
        let lines = reasons(&plan, "net");
        let found = lines.iter().find_map(|line| line.strip_prefix(held));
        assert_eq!(found, names, "{lines:?}");
    }
}

#[test]
fn what_a_partial_program_leaves_out_is_undecided_for_that_reason() {
    let (none, some) = (program(&[]), program(&[("ManagedCluster", "it", json!({}))]));
    for (before, after, effect, downtime) in [
        (part(none.clone()), some.clone(), "create", "none"),
        (some.clone(), part(none.clone()), "delete", "undecided"),
    ] {
        let plan = plan(LEGACY, &before, &after);
        assert_eq!(reasons(&plan, "it"), ["the resource is missing from a partial document"]);
        assert_eq!(
            (&step(&plan, "it")["action"], &plan["deferred"][0]["effect"], &step(&plan, "it")["downtime"]),
            (&json!("undecided"), &json!(effect), &json!(downtime)),
            "{plan:#}"
        );
    }
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
fn what_refers_to_something_protected_stays() {
    let of = |db: Value| backed_up(json!({}), both(json!({ "protected": true }), &db), json!({}));
    let after = of(json!({ "topology": "single-node", "projectId": unknown() }));
    let plan = plan(LEGACY, &of(json!({})), &after);
    assert_eq!([&step(&plan, "db")["action"], &step(&plan, "nightly")["action"]], ["refused", "none"]);
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
fn only_a_new_resource_with_the_same_values_is_a_renamed_one() {
    let job = |name: &'static str, schedule: &str| ("ScheduledBackup", name, json!({ "schedule": schedule }));
    let deleted = "the resource is no longer in the program";
    let renamed = "the new resource `weekly` has the same values; if it is the same resource under a new name, the resource option `aliases` keeps it";
    for (before, after, expected) in [
        (vec![job("nightly", "0 3 * * *")], vec![job("weekly", "0 3 * * *")], vec![deleted, renamed]),
        (vec![job("nightly", "0 3 * * *")], vec![job("weekly", "0 4 * * *")], vec![deleted]),
        // One that was there before is none.
        (
            vec![job("nightly", "0 3 * * *"), job("weekly", "0 3 * * *")],
            vec![job("weekly", "0 3 * * *")],
            vec![deleted],
        ),
        // Of two, nobody knows which.
        (
            vec![job("nightly", "0 3 * * *")],
            vec![job("weekly", "0 3 * * *"), job("monthly", "0 3 * * *")],
            vec![deleted],
        ),
    ] {
        let plan = plan(LEGACY, &program(&before), &program(&after));
        assert_eq!(reasons(&plan, "nightly"), expected, "{plan:#}");
    }
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
        ("ManagedCluster", "topology", "single-node", "Single-Node", "undecided"),
        ("ManagedCluster", "aclId", "c2bq5k5o4t0gqrkt0060", "C2BQ5k5o4t0gqrkt0060", "undecided"),
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
