//! Plans of changes: what happens to what exists already, for whole programs and for single resources.

use super::{CURRENT, LEGACY, base, codes, merged, one, plan, plan_with, step};
use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::planner::change::plan_change;
use serde_json::{Value, json};

use crate::raw;

/// A program with one of most kinds; each entry of the changes is for the resource of that name, `null` leaves it out.
fn program(changes: Value) -> Value {
    let project = json!({ "ref": "orders" });
    let cluster = json!({ "ref": "db" });
    let all = [
        ("Project", "orders", json!({})),
        ("Network", "net", json!({ "projectId": project })),
        ("Peering", "apps", json!({ "projectId": project, "networkId": { "ref": "net" } })),
        ("ManagedCluster", "db", json!({ "projectId": project, "networkId": { "ref": "net" } })),
        ("ScheduledBackup", "nightly", json!({ "projectId": project, "sourceClusterId": cluster })),
        ("AWSCloudWatchLogsIntegration", "logs", json!({ "projectId": project, "clusterIds": [cluster] })),
        ("Integration", "chat", json!({ "projectId": project })),
    ];
    let mut resources = Vec::new();
    for (kind, name, refs) in all {
        let own = changes.get(name).cloned().unwrap_or_else(|| json!({}));
        if own.is_null() {
            continue;
        }
        let args = merged(merged(base(kind), &refs), &own);
        resources.push(json!({ "kind": kind, "name": name, "args": args }));
    }
    json!({ "resources": resources })
}

/// What happens to each resource, by its name.
fn actions(plan: &Value) -> Vec<(&str, &str)> {
    let steps = plan["steps"].as_array().unwrap().iter();
    steps.map(|step| (step["resource"]["name"].as_str().unwrap(), step["action"].as_str().unwrap())).collect()
}

#[test]
fn nothing_happens_where_nothing_changes() {
    for target in [LEGACY, CURRENT] {
        let same = plan(target, &program(json!({})), &program(json!({})));
        assert!(actions(&same).iter().all(|(_, action)| *action == "none"), "{same:#}");
        assert_eq!((&same["ok"], codes(&same).len(), same["deferred"].as_array().unwrap().len()), (&json!(true), 0, 0));
    }
}

#[test]
fn what_is_only_read_is_not_changed() {
    let managed = program(json!({}));
    let mut read = managed.clone();
    read["resources"][1]["state"] = json!(["read"]);
    let mut changed = read.clone();
    changed["resources"][1]["args"]["region"] = json!("eu-west-1");
    let others = |action: &'static str| {
        ["orders", "apps", "db", "nightly", "logs", "chat"].map(|name| (name, action)).into_iter().collect::<Vec<_>>()
    };
    assert_eq!(actions(&plan(LEGACY, &read, &changed)), others("none"));
    assert_eq!(actions(&plan(LEGACY, &Value::Null, &read)), others("create"));
    assert_eq!(actions(&plan(LEGACY, &read, &Value::Null)).len(), 6);
    // What was managed before is deleted, and what is managed from now on is created.
    let action = |before: &Value, after: &Value| step(&plan(LEGACY, before, after), "net")["action"].clone();
    assert_eq!([action(&managed, &read), action(&read, &managed)], ["delete", "create"]);
}

#[test]
fn everything_is_created_from_nothing_and_deleted_to_nothing() {
    let made = plan(LEGACY, &Value::Null, &program(json!({})));
    assert!(actions(&made).iter().all(|(_, action)| *action == "create"));
    let deleted = plan(LEGACY, &program(json!({})), &Value::Null);
    assert!(actions(&deleted).iter().all(|(_, action)| *action == "delete"));
    assert_eq!(actions(&deleted).last().unwrap(), &("orders", "delete"));
    assert_eq!(
        step(&deleted, "db")["cascade"],
        json!([{ "kind": "Project", "name": "orders" }, { "kind": "Network", "name": "net" }])
    );
    assert_eq!(
        ["db", "net", "orders", "apps"].map(|name| step(&deleted, name)["dataLoss"] == true),
        [true, true, true, false]
    );
}

#[test]
fn what_replaces_a_cluster_is_what_to_revert() {
    let topology = json!({ "topology": "single-node" });
    for (net, db, expected) in [
        (json!({}), topology.clone(), "revert the change of `topology`; "),
        (json!({ "region": "eu-west-1" }), json!({}), "revert the change of `net`; "),
        (json!({ "region": "eu-west-1" }), topology, "revert the change of `topology`, and that of `net`; "),
    ] {
        let planned = plan(LEGACY, &program(json!({})), &program(json!({ "net": net, "db": db })));
        let lost = planned["diagnostics"].as_array().unwrap().iter().find(|one| one["code"] == "PLAN001").unwrap();
        assert!(lost["help"].as_str().unwrap().starts_with(expected), "{lost}");
    }
}

#[test]
fn a_replaced_network_replaces_what_is_in_it() {
    let moved = plan(LEGACY, &program(json!({})), &program(json!({ "net": { "region": "eu-west-1" } })));
    assert_eq!(
        actions(&moved),
        [
            ("orders", "none"),
            ("net", "replace"),
            ("apps", "replace"),
            ("db", "replace"),
            ("nightly", "replace"),
            ("logs", "update"),
            ("chat", "none")
        ]
    );
    let db = step(&moved, "db");
    assert_eq!((&db["dataLoss"], &db["downtime"]), (&json!(true), &json!("restart")));
    assert_eq!(db["cascade"], json!([{ "kind": "Network", "name": "net" }]));
    assert_eq!(db["properties"], json!([{ "path": "networkId", "effect": "replace" }]));
    assert_eq!(step(&moved, "nightly")["cascade"], json!([{ "kind": "ManagedCluster", "name": "db" }]));
    assert_eq!(step(&moved, "net")["dataLoss"], true);
    assert_eq!(moved["ok"], false);
    for code in ["PLAN001", "PLAN003", "PLAN016"] {
        assert!(codes(&moved).contains(&code), "{code}: {moved:#}");
    }
}

#[test]
fn what_has_a_name_is_deleted_first() {
    let order = |target: &str, name: Value, kind: &str, change: Value| {
        let before = one(kind, json!({ "name": name }));
        let mut changes = change;
        changes["name"] = name;
        let after = one(kind, changes);
        step(&plan(target, &before, &after), "it")["order"].clone()
    };
    let topology = json!({ "topology": "single-node" });
    assert_eq!(order(LEGACY, json!("orders"), "ManagedCluster", topology.clone()), "deleteFirst");
    assert_eq!(order(LEGACY, Value::Null, "ManagedCluster", topology.clone()), "createFirst");
    assert_eq!(order("kurrent-io/kurrentcloud@3.1.0", Value::Null, "ManagedCluster", topology), "deleteFirst");
    let schedule = json!({ "schedule": "0 4 * * *" });
    assert_eq!(order(LEGACY, Value::Null, "ScheduledBackup", schedule), "createFirst");
    // What refers to something that is deleted first is deleted before it.
    let net = |region: &str| program(json!({ "net": { "name": "n", "region": region }, "db": { "name": null } }));
    let moved = plan(LEGACY, &net("us-east-1"), &net("eu-west-1"));
    assert_eq!(
        ["net", "db", "nightly"].map(|name| step(&moved, name)["order"].clone()),
        [json!("deleteFirst"), json!("deleteFirst"), json!("deleteFirst")]
    );
}

#[test]
fn what_is_protected_is_neither_deleted_nor_replaced() {
    let cluster = |protected: Value, topology: &str| {
        one("ManagedCluster", json!({ "protected": protected, "topology": topology }))
    };
    let three = "three-node-multi-zone";
    for (before, after) in [
        (cluster(json!(true), three), cluster(json!(true), "single-node")),
        (cluster(json!(true), three), cluster(json!(false), "single-node")),
        (cluster(json!(true), three), Value::Null),
    ] {
        let plan = plan(LEGACY, &before, &after);
        let it = step(&plan, "it");
        assert_eq!(
            (&it["action"], &it["dataLoss"], it.get("order")),
            (&json!("refused"), &json!(false), None),
            "{plan:#}"
        );
        assert_eq!((codes(&plan).contains(&"PLAN004"), codes(&plan).contains(&"PLAN001")), (true, false));
        assert_eq!(plan["ok"], false);
    }
    // Protection that comes with the same change does not help the old cluster.
    let late = plan(LEGACY, &cluster(json!(false), three), &cluster(json!(true), "single-node"));
    assert_eq!(step(&late, "it")["action"], "replace");
    let unknown = plan(LEGACY, &cluster(json!({ "unknown": true }), three), &cluster(json!(true), "single-node"));
    let waits =
        json!({ "resource": { "kind": "ManagedCluster", "name": "it" }, "path": "protected", "effect": "refused" });
    assert!(unknown["deferred"].as_array().unwrap().contains(&waits), "{unknown:#}");

    let held = |region: &str| program(json!({ "net": { "region": region }, "db": { "protected": true } }));
    let plan = plan(LEGACY, &held("us-east-1"), &held("eu-west-1"));
    // What depends on it goes before the service is asked.
    assert_eq!([step(&plan, "db")["action"].clone(), step(&plan, "nightly")["action"].clone()], ["refused", "replace"]);
}

#[test]
fn properties_do_what_their_tables_say() {
    let cluster = |args: Value| one("ManagedCluster", merged(json!({ "topology": "three-node-multi-zone" }), &args));
    let single = |args: Value| one("ManagedCluster", merged(json!({ "topology": "single-node" }), &args));
    for (before, after, action, effect, downtime) in [
        (
            cluster(json!({ "instanceType": "C4" })),
            cluster(json!({ "instanceType": "M8" })),
            "resize",
            "resize",
            "rolling",
        ),
        (
            single(json!({ "instanceType": "C4" })),
            single(json!({ "instanceType": "M8" })),
            "resize",
            "resize",
            "restart",
        ),
        (cluster(json!({ "diskSize": 100 })), cluster(json!({ "diskSize": 200 })), "disk", "disk", "none"),
        (cluster(json!({ "diskSize": 200 })), cluster(json!({ "diskSize": 100 })), "refused", "refused", "none"),
        (cluster(json!({ "diskIops": 3000 })), cluster(json!({ "diskIops": 4000 })), "disk", "disk", "none"),
        (cluster(json!({ "protected": true })), cluster(json!({})), "update", "inPlace", "none"),
        (
            cluster(json!({ "serverVersion": "24.10" })),
            cluster(json!({ "serverVersion": "26.0" })),
            "update",
            "noEffect",
            "none",
        ),
        (
            single(json!({ "serverVersionTag": "24.10.3" })),
            single(json!({ "serverVersionTag": "26.0.1" })),
            "upgrade",
            "upgrade",
            "restart",
        ),
        (
            cluster(json!({ "serverVersion": "24.10", "serverVersionTag": "26.0.3" })),
            cluster(json!({ "serverVersion": "24.10", "serverVersionTag": "24.10.4" })),
            "upgrade",
            "downgrade",
            "rolling",
        ),
        (one("Network", json!({ "name": "a" })), one("Network", json!({ "name": "b" })), "refused", "refused", "none"),
        (one("Acl", json!({ "name": "a" })), one("Acl", json!({ "name": "b" })), "update", "inPlace", "none"),
        (one("Acl", json!({})), one("Acl", json!({ "cidrBlocks": [] })), "update", "noEffect", "none"),
        (one("Project", json!({ "name": "a" })), one("Project", json!({ "name": "b" })), "update", "inPlace", "none"),
        (
            one("Integration", json!({ "data": { "sink": "slack", "channelId": "a" } })),
            one("Integration", json!({ "data": { "sink": "opsGenie", "channelId": "a" } })),
            "update",
            "noEffect",
            "none",
        ),
        (
            one("Peering", json!({ "routes": ["10.1.0.0/16"] })),
            one("Peering", json!({ "routes": ["10.2.0.0/16"] })),
            "replace",
            "replace",
            "restart",
        ),
    ] {
        let plan = plan(LEGACY, &before, &after);
        let it = step(&plan, "it");
        assert_eq!((&it["action"], &it["downtime"]), (&json!(action), &json!(downtime)), "{plan:#}");
        assert_eq!(it["properties"].as_array().unwrap().len(), 1, "{plan:#}");
        assert_eq!(it["properties"][0]["effect"], effect, "{plan:#}");
    }
}

#[test]
fn spellings_that_the_provider_treats_alike_are_not_a_change() {
    for (kind, before, after) in [
        ("ManagedCluster", json!({ "instanceType": "m8" }), json!({ "instanceType": "M8" })),
        ("ManagedCluster", json!({ "projectionLevel": null }), json!({ "projectionLevel": "Off" })),
        ("ManagedCluster", json!({ "protected": null, "publicAccess": false }), json!({ "protected": false })),
        ("ManagedCluster", json!({ "aclId": "" }), json!({})),
        ("ManagedCluster", json!({ "diskSize": 100.2 }), json!({ "diskSize": 100.9 })),
        ("ManagedCluster", json!({ "serverVersionTag": "26.0.1" }), json!({ "serverVersionTag": null })),
        ("Network", json!({ "resourceProvider": "AWS" }), json!({ "resourceProvider": "aws" })),
        (
            "Peering",
            json!({ "routes": ["10.1.0.0/16", "10.2.0.0/16"] }),
            json!({ "routes": ["10.2.0.0/16", "10.1.0.0/16"] }),
        ),
        ("ManagedCluster", json!({ "serverVersionTag": "26.0.1" }), json!({ "serverVersionTag": "" })),
        ("ManagedCluster", json!({ "diskIops": null }), json!({ "diskIops": 0.5, "diskThroughput": 125 })),
        ("Peering", json!({ "name": "apps" }), json!({ "name": null })),
        ("Project", json!({ "name": "a" }), json!({ "name": null })),
        (
            "Acl",
            json!({ "cidrBlocks": [{ "address": "9.9.9.0/24" }] }),
            json!({ "cidrBlocks": [{ "address": "9.9.9.0/24", "comment": "" }] }),
        ),
        (
            "Acl",
            json!({ "cidrBlocks": [{ "address": "9.9.9.0/24", "comment": "" }] }),
            json!({ "cidrBlocks": [{ "address": "9.9.9.0/24" }] }),
        ),
    ] {
        let plan = plan(LEGACY, &one(kind, before.clone()), &one(kind, after));
        assert_eq!(
            (&step(&plan, "it")["action"], &plan["deferred"]),
            (&json!("none"), &json!([])),
            "{before}: {plan:#}"
        );
    }
}

#[test]
fn what_the_service_stores_otherwise_comes_back_in_every_plan() {
    let entries = |entry: Value| one("Acl", json!({ "cidrBlocks": [entry] }));
    let (bare, empty) = (json!({ "address": "9.9.9.0/24" }), json!({ "address": "9.9.9.0/24", "comment": "" }));
    const TERRAFORM: &str = "eventstore/eventstorecloud@1.7.2";
    let upper = |kind: &str, name: &str, text: &str| one(kind, json!({ name: text }));
    for (target, before, after, action) in [
        (TERRAFORM, entries(bare.clone()), entries(bare.clone()), "update"),
        (TERRAFORM, entries(empty.clone()), entries(bare.clone()), "update"),
        (TERRAFORM, entries(bare.clone()), entries(empty.clone()), "none"),
        (LEGACY, entries(bare.clone()), entries(bare), "none"),
        (
            LEGACY,
            upper("Peering", "peerResourceProvider", "AWS"),
            upper("Peering", "peerResourceProvider", "AWS"),
            "replace",
        ),
        (
            LEGACY,
            upper("Peering", "peerResourceProvider", "AWS"),
            upper("Peering", "peerResourceProvider", "aws"),
            "none",
        ),
        (
            LEGACY,
            upper("ManagedCluster", "topology", "Single-Node"),
            upper("ManagedCluster", "topology", "Single-Node"),
            "replace",
        ),
        (
            LEGACY,
            upper("ManagedCluster", "topology", "Single-Node"),
            upper("ManagedCluster", "topology", "single-node"),
            "none",
        ),
        // Whether the service answers with another spelling is not known.
        (LEGACY, upper("Network", "region", "US-East-1"), upper("Network", "region", "us-east-1"), "undecided"),
        (LEGACY, upper("Network", "region", "us-east-1"), upper("Network", "region", "US-East-1"), "replace"),
        (LEGACY, upper("Network", "region", "East US"), upper("Network", "region", "eastus"), "undecided"),
        (LEGACY, upper("Network", "region", " eastus"), upper("Network", "region", "eastus"), "undecided"),
        (LEGACY, upper("Network", "region", "eastus"), upper("Network", "region", "East US"), "replace"),
        (LEGACY, upper("Network", "region", "East US"), upper("Network", "region", "eastus2"), "replace"),
        (
            LEGACY,
            upper("Peering", "peerNetworkRegion", "East US"),
            upper("Peering", "peerNetworkRegion", "eastus"),
            "undecided",
        ),
    ] {
        let plan = plan(target, &before, &after);
        assert_eq!(step(&plan, "it")["action"], action, "{before} {after}");
    }
}

#[test]
fn versions_differ_in_what_they_replace() {
    let resized = |target: &str| {
        plan(
            target,
            &one("ManagedCluster", json!({ "instanceType": "M8" })),
            &one("ManagedCluster", json!({ "instanceType": "M16" })),
        )
    };
    for (target, action) in [
        ("eventstore/eventstorecloud@1.5.27", "replace"),
        ("eventstore/eventstorecloud@1.5.28", "resize"),
        ("eventstore/eventstorecloud@~> 1.5.0", "resize"),
        ("eventstore/eventstorecloud@>= 1.5.0, < 1.5.20", "replace"),
        ("eventstore/eventstorecloud@1.9.0", "resize"),
        ("eventstorecloud@0.2.11", "replace"),
        ("eventstorecloud@^0.2.11", "resize"),
        // What an unknown version does may be the worst.
        ("eventstore/eventstorecloud@0.9.0", "undecided"),
    ] {
        assert_eq!(step(&resized(target), "it")["action"], action, "{target}");
    }
    let unknown = resized("eventstore/eventstorecloud@0.9.0");
    assert_eq!(unknown["deferred"][0]["effect"], "replace", "{unknown:#}");
}

#[test]
fn targets_differ_in_what_they_replace() {
    let level = |level: &str| one("ManagedCluster", json!({ "projectionLevel": level, "instanceType": "M32" }));
    let action = |target: &str| step(&plan(target, &level("off"), &level("system")), "it")["action"].clone();
    assert_eq!([action(LEGACY), action(CURRENT)], ["replace", "update"]);
    assert_eq!(
        [action("kurrent-io/kurrentcloud@2.0.9"), action("kurrent-io/kurrentcloud@2.1.0")],
        ["replace", "update"]
    );
    for target in [LEGACY, CURRENT] {
        let acl = |id: &str| one("ManagedCluster", json!({ "publicAccess": true, "aclId": id }));
        let plan = plan(target, &acl("c2bq5k5o4t0gqrkt0060"), &acl("c2bq5k5o4t0gqrkt0061"));
        assert_eq!(step(&plan, "it")["action"], "replace");
        assert_eq!((codes(&plan).contains(&"PLAN013"), codes(&plan).contains(&"PLAN001")), (true, false));
    }
}

#[test]
fn unknown_values_neither_change_nor_stay() {
    let unknown = json!({ "unknown": true });
    for (before, after) in [
        (json!("us-east-1"), unknown.clone()),
        (unknown.clone(), json!("us-east-1")),
        (unknown.clone(), unknown.clone()),
    ] {
        let of = |region: &Value| program(json!({ "net": { "region": region } }));
        let plan = plan(LEGACY, &of(&before), &of(&after));
        assert_eq!(
            actions(&plan),
            [
                ("orders", "none"),
                ("net", "undecided"),
                ("apps", "undecided"),
                ("db", "undecided"),
                ("nightly", "undecided"),
                ("logs", "undecided"),
                ("chat", "none")
            ]
        );
        assert!(
            plan["steps"]
                .as_array()
                .unwrap()
                .iter()
                .all(|step| step["properties"] == json!([]) && step["dataLoss"] == false)
        );
        let waits =
            json!({ "resource": { "kind": "ManagedCluster", "name": "db" }, "path": "networkId", "effect": "replace" });
        assert!(plan["deferred"].as_array().unwrap().contains(&waits), "{plan:#}");
        assert_eq!((codes(&plan).len(), &plan["ok"]), (0, &json!(true)));
        assert_eq!(
            (&plan["mayLoseDatabase"], &plan["headline"]),
            (&json!(true), &json!("1 database may be deleted: db"))
        );
        let options = json!({ "target": LEGACY, "allowDataLoss": ["db"] });
        let allowed = plan_with(&of(&before), &of(&after), &options);
        assert_eq!((allowed.may_lose_database, &allowed.headline), (false, &None), "{allowed:#?}");
    }
    // An id and the name of a resource may mean the same one.
    let by_id = program(json!({ "db": { "networkId": "cu3hlaiirsdmuidcjffg" } }));
    let plan_of_ids = plan(LEGACY, &by_id, &program(json!({})));
    assert_eq!(step(&plan_of_ids, "db")["action"], "undecided");
    // The service has some version of the line; whether it is this one, nobody knows.
    let tag = |tag: Value| one("ManagedCluster", json!({ "serverVersion": "24.10", "serverVersionTag": tag }));
    let same_line = plan(LEGACY, &tag(Value::Null), &tag(json!("24.10.4")));
    assert_eq!(step(&same_line, "it")["action"], "undecided");
    let upgraded = one("ManagedCluster", json!({ "serverVersion": "26.0", "serverVersionTag": "26.0.1" }));
    let other_line = plan(LEGACY, &tag(Value::Null), &upgraded);
    assert_eq!(
        (&step(&other_line, "it")["action"], &step(&other_line, "it")["route"]),
        (&json!("upgrade"), &json!({ "hops": ["26.0"] }))
    );
    // The provider wants both of one line.
    let outside = plan(LEGACY, &tag(Value::Null), &tag(json!("26.0.1")));
    assert_eq!((&step(&outside, "it")["action"], codes(&outside)), (&json!("refused"), vec!["PLAN029"]));
}

#[test]
fn a_partial_program_says_nothing_about_the_rest() {
    let mut part = program(json!({ "nightly": null }));
    part["partial"] = json!(true);
    let plan = plan(LEGACY, &program(json!({})), &part);
    assert_eq!(step(&plan, "nightly")["action"], "undecided");
    assert_eq!(plan["deferred"][0]["effect"], "delete");
}

#[test]
fn what_stays_in_something_deleted_is_replaced() {
    let plan = plan(LEGACY, &program(json!({})), &program(json!({ "net": null })));
    assert_eq!(step(&plan, "db")["action"], "replace");
    assert_eq!(step(&plan, "db")["cascade"], json!([{ "kind": "Network", "name": "net" }]));
}

#[test]
fn values_are_shown_and_secrets_are_not() {
    let plain = plan(
        LEGACY,
        &one("ManagedCluster", json!({ "diskSize": 100 })),
        &one("ManagedCluster", json!({ "diskSize": 200 })),
    );
    assert_eq!(
        step(&plain, "it")["properties"][0],
        json!({ "path": "diskSize", "effect": "disk", "from": 100, "to": 200 })
    );
    let canary = |n: u32| format!("canary{n}");
    let secret = |value: Value| json!({ "secret": value });
    for (kind, before, after) in [
        (
            "AWSCloudWatchLogsIntegration",
            json!({ "secretAccessKey": canary(1) }),
            json!({ "secretAccessKey": canary(2) }),
        ),
        (
            "Integration",
            json!({ "data": { "sink": "slack", "token": canary(1) } }),
            json!({ "data": { "sink": "slack", "token": canary(2) } }),
        ),
        (
            "Integration",
            json!({ "data": secret(json!({ "canary3": "a" })) }),
            json!({ "data": { "canary4": canary(1) } }),
        ),
        ("ManagedCluster", json!({ "topology": secret(json!("canary-A")) }), json!({ "topology": "canary-b" })),
        ("ManagedCluster", json!({ "diskSize": secret(json!(54321)) }), json!({ "diskSize": 12345 })),
        (
            "ManagedCluster",
            json!({ "serverVersionTag": secret(json!("21.10.7777")) }),
            json!({ "serverVersionTag": secret(json!("26.0.8888")) }),
        ),
        ("Peering", json!({ "routes": ["10.1.0.0/16", secret(json!("canary5"))] }), json!({ "routes": ["canary6"] })),
        ("Provider", json!({ "token": canary(1) }), json!({ "token": canary(2) })),
        (
            "Acl",
            json!({ "cidrBlocks": [{ "address": "203.0.113.0/24", "comment": secret(json!("canary7")) }] }),
            json!({ "cidrBlocks": [] }),
        ),
    ] {
        for target in [LEGACY, CURRENT] {
            let text = plan(target, &one(kind, before.clone()), &one(kind, after.clone())).to_string();
            for hidden in [
                "canary1", "canary2", "canary3", "canary-A", "54321", "12345", "7777", "8888", "21.10", "26.0",
                "canary5", "canary7",
            ] {
                assert!(!text.contains(hidden), "{kind} {before} {hidden}: {text}");
            }
            assert_ne!(
                text,
                plan(target, &one(kind, before.clone()), &one(kind, before.clone())).to_string(),
                "{kind} {before}"
            );
        }
    }
    // The name of what a secret refers to is a secret too.
    let of = |region: &str| {
        program(
            json!({ "net": { "region": region }, "db": { "networkId": { "secret": { "ref": "net" } }, "protected": false } }),
        )
    };
    let moved = plan(LEGACY, &of("us-east-1"), &of("eu-west-1"));
    let db = step(&moved, "db");
    assert_eq!((&db["action"], db.get("cascade")), (&json!("replace"), None));
    let own = moved["diagnostics"].as_array().unwrap().iter().filter(|d| d["resource"]["name"] == "db");
    for text in own.map(Value::to_string).chain([db["reasons"].to_string()]) {
        assert!(!text.contains("`net`"), "{text}");
    }
}

#[test]
fn options_are_read_with_care() {
    let refused = plan_change(&Raw::Null, &Raw::Null, &raw(&json!({ "severity": { "PLAN099": "off" } }))).unwrap_err();
    assert_eq!(refused.path, "options.severity.PLAN099");
    let shrink = |options: &Value| {
        plan_with(
            &one("ManagedCluster", json!({ "diskSize": 200 })),
            &one("ManagedCluster", json!({ "diskSize": 100 })),
            options,
        )
    };
    assert_eq!(shrink(&json!({})).diagnostics.len(), 1);
    let off = shrink(&json!({ "severity": { "PLAN005": "off" } }));
    assert_eq!((off.diagnostics.len(), off.ok), (0, false));
    let mut document = program(json!({}));
    document["target"] = json!(CURRENT);
    assert_eq!(plan_with(&document, &Value::Null, &json!({})).target, CURRENT);
}

#[test]
fn lists_and_objects_are_shown() {
    let acl = |address: &str| one("Acl", json!({ "cidrBlocks": [{ "address": address, "comment": "office" }] }));
    let plan = plan(LEGACY, &acl("203.0.113.0/24"), &acl("203.0.114.0/24"));
    assert_eq!(step(&plan, "it")["properties"][0]["to"], json!([{ "address": "203.0.114.0/24", "comment": "office" }]));
}

#[test]
fn additions_to_the_catalogue_count() {
    let disk = |size: u32| one("ManagedCluster", json!({ "diskType": "gp9", "diskSize": size }));
    let found = |catalogue: Value| {
        let plan = plan_with(&disk(1000), &disk(2000), &json!({ "target": LEGACY, "catalogue": catalogue }));
        codes(&serde_json::to_value(plan).unwrap()).contains(&"PLAN006")
    };
    assert!(found(json!({ "diskTypes": [{ "cloud": "aws", "id": "gp9" }] })));
    assert!(!found(json!({ "diskTypes": [{ "cloud": "gcp", "id": "gp9" }] })));
    assert!(!found(json!({})));
}

#[test]
fn of_many_protected_resources_ten_are_named() {
    let clusters = |region: &str| {
        let in_net = json!({ "networkId": { "ref": "net" }, "protected": true });
        let names: Vec<String> = (0..12).map(|i| format!("db{i:02}")).collect();
        let clusters = names.iter().map(|name| ("ManagedCluster", name.as_str(), in_net.clone()));
        let net = ("Network", "net", json!({ "region": region }));
        super::program(&std::iter::once(net).chain(clusters).collect::<Vec<_>>())
    };
    let plan = plan(LEGACY, &clusters("us-east-1"), &clusters("eu-west-1"));
    assert_eq!(
        step(&plan, "net")["reasons"].as_array().unwrap().last().unwrap(),
        "the Network cannot be deleted while it has protected resources: `db00`, `db01`, `db02`, `db03`, `db04`, `db05`, \
         `db06`, `db07`, `db08`, `db09` and 2 more"
    );
}
