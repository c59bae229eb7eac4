//! What the rules about changes say, and of what they say nothing.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests stop at the first surprise"
)]

use change::{CURRENT, LEGACY, TERRAFORM, base, codes, merged, one, plan, program};
use serde_json::{Value, json};

#[path = "support/change.rs"]
#[allow(dead_code, reason = "not every test needs all of it")]
mod change;

const THREE: &str = "three-node-multi-zone";
const SECRET: &str = "a value is secret, so it is not shown; what it means: ";

fn cluster(args: Value) -> Value {
    one("ManagedCluster", args)
}

/// What a rule says of a resource.
fn found<'a>(plan: &'a Value, code: &str, name: &str) -> &'a Value {
    let mut all = plan["diagnostics"].as_array().unwrap().iter();
    all.find(|found| found["code"] == code && found["resource"]["name"] == name)
        .unwrap_or_else(|| panic!("{code} of {name} in {plan:#}"))
}

fn text<'a>(plan: &'a Value, code: &str, part: &str) -> &'a str {
    found(plan, code, "it")[part].as_str().unwrap()
}

/// The resources that a rule names beside the one it is about.
fn related(found: &Value) -> Vec<&str> {
    let all = found["related"].as_array().unwrap();
    all.iter().map(|other| other["resource"]["name"].as_str().unwrap()).collect()
}

/// A network with a cluster and a peering, and the job that backs the cluster up.
fn all(region: &str, reference: impl Fn(&str) -> Value, named: bool) -> Value {
    let name = if named { json!("n") } else { Value::Null };
    program(&[
        ("Network", "net", json!({ "region": region, "name": name })),
        ("Peering", "apps", json!({ "networkId": reference("net"), "name": name })),
        ("ManagedCluster", "db", json!({ "networkId": reference("net"), "name": name })),
        ("ScheduledBackup", "nightly", json!({ "sourceClusterId": reference("db") })),
    ])
}

#[test]
fn every_kind_of_change_is_seen_by_its_own_rules_only() {
    let job = |schedule: &str| one("ScheduledBackup", json!({ "schedule": schedule }));
    let unnamed = |topology: &str| cluster(json!({ "name": null, "topology": topology }));
    let acl = |id: &str| cluster(json!({ "publicAccess": true, "protected": true, "aclId": id }));
    let level = |level: &str| cluster(json!({ "protected": true, "projectionLevel": level }));
    let azure = |size: u32| {
        cluster(json!({ "diskType": "premium-ssd-lrs", "diskSize": size, "diskIops": null, "diskThroughput": null }))
    };
    let kind = |disk: &str| cluster(json!({ "diskType": disk, "diskIops": null, "diskThroughput": null }));
    let tag = |tag: &str| cluster(json!({ "serverVersionTag": tag }));
    let set = |count: u32| one("ManagedClusterReplicaset", json!({ "replicaCount": count }));
    let peering = |route: &str| one("Peering", json!({ "routes": [route] }));
    let network = |block: &str, name: Value| one("Network", json!({ "cidrBlock": block, "name": name }));
    for (target, before, after, expected) in [
        (LEGACY, job("0 3 * * *"), job("0 4 * * *"), vec!["PLAN021"]),
        (TERRAFORM, job("0 3 * * *"), job("0 4 * * *"), vec![]),
        (LEGACY, unnamed(THREE), unnamed("single-node"), vec!["PLAN001", "PLAN022"]),
        (LEGACY, acl("c2bq5k5o4t0gqrkt0060"), acl("c2bq5k5o4t0gqrkt0061"), vec!["PLAN004"]),
        (LEGACY, level("off"), level("system"), vec!["PLAN004"]),
        (CURRENT, level("off"), level("system"), vec![]),
        (LEGACY, azure(256), azure(512), vec!["PLAN018"]),
        (LEGACY, azure(512), azure(256), vec!["PLAN005"]),
        (LEGACY, cluster(json!({ "diskSize": 200 })), cluster(json!({ "diskSize": 300 })), vec!["PLAN006"]),
        (LEGACY, kind("gp2"), kind("gp3"), vec!["PLAN006", "PLAN017"]),
        (LEGACY, kind("gp2"), kind("ssd"), vec![]),
        (LEGACY, cluster(json!({ "instanceType": "M8" })), cluster(json!({ "instanceType": "M16" })), vec![]),
        (LEGACY, tag("26.0.1"), tag("26.0.2"), vec![]),
        (CURRENT, set(1), set(2), vec![]),
        (LEGACY, peering("10.1.0.0/16"), peering("10.2.0.0/16"), vec!["PLAN016"]),
        (LEGACY, network("10.8.0.0/21", Value::Null), network("10.9.0.0/21", Value::Null), vec!["PLAN003"]),
        (LEGACY, network("10.8.0.0/21", json!("n")), network("10.9.0.0/21", json!("n")), vec!["PLAN002", "PLAN003"]),
        (LEGACY, one("Acl", json!({ "name": "a" })), one("Acl", json!({ "name": "b" })), vec![]),
        (LEGACY, one("Project", json!({ "name": "a" })), one("Project", json!({ "name": "b" })), vec![]),
    ] {
        assert_eq!(codes(&plan(target, &before, &after)), expected, "{target} {before} {after}");
    }
}

#[test]
fn messages_name_what_changes() {
    let size = |size: f64| cluster(json!({ "diskSize": size }));
    let protected = |topology: &str| cluster(json!({ "protected": true, "topology": topology }));
    let line = |line: &str| cluster(json!({ "serverVersion": line }));
    let two = |instance: &str, size: u32| cluster(json!({ "instanceType": instance, "diskSize": size }));
    let moved = |region: &str, route: &str| one("Peering", json!({ "peerNetworkRegion": region, "routes": [route] }));
    let deleted =
        "is protected, so the service refuses to delete it; switching that off counts from the next deployment on";
    let replaced =
        "is protected, so the service refuses to replace it; switching that off counts from the next deployment on";
    for (code, before, after, message) in [
        ("PLAN005", size(200.0), size(100.0), "goes from `200` to `100` GB, and the provider refuses to shrink a disk"),
        ("PLAN005", size(200.9), size(99.5), "goes from `200` to `99` GB, and the provider refuses to shrink a disk"),
        ("PLAN004", protected(THREE), protected("single-node"), replaced),
        ("PLAN004", protected(THREE), Value::Null, deleted),
        (
            "PLAN001",
            cluster(json!({ "topology": THREE })),
            cluster(json!({ "topology": "single-node", "projectId": "c2bq5k5o4t0gqrkt0031" })),
            "a change of `projectId` and `topology` deletes the cluster with its data and makes an empty one",
        ),
        (
            "PLAN009",
            line("24.10"),
            line("26.0"),
            "only `serverVersionTag` upgrades a cluster: nothing happens, and the difference comes back",
        ),
        (
            "PLAN016",
            moved("us-east-1", "10.1.0.0/16"),
            moved("eu-west-1", "10.2.0.0/16"),
            "a change of `peerNetworkRegion` and `routes` makes a new peering, and nothing passes until your side accepts it",
        ),
        (
            "PLAN019",
            two("M8", 200),
            two("M16", 300),
            "changes of `instanceType` and `diskSize` follow one another, and all of them together have 20 minutes",
        ),
    ] {
        assert_eq!(text(&plan(LEGACY, &before, &after), code, "message"), message, "{before} {after}");
    }
}

#[test]
fn a_replaced_network_names_what_goes_with_it() {
    let open = |name: &str| json!({ "ref": name });
    let plan = plan(LEGACY, &all("us-east-1", open, true), &all("eu-west-1", open, true));
    let net = found(&plan, "PLAN003", "net");
    assert_eq!(
        net["message"],
        "a new network is made, and clusters and peerings of the old one are replaced with it: `db` and `apps`"
    );
    assert_eq!(related(net), ["db", "apps"]);
    let db = found(&plan, "PLAN001", "db");
    assert_eq!(db["message"], "the cluster goes with `net`: its data is deleted, and an empty cluster is made");
    assert_eq!(related(db), ["net"]);
    let apps = found(&plan, "PLAN016", "apps");
    assert_eq!(
        apps["message"],
        "a change of `networkId` makes a new peering, and nothing passes until your side accepts it"
    );
    assert_eq!(related(apps), ["net"]);
}

#[test]
fn a_replaced_access_list_names_itself_at_the_cluster() {
    let of = |project: &str| {
        let list = merged(base("Acl"), &json!({ "projectId": project }));
        let args = merged(base("ManagedCluster"), &json!({ "publicAccess": true, "aclId": { "ref": "list" } }));
        json!({ "resources": [
            { "kind": "Acl", "name": "list", "args": list },
            { "kind": "ManagedCluster", "name": "db", "args": args },
        ] })
    };
    let plan = plan(LEGACY, &of("c2bq5k5o4t0gqrkt0030"), &of("c2bq5k5o4t0gqrkt0031"));
    assert_eq!(related(found(&plan, "PLAN013", "db")), ["list"]);
}

#[test]
fn rules_that_read_a_secret_say_their_title_only() {
    let hidden = |name: &str| json!({ "secret": { "ref": name } });
    let moved = plan(LEGACY, &all("us-east-1", hidden, false), &all("eu-west-1", hidden, false));
    for (code, name, title) in [
        ("PLAN001", "db", "A replaced cluster is a new, empty one with another address"),
        ("PLAN016", "apps", "A replaced peering is cut until the other side accepts the new one"),
        ("PLAN021", "nightly", "The new backup job is there before the old one is deleted"),
    ] {
        let found = found(&moved, code, name);
        assert_eq!(found["message"], format!("{SECRET}{title}"), "{code}");
        assert_eq!(found.get("related").map_or(0, |related| related.as_array().unwrap().len()), 0, "{code}");
    }
    let topology = |topology: &str| cluster(json!({ "topology": { "secret": topology } }));
    assert_eq!(
        text(&plan(LEGACY, &topology(THREE), &topology("single-node")), "PLAN001", "message"),
        format!("{SECRET}A replaced cluster is a new, empty one with another address")
    );
    // What is open beside a secret stays open.
    let open = |name: &str| json!({ "ref": name });
    let moved = plan(LEGACY, &all("us-east-1", open, false), &all("eu-west-1", open, false));
    assert_eq!(
        found(&moved, "PLAN021", "nightly")["message"],
        "a new job is made before the old one is deleted, so both may run once at the same minute"
    );
}

/// A cluster of a full version.
fn tag(tag: &str) -> Value {
    cluster(json!({ "serverVersion": "24.10", "serverVersionTag": tag }))
}

#[test]
fn a_way_back_says_what_the_older_version_cannot_read() {
    let plain = "make sure first that the service offers this step back, and take a backup";
    let warned = "make sure first that the service offers it, and take a backup; before `23.10.8` the server cannot read \
                  what persistent subscriptions write since `24.10`";
    for (from, to, help) in [
        ("26.0.1", "24.10.4", plain),
        ("26.0.1", "24.6.0", plain),
        ("26.0.1", "23.10.9", plain),
        ("26.0.1", "23.10.8", plain),
        ("26.0.1", "23.10.7", warned),
        ("26.0.1", "22.10.9", warned),
        ("24.10.1", "23.10.7", warned),
        ("24.10.1", "23.10.8", plain),
        ("24.6.0", "23.10.7", plain),
        ("23.10.8", "22.10.9", plain),
    ] {
        assert_eq!(text(&plan(LEGACY, &tag(from), &tag(to)), "PLAN011", "help"), help, "{from} {to}");
    }
}

#[test]
fn upgrades_are_warned_of_what_comes_with_them() {
    for (from, to, expected) in [
        ("24.10.4", "25.0.1", vec![]),
        ("25.0.1", "25.1.0", vec!["PLAN020"]),
        ("24.10.4", "26.0.1", vec!["PLAN020"]),
        ("25.1.0", "26.0.1", vec![]),
        ("23.10.7", "24.2.0", vec![]),
        ("23.10.7", "24.10.1", vec!["PLAN012"]),
        ("23.10.8", "24.10.1", vec![]),
        ("22.10.1", "24.10.1", vec![]),
        // The newest line that is known can be reached from some lines only; of a newer one nothing is known.
        ("21.10.1", "26.1.0", vec!["PLAN010", "PLAN020"]),
        ("21.10.1", "27.0.0", vec!["PLAN020"]),
    ] {
        assert_eq!(codes(&plan(LEGACY, &tag(from), &tag(to))), expected, "{from} {to}");
    }
}

#[test]
fn a_line_without_a_full_version_says_what_to_set() {
    let line = |line: &str| cluster(json!({ "serverVersion": line }));
    for (from, to, help) in [
        ("24.10", "26.0", "set `serverVersionTag` to a full version of `26.0` too"),
        ("26.0", "24.10", "set `serverVersionTag` to a full version of `24.10` too"),
        (
            "21.10",
            "26.0",
            "upgrade with `serverVersionTag`, step by step: to a version of `24.10`, then to a version of `26.0`",
        ),
    ] {
        assert_eq!(text(&plan(LEGACY, &line(from), &line(to)), "PLAN009", "help"), help, "{from} {to}");
    }
}

#[test]
fn only_words_and_access_lists_come_back_in_lower_case() {
    for (kind, property, value, is_seen) in [
        ("ManagedCluster", "topology", "Single-Node", true),
        ("ManagedCluster", "aclId", "C2BQ5k5o4t0gqrkt0060", true),
        ("ManagedCluster", "projectId", "C2BQ5k5o4t0gqrkt0060", false),
        ("ManagedCluster", "diskType", "GP3", false),
        // The provider takes any case of this one.
        ("Network", "resourceProvider", "AWS", false),
        ("ScheduledBackup", "description", "Nightly", false),
        ("Peering", "peerNetworkId", "Orders", false),
    ] {
        let mut changes = json!({});
        changes[property] = json!(value);
        let plan = plan(LEGACY, &Value::Null, &one(kind, changes));
        assert_eq!(codes(&plan) == ["PLAN023"], is_seen, "{kind}.{property}: {plan:#}");
    }
}
