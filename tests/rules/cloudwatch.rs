//! Rules about cloudwatch.

use eventstorecloud_planner::model::resource::{Args, Notation};
use serde_json::{Value, json};

use eventstorecloud_planner::diagnostic::Report;
use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::model::{cloudwatch_logs, cloudwatch_metrics};
use eventstorecloud_planner::rules::{build, check_document};
use rule_pages::page::{expand, input};

const BOTH: [&str; 2] = ["AWSCloudWatchLogsIntegration", "AWSCloudWatchMetricsIntegration"];

fn check(document: &Value, profile: &str) -> Report {
    let (document, _) = expand(&document.to_string()).unwrap();
    let options: Raw = serde_json::from_value(json!({ "profile": profile })).unwrap();
    check_document(input(&document).unwrap(), &options).unwrap()
}

fn of(kind: &str, args: &Value) -> Report {
    check(&json!({ "kind": kind, "args": args }), "default")
}

fn found(report: &Report) -> Vec<(&'static str, &str)> {
    report.diagnostics.iter().map(|diagnostic| (diagnostic.code, diagnostic.path.as_str())).collect()
}

#[test]
fn one_fault_is_reported_once() {
    let (a, b) = ("c2bq5k5o4t0gqrkt0050", "c2bq5k5o4t0gqrkt0051");
    let hush = json!({ "secret": "hush" });
    for kind in BOTH {
        for (args, expected) in [
            (json!({ "accessKeyId": null }), &[("CW001", "accessKeyId")][..]),
            (
                json!({ "accessKeyId": "", "secretAccessKey": { "secret": " " } }),
                &[("CW001", "accessKeyId"), ("CW001", "secretAccessKey")],
            ),
            (json!({ "accessKeyId": { "unknown": true }, "secretAccessKey": { "secret": true } }), &[]),
            (json!({ "accessKeyId": hush }), &[("CW004", "accessKeyId")]),
            (json!({ "accessKeyId": " AKIAIOSFODNN7EXAMPLE" }), &[("CW004", "accessKeyId")]),
            (json!({ "clusterIds": [] }), &[("CW002", "clusterIds")]),
            (json!({ "clusterIds": ["", a, " "] }), &[("CW002", "clusterIds[0]"), ("CW002", "clusterIds[2]")]),
            (json!({ "clusterIds": [{ "unknown": true }, { "unknown": true }] }), &[]),
            (json!({ "clusterIds": { "unknown": true } }), &[]),
            (json!({ "clusterIds": [a, b, a, a] }), &[("CW008", "clusterIds[2]"), ("CW008", "clusterIds[3]")]),
            (json!({ "clusterIds": [5] }), &[("ARG002", "clusterIds[0]")]),
            (json!({ "region": "" }), &[("CW003", "region")]),
            (json!({ "region": "eastus" }), &[("CW003", "region")]),
            (json!({ "region": "us-gov-west-1" }), &[]),
            (json!({ "region": "mars-north-1" }), &[]),
            (json!({ "region": { "unknown": true } }), &[]),
            (json!({ "description": " " }), &[("INT016", "description")]),
            (json!({ "description": { "unknown": true } }), &[]),
        ] {
            let report = of(kind, &args);
            assert_eq!(found(&report), expected, "{kind} {args}");
            assert!(!serde_json::to_string(&report).unwrap().contains("hush"), "{args}");
        }
    }
    for (args, expected) in [
        (json!({ "groupName": " " }), &[("CW005", "groupName")][..]),
        (json!({ "groupName": "é" }), &[("CW005", "groupName")]),
        (json!({ "groupName": "/a/b.c#d_e-f" }), &[]),
        (json!({ "groupName": { "unknown": true } }), &[]),
        (json!({ "groupName": null }), &[("ARG003", "groupName")]),
    ] {
        assert_eq!(found(&of(BOTH[0], &args)), expected, "{args}");
    }
    for (args, expected) in [
        (json!({ "namespace": "" }), &[("CW006", "namespace")][..]),
        (json!({ "namespace": ":a" }), &[("CW006", "namespace")]),
        (json!({ "namespace": "My App/db" }), &[]),
        (json!({ "namespace": { "unknown": true } }), &[]),
    ] {
        assert_eq!(found(&of(BOTH[1], &args)), expected, "{args}");
    }
}

#[test]
fn fixes_are_certain() {
    for (args, expected) in [
        (json!({ "region": "US-East-1 " }), json!([{ "path": "region", "value": "us-east-1" }])),
        (json!({ "region": "us-east-1a" }), json!([{ "path": "region", "value": "us-east-1" }])),
        (json!({ "region": "us-esat1" }), json!([])),
        (json!({ "groupName": " logs " }), json!([{ "path": "groupName", "value": "logs" }])),
        (json!({ "groupName": "my logs" }), json!([])),
        (json!({ "clusterIds": ["c2bq5k5o4t0gqrkt0050", "c2bq5k5o4t0gqrkt0050"] }), json!([])),
    ] {
        let report = of(BOTH[0], &args);
        let fixes: Vec<_> = report.diagnostics.iter().flat_map(|diagnostic| &diagnostic.fix).collect();
        assert_eq!((report.diagnostics.len(), json!(fixes)), (1, expected), "{args}");
    }
}

#[test]
fn values_marked_as_secret_are_not_shown() {
    for args in [
        json!({ "region": { "secret": "hush" } }),
        json!({ "groupName": { "secret": "hush hush" } }),
        json!({ "clusterIds": ["c2bq5k5o4t0gqrkt0050", { "secret": "c2bq5k5o4t0gqrkt0050" }] }),
    ] {
        let report = of(BOTH[0], &args);
        assert_eq!(report.diagnostics.len(), 1, "{args}");
        let diagnostic = &report.diagnostics[0];
        assert!(diagnostic.message.starts_with("the value is secret"), "{}", diagnostic.message);
        assert!(diagnostic.fix.is_empty() && diagnostic.related.is_empty());
    }
}

/// Two clusters on networks of these clouds and regions, the second of another project.
fn program(region: &Value, nets: [(&str, Value); 2]) -> Value {
    let [first, second] = nets.map(|(provider, region)| json!({ "resourceProvider": provider, "region": region }));
    json!({ "resources": [
        { "kind": "Network", "name": "net1", "args": first },
        { "kind": "Network", "name": "net2", "args": second },
        { "kind": "ManagedCluster", "name": "db1", "args": { "networkId": { "ref": "net1" }, "diskType": { "unknown": true } } },
        { "kind": "ManagedCluster", "name": "db2", "args": { "networkId": { "ref": "net2" }, "diskType": { "unknown": true } } },
        { "kind": BOTH[1], "name": "metrics", "args": { "clusterIds": [{ "ref": "db1" }, { "ref": "db2" }], "region": region } },
    ] })
}

#[test]
fn clusters_are_followed_to_their_region() {
    let unknown = json!({ "unknown": true });
    let (us, eu) = (json!("us-east-1"), json!("eu-west-1"));
    for (region, nets, expected) in [
        (&us, [("aws", us.clone()), ("AWS", json!("US-East-1 "))], &[][..]),
        (&us, [("aws", us.clone()), ("aws", eu.clone())], &["db2"]),
        (&us, [("aws", eu.clone()), ("aws", eu.clone())], &["db1", "db2"]),
        (&us, [("gcp", json!("us-east1")), ("azure", json!("eastus"))], &[]),
        (&us, [("aws", unknown.clone()), ("aws", json!("us-east1"))], &[]),
        (&unknown, [("aws", eu.clone()), ("aws", eu.clone())], &[]),
        (&json!("us-east1"), [("aws", eu.clone()), ("aws", eu.clone())], &[]),
    ] {
        let document = program(region, nets);
        let report = check(&document, "advice");
        let related: Vec<_> = report
            .diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.code == "CW009")
            .flat_map(|diagnostic| diagnostic.related.iter().map(|related| related.resource.name.as_str()))
            .collect();
        assert_eq!(related, expected, "{document}");
    }
    let report = check(&program(&us, [("aws", unknown), ("aws", us.clone())]), "advice");
    assert!(report.deferred.iter().any(|entry| entry.path == "region" && entry.codes.contains(&"CW009")));
}

#[test]
fn clusters_are_of_the_same_project() {
    let us = json!("us-east-1");
    let mut document = program(&us, [("aws", us.clone()), ("aws", us.clone())]);
    for i in [1, 3] {
        document["resources"][i]["args"]["projectId"] = json!("c2bq5k5o4t0gqrkt0031");
    }
    document["resources"][1]["args"]["cidrBlock"] = json!("10.30.0.0/16");
    assert_eq!(found(&check(&document, "default")), [("CW008", "clusterIds[1]")]);
}

#[test]
fn a_call_is_checked_like_a_document() {
    for (kind, own) in [(&cloudwatch_logs::KIND, "groupName"), (&cloudwatch_metrics::KIND, "namespace")] {
        let args: Raw = serde_json::from_value(json!({
            "projectId": "c2bq5k5o4t0gqrkt0030", "description": "d", "clusterIds": [], "region": "US-EAST-1", own: "a",
        }))
        .unwrap();
        let built = build(kind, Args::Whole(args), Notation::Call, &Raw::Null).unwrap();
        let expected = [("CW001", "accessKeyId"), ("CW002", "clusterIds"), ("CW001", "secretAccessKey")];
        assert_eq!(found(&built.report), expected, "{}", kind.name);
    }
}
