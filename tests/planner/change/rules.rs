//! The rules about changes: each reports the known example of it, and not what to do instead.
//!
//! `RULE_FACTS=FILE cargo test --test planner_change_rules` also compares their sources with a file of facts.

use std::collections::BTreeSet;

use super::{CURRENT, LEGACY, codes, one, plan, plan_with};
use eventstorecloud_planner::rules::{RuleMeta, Subject, all};
use serde_json::{Value, json};

fn change_rules() -> impl Iterator<Item = &'static RuleMeta> {
    all().filter(|rule| rule.subject == Subject::Change)
}

/// For each rule a change that breaks it and one that does not.
fn examples() -> Vec<(&'static str, &'static str, Value, Value, Value)> {
    let c = |args: Value| one("ManagedCluster", args);
    let tags = |line: &str, tag: &str| c(json!({ "serverVersion": line, "serverVersionTag": tag }));
    let single = |line: &str, tag: &str| {
        c(json!({ "topology": "single-node", "instanceType": "C4", "serverVersion": line, "serverVersionTag": tag }))
    };
    let azure = |size: u32| {
        c(json!({ "diskType": "premium-ssd-lrs", "diskSize": size, "diskIops": null, "diskThroughput": null }))
    };
    let job = |schedule: &str| one("ScheduledBackup", json!({ "schedule": schedule }));
    let peering = |args: Value| one("Peering", args);
    let acl = |id: &str| c(json!({ "publicAccess": true, "aclId": id, "name": null }));
    let level = |level: &str| c(json!({ "projectionLevel": level }));
    let topology = |name: Value, topology: &str| c(json!({ "name": name, "topology": topology }));
    let (three, alone) = ("three-node-multi-zone", "single-node");
    vec![
        ("PLAN001", LEGACY, topology(json!("a"), three), topology(json!("a"), alone), topology(json!("b"), three)),
        ("PLAN002", LEGACY, topology(json!("a"), three), topology(json!("a"), alone), topology(Value::Null, alone)),
        (
            "PLAN003",
            LEGACY,
            one("Network", json!({ "cidrBlock": "10.8.0.0/21" })),
            one("Network", json!({ "cidrBlock": "10.9.0.0/21" })),
            one("Network", json!({ "cidrBlock": "10.8.0.0/21", "name": "b" })),
        ),
        (
            "PLAN004",
            LEGACY,
            c(json!({ "protected": true, "topology": three })),
            c(json!({ "protected": true, "topology": alone })),
            c(json!({ "protected": false, "topology": three })),
        ),
        (
            "PLAN005",
            LEGACY,
            c(json!({ "diskSize": 200 })),
            c(json!({ "diskSize": 100 })),
            c(json!({ "diskSize": 300 })),
        ),
        (
            "PLAN006",
            LEGACY,
            c(json!({ "diskSize": 200 })),
            c(json!({ "diskSize": 300 })),
            c(json!({ "diskSize": 200, "name": "b" })),
        ),
        (
            "PLAN007",
            LEGACY,
            c(json!({ "topology": alone, "instanceType": "C4" })),
            c(json!({ "topology": alone, "instanceType": "M8" })),
            c(json!({ "topology": alone, "instanceType": "C4", "name": "b" })),
        ),
        (
            "PLAN007",
            "eventstorecloud@0.2.7",
            c(json!({ "topology": three, "instanceType": "C4" })),
            c(json!({ "topology": three, "instanceType": "M8" })),
            c(json!({ "topology": three, "instanceType": "C4" })),
        ),
        ("PLAN008", LEGACY, single("24.10", "24.10.3"), single("24.10", "24.10.4"), single("24.10", "24.10.3")),
        (
            "PLAN009",
            LEGACY,
            c(json!({ "serverVersion": "24.10" })),
            c(json!({ "serverVersion": "26.0" })),
            c(json!({ "serverVersion": "26.0", "serverVersionTag": "26.0.1" })),
        ),
        ("PLAN010", LEGACY, tags("21.10", "21.10.1"), tags("26.0", "26.0.1"), tags("24.10", "24.10.4")),
        ("PLAN011", LEGACY, tags("26.0", "26.0.3"), tags("24.10", "24.10.4"), tags("26.0", "26.0.4")),
        ("PLAN012", LEGACY, tags("23.10", "23.10.1"), tags("24.10", "24.10.4"), tags("23.10", "23.10.8")),
        ("PLAN013", CURRENT, acl("c2bq5k5o4t0gqrkt0060"), acl("c2bq5k5o4t0gqrkt0061"), acl("c2bq5k5o4t0gqrkt0060")),
        ("PLAN014", LEGACY, level("off"), level("system"), level("off")),
        (
            "PLAN015",
            CURRENT,
            one("Network", json!({ "name": "a" })),
            one("Network", json!({ "name": "b" })),
            one("Network", json!({ "name": "a" })),
        ),
        (
            "PLAN016",
            LEGACY,
            peering(json!({ "routes": ["10.1.0.0/16"] })),
            peering(json!({ "routes": ["10.2.0.0/16"] })),
            peering(json!({ "routes": ["10.1.0.0/16"], "name": "b" })),
        ),
        (
            "PLAN017",
            LEGACY,
            c(json!({ "diskType": "gp2", "diskIops": null, "diskThroughput": null })),
            c(json!({ "diskType": "gp3" })),
            c(json!({ "diskType": "gp2" })),
        ),
        ("PLAN018", LEGACY, azure(256), azure(512), azure(256)),
        (
            "PLAN019",
            LEGACY,
            c(json!({ "instanceType": "M8", "diskSize": 200 })),
            c(json!({ "instanceType": "M16", "diskSize": 300 })),
            c(json!({ "instanceType": "M16", "diskSize": 200 })),
        ),
        ("PLAN020", LEGACY, tags("24.10", "24.10.4"), tags("26.0", "26.0.1"), tags("25.0", "25.0.1")),
        ("PLAN021", LEGACY, job("0 3 * * *"), job("0 4 * * *"), job("0 3 * * *")),
        ("PLAN022", LEGACY, topology(json!("a"), three), topology(json!("a"), alone), topology(json!("b"), three)),
        (
            "PLAN023",
            LEGACY,
            c(json!({ "topology": three })),
            c(json!({ "topology": "Three-Node-Multi-Zone" })),
            c(json!({ "topology": three })),
        ),
    ]
}

#[test]
fn every_rule_sees_its_example_and_not_what_to_do_instead() {
    let mut seen = BTreeSet::new();
    for (code, target, before, bad, good) in examples() {
        let (bad, good) = (plan(target, &before, &bad), plan(target, &before, &good));
        assert!(codes(&bad).contains(&code), "{code}: {bad:#}");
        assert!(!codes(&good).contains(&code), "{code}: {good:#}");
        seen.insert(code);
        for diagnostic in bad["diagnostics"].as_array().unwrap() {
            let (message, help) = (diagnostic["message"].as_str().unwrap(), diagnostic["help"].as_str().unwrap());
            assert!(!message.ends_with('.') && !help.is_empty() && !help.ends_with('.'), "{diagnostic}");
            assert!(!message.starts_with(char::is_uppercase), "{diagnostic}");
        }
    }
    let all: BTreeSet<&str> = change_rules().map(|rule| rule.code).collect();
    assert_eq!(seen, all);
}

#[test]
fn upgrades_say_which_way_to_go() {
    let tags = |line: &str, tag: &str| one("ManagedCluster", json!({ "serverVersion": line, "serverVersionTag": tag }));
    let help = |from: Value, to: Value| {
        let plan = plan(LEGACY, &from, &to);
        let found = plan["diagnostics"].as_array().unwrap().iter().find(|d| d["code"] == "PLAN010");
        found.map(|diagnostic| diagnostic["help"].as_str().unwrap().to_string())
    };
    assert_eq!(
        help(tags("21.10", "21.10.1"), tags("26.0", "26.0.1")).unwrap(),
        "upgrade in steps: to a version of `24.10`, then to a version of `26.0`"
    );
    assert!(help(tags("21.2", "21.2.0"), tags("26.0", "26.0.1")).unwrap().starts_with("restore a backup"));
    assert_eq!(help(tags("24.10", "24.10.1"), tags("26.0", "26.0.1")), None);
    // Of lines that are newer than the catalogue nothing can be said.
    assert_eq!(help(tags("26.0", "26.0.1"), tags("27.3", "27.3.1")), None);
    let alone = one("ManagedCluster", json!({ "serverVersion": "21.10" }));
    let plan = plan(LEGACY, &alone, &one("ManagedCluster", json!({ "serverVersion": "26.0" })));
    assert!(plan["diagnostics"][0]["help"].to_string().contains("`24.10`, then"), "{plan:#}");
}

#[test]
fn additions_to_the_catalogue_count_for_rules_too() {
    let disk = |size: u32| one("ManagedCluster", json!({ "diskType": "gp9", "diskSize": size }));
    let found = |catalogue: Value| {
        let plan = plan_with(&disk(1000), &disk(2000), &json!({ "target": LEGACY, "catalogue": catalogue }));
        codes(&serde_json::to_value(plan).unwrap()).contains(&"PLAN006")
    };
    assert!(found(json!({ "diskTypes": [{ "cloud": "aws", "id": "gp9" }] })));
    assert!(!found(json!({ "diskTypes": [{ "cloud": "gcp", "id": "gp9" }] })));
    assert!(!found(json!({})));
}
