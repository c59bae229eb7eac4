//! Recommended clusters carry their workloads, are no larger than they have to be, and pass the checks.

mod oracle;

use eventstorecloud_planner::catalogue::{Additions, Catalogue};
use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::model::request::InputError;
use eventstorecloud_planner::planner::sizing::{ClusterRecommendation, recommend_cluster};
use eventstorecloud_planner::rules::check_document;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::generated::inputs;
use crate::lines::Lines;
use crate::table;
use crate::{extended, raw};

fn try_recommend(workload: &Value) -> Result<ClusterRecommendation, InputError> {
    recommend_cluster(&raw(workload), &Catalogue::default())
}

fn recommend(workload: &Value) -> ClusterRecommendation {
    try_recommend(workload).unwrap()
}

#[test]
fn recommendations_are_as_recorded() {
    table::check("planner/sizing/recommendations.txt", |question| {
        let mut workload: Value = serde_json::from_str(question).unwrap();
        if workload.is_object() {
            workload = extended(&json!({ "cloud": "aws" }), &workload);
        }
        match try_recommend(&workload) {
            Ok(plan) => shown(&plan),
            Err(refused) => format!("refused: {refused}"),
        }
    });
}

fn shown(plan: &ClusterRecommendation) -> String {
    let mut lines = Lines::default();
    lines.add(format!("{}, {} vCPUs", if plan.ok { "ok" } else { "not ok" }, plan.vcpu));
    let args = serde_json::to_value(&plan.args).unwrap();
    for (property, value) in args.as_object().unwrap() {
        let choice = plan.choices.iter().find(|choice| choice.property == property);
        let reason = choice.map(|choice| format!("  {}", choice.reason)).unwrap_or_default();
        lines.add(format!("{property}: {value}{reason}"));
    }
    lines.add(format!("left: {}", serde_json::to_value(&plan.headroom).unwrap()));
    if let Some(next) = &plan.next_step {
        lines.add(format!("next: {} with {}", next.instance_type, next.brings));
        lines.below(&next.how);
    }
    for diagnostic in &plan.diagnostics {
        lines.add(format!("{}: {}", diagnostic.path, diagnostic.message));
        lines.below(&diagnostic.help);
    }
    lines.0
}

#[test]
fn a_size_that_the_user_added_is_never_recommended() {
    let mut additions = Additions::default();
    additions.add_instance_type("M256".to_string());
    let catalogue = Catalogue::new(additions);
    for (workload, ok) in [
        (json!({ "cloud": "aws", "workingSetStreams": 62_000_000 }), true),
        (json!({ "cloud": "aws", "workingSetStreams": 62_000_001 }), false),
    ] {
        let plan = recommend_cluster(&raw(&workload), &catalogue).unwrap();
        assert_eq!((plan.args.instance_type.as_str(), plan.ok, plan.next_step), ("M128", ok, None));
    }
}

#[test]
fn what_is_not_given_is_listed_as_assumed() {
    let always = [
        "the disk lasts 12 months with at most 80% of it used",
        "no prices are known; a smaller size of the catalogue counts as cheaper",
    ];
    let streams = "`workingSetStreams` is not given, so it sets no limit";
    let clients = "`clients` is not given, so it sets no limit";
    for (workload, more) in [
        (json!({ "cloud": "aws" }), &[streams, clients][..]),
        (
            json!({ "cloud": "aws", "clients": 1 }),
            &[streams, "no maximum of clients is published for `F1`; it is assumed to support as many as requested"],
        ),
        (json!({ "cloud": "aws", "clients": 21 }), &[streams]),
        (json!({ "cloud": "aws", "workingSetStreams": 1 }), &[clients]),
        (json!({ "cloud": "aws", "workingSetStreams": 0, "clients": 0 }), &[]),
    ] {
        assert_eq!(recommend(&workload).assumptions, [&always[..], more].concat(), "{workload}");
    }
    let half_a_year = recommend(&json!({ "cloud": "aws", "months": 6 })).assumptions;
    assert_eq!(half_a_year[0], "the disk lasts 6 months with at most 80% of it used");
    let too_much = recommend(&json!({ "cloud": "aws", "dataGb": 5000 })).assumptions;
    assert!(!too_much.iter().any(|text| text.contains("lasts")), "{too_much:?}");
}

/// What the checks say of a program with the recommended cluster.
fn diagnostics(workload: &Value, plan: &ClusterRecommendation) -> Vec<(&'static str, String)> {
    let cloud = workload["cloud"].as_str().unwrap();
    let region = match cloud {
        "aws" => "us-east-1",
        "gcp" => "us-east1",
        _ => "eastus",
    };
    let mut args = serde_json::to_value(&plan.args).unwrap();
    args["projectId"] = json!({ "ref": "p" });
    args["networkId"] = json!({ "ref": "n" });
    args["name"] = json!("db");
    let document = json!({
        "partial": true,
        "environment": workload.get("environment").cloned().unwrap_or(json!("test")),
        "resources": [
            { "kind": "Project", "name": "p", "args": { "name": "p" } },
            { "kind": "Network", "name": "n", "args": { "projectId": { "ref": "p" }, "name": "n", "resourceProvider": cloud, "region": region, "cidrBlock": "10.20.0.0/16" } },
            { "kind": "ManagedCluster", "name": "db", "args": args },
        ],
    });
    check_document(&raw(&document), &Raw::Null).unwrap().diagnostics.into_iter().map(|d| (d.code, d.message)).collect()
}

fn workload() -> impl Strategy<Value = Value> {
    let amount = |values: &'static [f64]| prop::option::of(select(values));
    (
        select(&["aws", "gcp", "azure"][..]),
        any::<bool>(),
        amount(&[0.0, 1.0, 500_000.0, 6_000_001.0, 62_000_000.0, 1e12]),
        amount(&[0.0, 20.0, 21.0, 500.0, 501.0]),
        (amount(&[0.0, 0.5, 100.0, 3000.0, 1e9]), amount(&[0.0, 5e-324, 0.1, 50.0, 1e12])),
        (amount(&[0.0, 3000.5, 16_000.0, 1e6]), amount(&[0.0, 125.0, 750.5, 1000.0, 1e6])),
        (
            prop::option::of(select(&["single-node", "three-node-multi-zone"][..])),
            prop::option::of(select(&["off", "user"][..])),
        ),
        0_u32..3,
    )
        .prop_map(
            |(cloud, production, streams, clients, (data, growth), (iops, throughput), (topology, level), replicas)| {
                let mut workload = json!({
                    "cloud": cloud, "environment": if production { "production" } else { "dev" }, "replicas": replicas,
                    "workingSetStreams": streams, "clients": clients, "dataGb": data, "growthGbPerMonth": growth,
                    "iops": iops, "throughputMbps": throughput, "topology": topology, "projectionLevel": level,
                });
                workload.as_object_mut().unwrap().retain(|_, value| !value.is_null());
                workload
            },
        )
}

/// What the checks say of a cluster of one node that was asked for, why that is right, and a workload that shows it.
const OF_ONE_NODE: [(&str, &str, &str); 2] = [
    ("CLU022", "one node is asked for in production", r#"{ "environment": "production", "topology": "single-node" }"#),
    ("CLU023", "one node is asked for, and a size for several", r#"{ "clients": 21, "topology": "single-node" }"#),
];

#[test]
fn one_node_that_was_asked_for_is_still_warned_of() {
    for (code, reason, workload) in OF_ONE_NODE {
        let workload = extended(&json!({ "cloud": "aws" }), &serde_json::from_str(workload).unwrap());
        let found = diagnostics(&workload, &recommend(&workload));
        assert!(found.iter().any(|(found, _)| *found == code), "{code} no longer is: {reason}");
    }
}

proptest! {
    #![proptest_config(inputs(1000))]

    /// Whatever is asked for, the recommended args are a cluster that the service takes; and where the workload fits,
    /// nothing is to be warned of but what was asked for.
    #[test]
    fn recommended_clusters_pass_the_checks(workload in workload()) {
        let plan = recommend(&workload);
        let found = diagnostics(&workload, &plan);
        let excepted = if workload["topology"] == "single-node" { &OF_ONE_NODE[..] } else { &[] };
        let left: Vec<_> = found.iter().filter(|(code, _)| !excepted.iter().any(|(excepted, _, _)| excepted == code)).collect();
        prop_assert!(left.is_empty(), "{workload}: {left:?} {:?}", plan.args);
        prop_assert_eq!(plan.ok, plan.diagnostics.is_empty());
        for property in ["topology", "instanceType", "diskType", "diskSize", "serverVersion"] {
            let choice = plan.choices.iter().find(|choice| choice.property == property);
            prop_assert!(choice.is_some_and(|choice| !choice.reason.is_empty() && !choice.source.is_empty()), "{property}");
        }
    }

    /// A larger wish never gets a smaller cluster.
    #[test]
    fn more_needs_no_less(workload in workload(), key in select(&["workingSetStreams", "clients", "dataGb", "iops", "throughputMbps"][..]), amount in select(&[0.0, 1.0, 100.0, 3000.5, 600_000.0, 6e7][..]), factor in 1.0..10.0_f64) {
        let workload = extended(&workload, &json!({ key: amount }));
        let mut larger = workload.clone();
        larger[key] = json!((amount * factor).min(1e12));
        let (a, b) = (recommend(&workload), recommend(&larger));
        prop_assert!(a.vcpu <= b.vcpu && a.args.disk_size <= b.args.disk_size, "{workload} {larger}");
        prop_assert!(a.args.disk_iops <= b.args.disk_iops && a.args.disk_throughput <= b.args.disk_throughput);
        prop_assert!(a.ok || !b.ok, "{workload} {larger}");
    }
}
