//! What the rules about changes say, and of what they say nothing.

use super::{CURRENT, LEGACY, TERRAFORM, base, codes, merged, one, plan, program};
use serde_json::{Value, json};

const THREE: &str = "three-node-multi-zone";

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
        "the cluster is protected and cannot be deleted; a change of `protected` takes effect in the next deployment";
    let replaced =
        "the cluster is protected and cannot be replaced; a change of `protected` takes effect in the next deployment";
    for (code, before, after, message) in [
        ("PLAN005", size(200.0), size(100.0), "reducing `diskSize` from 200 to 100 GB is rejected by the provider"),
        ("PLAN005", size(200.9), size(99.5), "reducing `diskSize` from 200 to 99 GB is rejected by the provider"),
        ("PLAN004", protected(THREE), protected("single-node"), replaced),
        ("PLAN004", protected(THREE), Value::Null, deleted),
        (
            "PLAN001",
            cluster(json!({ "topology": THREE })),
            cluster(json!({ "topology": "single-node", "projectId": "c2bq5k5o4t0gqrkt0031" })),
            "a change of `projectId` and `topology` replaces the cluster: its data is deleted, and the new cluster is empty",
        ),
        (
            "PLAN009",
            line("24.10"),
            line("26.0"),
            "`serverVersion` changes without `serverVersionTag`, so the cluster keeps its version, and every deployment shows the same \
             change again",
        ),
        (
            "PLAN016",
            moved("us-east-1", "10.1.0.0/16"),
            moved("eu-west-1", "10.2.0.0/16"),
            "a change of `peerNetworkRegion` and `routes` replaces the peering, and no traffic passes until your side has accepted the new one",
        ),
        (
            "PLAN019",
            two("M8", 200),
            two("M16", 300),
            "the changes of `instanceType` and `diskSize` are made one after the other and must be complete within 20 minutes in total",
        ),
    ] {
        assert_eq!(text(&plan(LEGACY, &before, &after), code, "message"), message, "{before} {after}");
    }
}

#[test]
fn a_replaced_network_names_what_is_replaced_with_it() {
    let open = |name: &str| json!({ "ref": name });
    let plan = plan(LEGACY, &all("us-east-1", open, true), &all("eu-west-1", open, true));
    let net = found(&plan, "PLAN003", "net");
    assert_eq!(
        net["message"],
        "a change of `region` replaces the network, and its clusters and peerings with it: `db` and `apps`"
    );
    assert_eq!(related(net), ["db", "apps"]);
    let db = found(&plan, "PLAN001", "db");
    assert_eq!(
        db["message"],
        "the cluster is replaced because of `net`: its data is deleted, and the new cluster is empty"
    );
    assert_eq!(related(db), ["net"]);
    let apps = found(&plan, "PLAN016", "apps");
    assert_eq!(
        apps["message"],
        "a change of `networkId` replaces the peering, and no traffic passes until your side has accepted the new one"
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
fn rules_that_read_a_secret_report_their_title_only() {
    let is_redacted = |found: &Value, path: &str, title: &str| {
        assert!(found["message"].as_str().unwrap().ends_with(&format!(": {title}")), "{found:#}");
        assert_eq!((&found["redacted"], &found["path"], found.get("related")), (&json!(true), &json!(path), None));
        assert!(found["help"].as_str().unwrap().len() < 50 && found.get("suggestions").is_none(), "{found:#}");
    };
    let hidden = |name: &str| json!({ "secret": { "ref": name } });
    let moved = plan(LEGACY, &all("us-east-1", hidden, false), &all("eu-west-1", hidden, false));
    for (code, name, path, title) in [
        ("PLAN001", "db", "networkId", "A change must not replace a cluster"),
        ("PLAN016", "apps", "networkId", "A change must not replace a peering"),
        ("PLAN021", "nightly", "sourceClusterId", "The old and the new backup job must not run at the same time"),
    ] {
        is_redacted(found(&moved, code, name), path, title);
    }
    let topology = |topology: &str| cluster(json!({ "topology": { "secret": topology } }));
    let replaced = plan(LEGACY, &topology(THREE), &topology("single-node"));
    is_redacted(found(&replaced, "PLAN001", "it"), "topology", "A change must not replace a cluster");
    let disk = |size: u32| cluster(json!({ "diskSize": { "secret": size } }));
    is_redacted(
        found(&plan(LEGACY, &disk(200), &disk(100)), "PLAN005", "it"),
        "diskSize",
        "A change must not shrink a disk",
    );
    // What is open beside a secret stays open.
    let open = |name: &str| json!({ "ref": name });
    let moved = plan(LEGACY, &all("us-east-1", open, false), &all("eu-west-1", open, false));
    assert_eq!(
        found(&moved, "PLAN021", "nightly")["message"],
        "the new backup job is created before the old one is deleted, so both may run in the same minute"
    );
    // So do values that a rule does not read.
    let protected = |name: &str, topology: &str| {
        cluster(json!({ "protected": true, "name": { "secret": name }, "topology": topology }))
    };
    let kept = plan(LEGACY, &protected("a", THREE), &protected("b", "single-node"));
    assert_eq!(found(&kept, "PLAN004", "it").get("redacted"), None);
}

#[test]
fn values_to_write_are_suggested() {
    let suggested = |before: &Value, after: &Value, code: &str| {
        let plan = plan(LEGACY, before, after);
        found(&plan, code, "it")["suggestions"].clone()
    };
    let disk = |size: f64| cluster(json!({ "diskSize": size }));
    assert_eq!(suggested(&disk(200.9), &disk(100.0), "PLAN005"), json!([{ "path": "diskSize", "value": 200 }]));
    assert_eq!(
        suggested(&tag("23.10.1"), &tag("24.10.1"), "PLAN012"),
        json!([{ "path": "serverVersionTag", "value": "23.10.8" }])
    );
    let upper = cluster(json!({ "topology": "Single-Node" }));
    assert_eq!(suggested(&Value::Null, &upper, "PLAN023"), json!([{ "path": "topology", "value": "single-node" }]));
}

/// A cluster of a full version.
fn tag(tag: &str) -> Value {
    cluster(json!({ "serverVersion": "24.10", "serverVersionTag": tag }))
}

#[test]
fn a_downgrade_says_what_the_older_version_cannot_read() {
    let plain = "check that the service offers this version for the cluster, and take a backup first";
    let warned = "check that the service offers this version for the cluster, and take a backup first; before `23.10.8`, \
                  the server cannot read what persistent subscriptions write from `24.10` on";
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
        ("24.10", "26.0", "set `serverVersionTag` to a full version of `26.0`"),
        ("26.0", "24.10", "set `serverVersionTag` to a full version of `24.10`"),
        (
            "21.10",
            "26.0",
            "upgrade with `serverVersionTag` in steps: to a version of `24.10`, then to a version of `26.0`",
        ),
    ] {
        assert_eq!(text(&plan(LEGACY, &line(from), &line(to)), "PLAN009", "help"), help, "{from} {to}");
    }
}

#[test]
fn only_words_and_access_lists_keep_upper_case() {
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
