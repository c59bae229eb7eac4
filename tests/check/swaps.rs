//! Two values that are swapped are named as such, with the fix where it is right.

use eventstorecloud_planner::rules::check_document;
use rule_pages::page::input;
use rule_pages::valid::valid_args;
use serde_json::{Value, json};

/// The codes that say that two values are swapped, each with whether there is a fix.
fn swapped(kind: &str, changes: &Value) -> Vec<(&'static str, bool)> {
    let mut args = valid_args(kind).unwrap();
    args.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    let resources = json!([
        { "kind": "Project", "name": "p", "args": { "name": "p" } },
        { "kind": "Network", "name": "n", "args": valid_args("Network").unwrap() },
        { "kind": kind, "name": "it", "args": args }
    ]);
    let document = json!({ "target": "kurrentcloud@0.3.0", "partial": true, "resources": resources });
    let report = check_document(&input(&document).unwrap(), &input(&Value::Null).unwrap()).unwrap();
    let found = report.diagnostics.iter().filter(|found| found.help.contains("are swapped"));
    found.map(|found| (found.code, !found.fix.is_empty())).collect()
}

#[test]
fn swapped_values_are_named() {
    for (kind, changes, expected) in [
        (
            "ManagedCluster",
            json!({ "diskIops": 125, "diskThroughput": 3000 }),
            vec![("CLU014", true), ("CLU015", true)],
        ),
        ("ManagedCluster", json!({ "diskIops": 125, "diskThroughput": 9000, "diskSize": 10 }), vec![]),
        ("Network", json!({ "resourceProvider": "us-east-1", "region": "aws" }), vec![("NET001", true)]),
        (
            "Peering",
            json!({ "peerResourceProvider": "us-east-1", "peerNetworkRegion": "aws" }),
            vec![("PEER001", true)],
        ),
        (
            "Peering",
            json!({ "peerAccountId": "vpc-0a1b2c3d4e5f67890", "peerNetworkId": "012345678901" }),
            vec![("PEER011", true), ("PEER012", true)],
        ),
        (
            "ManagedCluster",
            json!({ "projectId": { "ref": "n" }, "networkId": { "ref": "p" } }),
            vec![("STACK001", false), ("STACK001", false)],
        ),
        (
            "AWSCloudWatchLogsIntegration",
            json!({
                "accessKeyId": { "secret": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" },
                "secretAccessKey": { "secret": "AKIAIOSFODNN7EXAMPLE" }
            }),
            vec![("CW012", false)],
        ),
        ("ScheduledBackup", json!({ "schedule": "2 30 * * *" }), vec![("BAK004", true)]),
        ("ScheduledBackup", json!({ "schedule": "2 24 * * *" }), vec![]),
        ("ScheduledBackup", json!({ "schedule": "nightly", "description": "0 2 * * *" }), vec![("BAK001", true)]),
    ] {
        assert_eq!(swapped(kind, &changes), expected, "{kind} {changes}");
    }
}
