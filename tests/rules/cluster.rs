//! Rules about clusters.

use serde_json::{Value, json};

use eventstorecloud_planner::diagnostic::Report;
use eventstorecloud_planner::rules::check_document;
use rule_pages::page::{expand, input};

fn check(document: Value, options: Value) -> Report {
    let (document, _) = expand(&document.to_string()).unwrap();
    check_document(input(&document).unwrap(), &serde_json::from_value(options).unwrap()).unwrap()
}

fn cluster(args: Value) -> Report {
    check(json!({ "kind": "ManagedCluster", "args": args }), json!({}))
}

fn on(provider: &str, mut args: Value) -> Report {
    args["networkId"] = json!({ "ref": "net" });
    let region = if provider == "gcp" { "us-east1" } else { "us-east-1" };
    let net = json!({ "kind": "Network", "name": "net", "args": { "resourceProvider": provider, "region": region } });
    check(json!({ "resources": [net, { "kind": "ManagedCluster", "name": "db", "args": args }] }), json!({}))
}

fn codes(report: &Report) -> Vec<&'static str> {
    report.diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
}

/// A small cluster with a disk whose IOPS and throughput are not set.
fn plain_disk(disk: &str, size: u32) -> Value {
    json!({ "instanceType": "F1", "diskType": disk, "diskSize": size, "diskIops": null, "diskThroughput": null })
}

/// The edits of all fixes, as JSON.
fn fixes(report: &Report) -> Value {
    json!(report.diagnostics.iter().flat_map(|diagnostic| &diagnostic.fix).collect::<Vec<_>>())
}

#[test]
fn one_problem_is_reported_once() {
    for (args, expected) in [
        (json!({ "diskType": " gp2 ", "diskIops": 3000 }), &["CLU006"][..]),
        (json!({ "diskType": " gp3" }), &["CLU005"]),
        (json!({ "diskType": "GP3" }), &[]),
        (json!({ "diskType": "gP3", "diskIops": null }), &["CLU012", "CLU008"]),
        (json!({ "topology": " Single-Node", "instanceType": "M8" }), &["CLU002"]),
        (json!({ "instanceType": "m32 " }), &["CLU003"]),
        (json!({ "instanceType": "" }), &["CLU003"]),
        (json!({ "projectionLevel": "System" }), &[]),
        (json!({ "projectionLevel": "system " }), &["CLU027"]),
        (json!({ "diskSize": 2.5 }), &["CLU009"]),
        (json!({ "diskSize": -8 }), &["CLU009"]),
        (json!({ "diskSize": 1e300 }), &["CLU009"]),
        (json!({ "diskIops": 100_000.5 }), &["CLU014"]),
        (json!({ "diskIops": 3000.5, "diskThroughput": 130.5 }), &["CLU011", "CLU011"]),
        (json!({ "diskType": { "unknown": true }, "diskIops": -0.5 }), &[]),
        (json!({ "diskType": "ssd", "diskIops": 0, "diskThroughput": 0.0 }), &[]),
        (json!({ "diskType": "ssd", "diskIops": 10.5, "diskThroughput": null }), &["CLU016"]),
        (json!({ "diskSize": null }), &["ARG003"]),
        (plain_disk("ssd", 8), &["CLU010"]),
        (plain_disk("premium-ssd-lrs", 9), &["CLU010"]),
        (plain_disk("premium-ssd-lrs", 10), &["CLU020"]),
        (json!({ "publicAccess": true, "aclId": "" }), &["CLU030"]),
        (json!({ "aclId": "" }), &[]),
        (json!({ "projectId": null, "networkId": " " }), &["CLU040", "CLU040"]),
        (json!({ "region": 3, "dnsName": { "unknown": true } }), &["CLU036", "CLU036"]),
    ] {
        assert_eq!(codes(&cluster(args.clone())), expected, "{args}");
    }
}

#[test]
fn a_disk_of_another_cloud_is_one_problem() {
    for args in [
        json!({ "diskType": "gp3", "diskIops": null, "diskThroughput": 1 }),
        json!({ "diskType": "gp3", "diskIops": 16000, "diskSize": 8, "instanceType": "F1" }),
        json!({ "diskType": "premium-ssd-lrs", "diskSize": 9, "instanceType": "F1" }),
    ] {
        assert_eq!(codes(&on("gcp", args.clone())), ["CLU007"], "{args}");
    }
    assert_eq!(codes(&on("aws", json!({ "diskType": "ssd" }))), ["CLU007"]);
}

#[test]
fn the_suggested_disk_type_is_that_of_the_network_cloud() {
    let right = json!([
        { "path": "diskType", "value": "ssd" },
        { "path": "diskIops", "remove": true },
        { "path": "diskThroughput", "remove": true },
    ]);
    assert_eq!(fixes(&cluster(json!({ "diskType": "PD-SSD" }))), right);
    assert_eq!(fixes(&on("gcp", json!({ "diskType": "pd-ssd" }))), right);
    let other = on("aws", json!({ "diskType": "pd-ssd" }));
    assert_eq!((codes(&other), fixes(&other)), (vec!["CLU005"], json!([])));
    assert!(
        other.diagnostics[0].help.starts_with("use `gp3`, the disk type of the network's cloud"),
        "{}",
        other.diagnostics[0].help
    );
    // A digit is not a typing error.
    assert_eq!(fixes(&cluster(json!({ "diskType": "gp4" }))), json!([]));
}

#[test]
fn a_fix_keeps_settings_that_suit_the_new_disk_type() {
    for (size, iops, throughput, fixed_iops, fixed_throughput) in [
        (1000, json!(3000), json!(125), None, None),
        // Each MB/s needs four IOPS.
        (1000, json!(4000), json!(1000), None, None),
        (1000, json!(3000), json!(1000), Some(3000), Some(125)),
        (1000, json!(null), json!(1000), Some(3000), Some(125)),
        (1000, json!(null), json!(750), Some(3000), None),
        // Each GB allows 500 IOPS.
        (8, json!(4000), json!(125), None, None),
        (8, json!(16000), json!(125), Some(3000), Some(125)),
        (8, json!(3000), json!(125), None, None),
        (1000, json!(2999), json!(125), Some(3000), Some(125)),
        (1000, json!(3000), json!(124), Some(3000), Some(125)),
    ] {
        let args = json!({ "diskType": "gp2", "diskSize": size, "diskIops": iops, "diskThroughput": throughput, "instanceType": "F1" });
        let mut expected = vec![json!({ "path": "diskType", "value": "gp3" })];
        expected.extend(fixed_iops.map(|value| json!({ "path": "diskIops", "value": value })));
        expected.extend(fixed_throughput.map(|value| json!({ "path": "diskThroughput", "value": value })));
        assert_eq!(fixes(&cluster(args.clone())), json!(expected), "{args}");
    }
}

#[test]
fn a_fix_raises_a_disk_size_below_the_minimum_of_the_new_type() {
    for (size, grown) in [(8, Some(10)), (9, Some(10)), (10, None)] {
        let mut expected = vec![json!({ "path": "diskType", "value": "ssd" })];
        expected.extend(grown.map(|value| json!({ "path": "diskSize", "value": value })));
        assert_eq!(fixes(&on("gcp", plain_disk("gp3", size))), json!(expected), "{size}");
    }
}

#[test]
fn an_instance_type_with_another_number_has_no_fix() {
    let report = cluster(json!({ "instanceType": "M129" }));
    let found = &report.diagnostics[0];
    assert_eq!((found.code, found.fix.is_empty()), ("CLU003", true));
    assert!(found.help.starts_with("use `M128` if that is what you mean; known instance types are "), "{}", found.help);
}

#[test]
fn production_rules_apply_in_production_only() {
    for (args, expected) in [
        (json!({ "instanceType": "F1" }), &["CLU021"][..]),
        (json!({ "instanceType": "m8" }), &["CLU024"]),
        (json!({ "instanceType": "M16" }), &[]),
        (json!({ "protected": false }), &["CLU033"]),
        (json!({ "topology": "single-node", "instanceType": "M8" }), &["CLU024", "CLU022"]),
    ] {
        let cluster = json!({ "kind": "ManagedCluster", "args": args });
        assert_eq!(codes(&check(cluster.clone(), json!({ "environment": "prod" }))), expected, "{args}");
        let elsewhere = codes(&check(cluster, json!({ "environment": "test" })));
        assert_eq!(elsewhere, Vec::<&str>::new(), "{args}");
    }
}

#[test]
fn additions_of_the_user_are_accepted() {
    let options = json!({ "environment": "production", "catalogue": {
        "instanceTypes": ["R8"], "diskTypes": [{ "cloud": "aws", "id": "io2" }],
    } });
    let mut args = plain_disk("io2", 8);
    args["topology"] = json!("single-node");
    args["instanceType"] = json!("r8");
    assert_eq!(codes(&check(json!({ "kind": "ManagedCluster", "args": args }), options)), ["CLU022"]);
}

#[test]
fn only_what_matters_is_deferred() {
    let report = cluster(json!({
        "diskType": { "unknown": true }, "instanceType": { "unknown": true }, "topology": { "unknown": true },
        "diskIops": { "unknown": true }, "diskThroughput": { "unknown": true },
    }));
    assert_eq!(codes(&report), Vec::<&str>::new());
    let deferred =
        |path| report.deferred.iter().find(|entry| entry.path == path).map_or(vec![], |entry| entry.codes.clone());
    // Large enough for any type; only the types themselves, and what they require, are unknown.
    assert_eq!(
        deferred("diskType"),
        ["CLU005", "CLU006", "CLU007", "CLU008", "CLU014", "CLU015", "CLU016", "CLU017", "CLU018"]
    );
    assert_eq!(deferred("instanceType"), ["CLU003", "CLU019"]);
    assert_eq!(deferred("topology"), ["CLU001", "CLU002", "CLU023"]);
    assert_eq!(deferred("networkId"), ["CLU032", "STACK002"]);
}

#[test]
fn secrets_are_not_shown() {
    for (path, value) in [
        ("diskType", json!("pd-ssd")),
        ("instanceType", json!("m5.large")),
        ("diskSize", json!(7777)),
        ("name", json!(" ")),
    ] {
        let report = cluster(json!({ path: { "secret": value } }));
        assert!(!report.diagnostics.is_empty(), "{path}");
        for diagnostic in &report.diagnostics {
            assert!(
                diagnostic.message.starts_with("the value is secret") && diagnostic.fix.is_empty(),
                "{}",
                diagnostic.message
            );
        }
    }
}
