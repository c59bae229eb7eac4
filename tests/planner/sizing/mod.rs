//! Recommended clusters carry their workloads, are no larger than they have to be, and pass the checks.

use eventstorecloud_planner::catalogue::{Additions, Catalogue};
use eventstorecloud_planner::planner::sizing::{ClusterRecommendation, recommend_cluster};
use eventstorecloud_planner::rules::check_document;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

fn recommend(workload: &Value) -> ClusterRecommendation {
    recommend_cluster(&serde_json::from_value(workload.clone()).unwrap(), &Catalogue::default()).unwrap()
}

fn refused(workload: &Value) -> String {
    let request = serde_json::from_value(workload.clone()).unwrap();
    recommend_cluster(&request, &Catalogue::default()).unwrap_err().to_string()
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
    let report =
        check_document(serde_json::from_value(document).unwrap(), &eventstorecloud_planner::model::raw::Raw::Null);
    report.unwrap().diagnostics.into_iter().map(|d| (d.code, d.message)).collect()
}

#[test]
fn workloads_get_the_smallest_cluster_that_carries_them() {
    for (workload, expected) in [
        (json!({ "cloud": "aws" }), ("F1", "single-node", 8)),
        (json!({ "cloud": "gcp" }), ("F1", "single-node", 10)),
        (json!({ "cloud": "azure" }), ("F1", "single-node", 246)),
        (json!({ "cloud": "aws", "environment": "production" }), ("M16", "three-node-multi-zone", 500)),
        (json!({ "cloud": "aws", "environment": "prod", "clients": 21 }), ("M32", "three-node-multi-zone", 1000)),
        (json!({ "cloud": "aws", "workingSetStreams": 600_000 }), ("M8", "single-node", 250)),
        (json!({ "cloud": "aws", "workingSetStreams": 400_000 }), ("F1", "single-node", 8)),
        (json!({ "cloud": "aws", "clients": 21 }), ("M32", "three-node-multi-zone", 1000)),
        (json!({ "cloud": "aws", "projectionLevel": "user" }), ("M16", "three-node-multi-zone", 500)),
        (json!({ "cloud": "aws", "topology": "three-node-multi-zone" }), ("F1", "three-node-multi-zone", 8)),
        (json!({ "cloud": "aws", "replicas": 1 }), ("F1", "three-node-multi-zone", 8)),
        (
            json!({ "cloud": "aws", "replicas": 2, "topology": "three-node-multi-zone" }),
            ("F1", "three-node-multi-zone", 8),
        ),
        (json!({ "cloud": "aws", "dataGb": 100, "growthGbPerMonth": 10, "months": 6 }), ("F1", "single-node", 200)),
        (json!({ "cloud": "aws", "iops": 8000 }), ("F1", "single-node", 16)),
    ] {
        let plan = recommend(&workload);
        let args = &plan.args;
        assert_eq!((args.instance_type.as_str(), args.topology.as_str(), args.disk_size), expected, "{workload}");
        assert!(plan.ok, "{workload}: {:?}", plan.diagnostics);
    }
    let fast = recommend(&json!({ "cloud": "aws", "throughputMbps": 1000 })).args;
    assert_eq!((fast.disk_throughput, fast.disk_iops), (Some(1000), Some(4000)));
}

/// The reason of a choice.
fn reason<'a>(plan: &'a ClusterRecommendation, property: &str) -> &'a str {
    plan.choices.iter().find(|choice| choice.property == property).map_or("", |choice| choice.reason.as_str())
}

#[test]
fn a_size_and_a_topology_have_their_reason() {
    for (workload, size, topology) in [
        (
            json!({ "cloud": "aws" }),
            "the smallest size; nothing requires a larger one",
            "one node is enough outside production",
        ),
        (
            json!({ "cloud": "aws", "workingSetStreams": 600_000 }),
            "the smallest size that fits the workload; `C4` supports at most 500,000 streams in the working set, 100,000 fewer than requested",
            "one node is enough outside production",
        ),
        (
            json!({ "cloud": "aws", "clients": 21 }),
            "the smallest size that fits the workload; `M16` supports at most 20 clients, 1 fewer than requested",
            "the size is larger than those offered with a single node",
        ),
        (
            json!({ "cloud": "aws", "projectionLevel": "user" }),
            "the smallest size that fits the workload; `M8` has little capacity for projections that write events",
            "the size is larger than those offered with a single node",
        ),
        (
            json!({ "cloud": "aws", "replicas": 1 }),
            "the smallest size; nothing requires a larger one",
            "only clusters of several nodes support read-only replicas",
        ),
        (
            json!({ "cloud": "aws", "environment": "production", "clients": 5, "replicas": 1 }),
            "the smallest size that fits the workload; the sizing guide rates `M8` for development only",
            "in production, a cluster must stay available while one node is down or upgraded",
        ),
        (
            json!({ "cloud": "aws", "topology": "three-node-multi-zone" }),
            "the smallest size; nothing requires a larger one",
            "the workload requests it",
        ),
    ] {
        let plan = recommend(&workload);
        assert_eq!((reason(&plan, "instanceType"), reason(&plan, "topology")), (size, topology), "{workload}");
    }
}

#[test]
fn the_speed_of_a_disk_says_what_it_comes_from() {
    const MIN: &str = "the minimum";
    const REQUESTED: &str = "the workload requests it";
    for (speed, iops, throughput) in [
        (json!({}), (3000, MIN), (125, MIN)),
        (json!({ "iops": 0, "throughputMbps": 0 }), (3000, MIN), (125, MIN)),
        (json!({ "iops": 3000, "throughputMbps": 125 }), (3000, MIN), (125, MIN)),
        (json!({ "iops": 3000.5, "throughputMbps": 125.5 }), (3001, REQUESTED), (126, REQUESTED)),
        (json!({ "throughputMbps": 750 }), (3000, MIN), (750, REQUESTED)),
        (json!({ "throughputMbps": 1000 }), (4000, "1000 MB/s require 4 IOPS for each MB/s"), (1000, REQUESTED)),
        // What the workload asks for is not what it gets, so that it is not the reason either.
        (
            json!({ "iops": 3500, "throughputMbps": 1000 }),
            (4000, "1000 MB/s require 4 IOPS for each MB/s"),
            (1000, REQUESTED),
        ),
        (json!({ "iops": 4000, "throughputMbps": 1000 }), (4000, REQUESTED), (1000, REQUESTED)),
        (json!({ "iops": 16_000, "throughputMbps": 1000 }), (16_000, REQUESTED), (1000, REQUESTED)),
    ] {
        let mut workload = speed;
        workload["cloud"] = json!("aws");
        let plan = recommend(&workload);
        assert!(plan.ok, "{workload}: {:?}", plan.diagnostics);
        let found = (plan.args.disk_iops.unwrap(), reason(&plan, "diskIops"));
        assert_eq!(found, iops, "{workload}");
        let found = (plan.args.disk_throughput.unwrap(), reason(&plan, "diskThroughput"));
        assert_eq!(found, throughput, "{workload}");
    }
}

#[test]
fn a_disk_may_be_as_large_as_there_are_disks_and_ask_for_no_speed() {
    for workload in [
        json!({ "cloud": "aws", "dataGb": 3276.5 }),
        json!({ "cloud": "gcp", "dataGb": 3276.5, "iops": 0, "throughputMbps": 0 }),
    ] {
        let plan = recommend(&workload);
        assert_eq!((plan.ok, plan.args.disk_size), (true, 4096), "{workload}: {:?}", plan.diagnostics);
    }
}

#[test]
fn headroom_is_what_the_workload_leaves_of_each_limit() {
    let headroom = |workload: Value| serde_json::to_value(recommend(&workload).headroom).unwrap();
    assert_eq!(headroom(json!({ "cloud": "aws" })), json!({ "diskGb": 8.0 }));
    assert_eq!(
        headroom(json!({ "cloud": "aws", "dataGb": 100, "growthGbPerMonth": 30, "months": 2 })),
        json!({ "diskGb": 100.0, "monthsUntilFull": 3.0 })
    );
    assert_eq!(
        headroom(json!({ "cloud": "aws", "environment": "production", "clients": 5, "workingSetStreams": 4_000_000 })),
        json!({ "clients": 15.0, "workingSetStreams": 2_000_000.0, "diskGb": 500.0 })
    );
    // A disk that is too small is full at once, and how much is missing is shown.
    assert_eq!(
        headroom(json!({ "cloud": "aws", "dataGb": 5000, "growthGbPerMonth": 1 })),
        json!({ "diskGb": -904.0, "monthsUntilFull": 0.0 })
    );
}

#[test]
fn the_next_step_is_the_next_larger_size_and_how_to_get_there() {
    let next = |workload: Value| serde_json::to_value(recommend(&workload).next_step).unwrap();
    assert_eq!(
        next(json!({ "cloud": "aws" })),
        json!({
            "instanceType": "C4", "brings": "2 vCPUs and 8 GB of memory on each node, 500,000 streams in the working set",
            "how": "a change of `instanceType` stops the cluster while its node is resized"
        })
    );
    assert_eq!(
        next(json!({ "cloud": "aws", "environment": "production" })),
        json!({
            "instanceType": "M32",
            "brings": "8 vCPUs and 32 GB of memory on each node, 12,000,000 streams in the working set, 250 clients",
            "how": "a change of `instanceType` resizes one node after the other; clients reconnect"
        })
    );
    assert_eq!(next(json!({ "cloud": "aws", "workingSetStreams": 62_000_000 })), Value::Null);
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
        let plan = recommend_cluster(&serde_json::from_value(workload).unwrap(), &catalogue).unwrap();
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
        (json!({ "cloud": "aws", "clients": 1 }), &[streams]),
        (json!({ "cloud": "aws", "workingSetStreams": 1 }), &[clients]),
        (json!({ "cloud": "aws", "workingSetStreams": 0, "clients": 0 }), &[]),
    ] {
        assert_eq!(recommend(&workload).assumptions, [&always[..], more].concat(), "{workload}");
    }
    assert!(recommend(&json!({ "cloud": "aws", "months": 6 })).assumptions[0].starts_with("the disk lasts 6 months"));
}

#[test]
fn projections_are_an_arg_only_where_they_are_not_the_default() {
    let level = |workload: Value| recommend(&workload).args.projection_level;
    assert_eq!(level(json!({ "cloud": "aws" })), None);
    assert_eq!(level(json!({ "cloud": "aws", "projectionLevel": "off" })), None);
    assert_eq!(level(json!({ "cloud": "aws", "projectionLevel": "user" })).as_deref(), Some("user"));
}

#[test]
fn a_day_after_all_known_support_gets_the_line_that_is_recommended_now() {
    let now = recommend(&json!({ "cloud": "aws" }));
    let later = recommend(&json!({ "cloud": "aws", "now": "2050-01-01" }));
    assert_eq!(later.args.server_version, now.args.server_version);
    assert_eq!(reason(&later, "serverVersion"), "a line with long-term support, supported until 2028-01-31 or later");
}

#[test]
fn what_no_cluster_has_is_said_with_the_amount() {
    for (workload, path, message) in [
        (
            json!({ "cloud": "aws", "environment": "production", "clients": 501 }),
            "workload.clients",
            "`M128` supports at most 500 clients, 1 fewer than requested",
        ),
        (
            json!({ "cloud": "aws", "dataGb": 4000 }),
            "workload.dataGb",
            "the workload needs 5000 GB of disk; at most 4096 GB are supported",
        ),
        (
            json!({ "cloud": "aws", "iops": 16_001 }),
            "workload.iops",
            "a disk of type `gp3` supports at most 16,000 IOPS",
        ),
        (
            json!({ "cloud": "gcp", "iops": 1 }),
            "workload.iops",
            "the speed of a disk of type `ssd` depends on its size and cannot be set",
        ),
        (
            json!({ "cloud": "aws", "topology": "single-node", "workingSetStreams": 6_000_000, "environment": "production" }),
            "workload.topology",
            "`single-node` is offered with sizes up to `M8`, but the workload needs `M16`",
        ),
        (
            json!({ "cloud": "aws", "topology": "single-node", "replicas": 1 }),
            "workload.replicas",
            "`single-node` does not support read-only replicas",
        ),
    ] {
        let plan = recommend(&workload);
        assert!(!plan.ok);
        let found: Vec<_> = plan.diagnostics.iter().map(|p| (p.path.as_str(), p.message.as_str())).collect();
        assert_eq!(found, [(path, message)], "{workload}");
    }
}

#[test]
fn invalid_workloads_have_their_path() {
    for (workload, message) in [
        (json!(5), "workload: must be an object, not a number"),
        (json!({}), "workload.cloud: is required"),
        (json!({ "cloud": "asw" }), "workload.cloud: unknown cloud `asw`; did you mean `aws`?"),
        (json!({ "cloud": "aws", "client": 5 }), "workload.client: unknown key; did you mean `clients`?"),
        (
            json!({ "cloud": "aws", "clients": -1 }),
            "workload.clients: must be a number from 0 to 1,000,000,000,000, not -1",
        ),
        (json!({ "cloud": "aws", "months": 1.5 }), "workload.months: must be an integer from 0 to 1200, not 1.5"),
        (json!({ "cloud": "aws", "replicas": 3 }), "workload.replicas: must be an integer from 0 to 2, not 3"),
        (json!({ "cloud": "aws", "dataGb": "much" }), "workload.dataGb: must be a number, not a string"),
        (
            json!({ "cloud": "aws", "now": "soon" }),
            "workload.now: must be an ISO date or time such as `2026-11-23` or `2026-11-23T08:00:00Z`, not `soon`",
        ),
    ] {
        assert_eq!(refused(&workload), message);
    }
}

fn workload() -> impl Strategy<Value = Value> {
    let amount = |values: &'static [f64]| prop::option::of(select(values));
    (
        select(&["aws", "gcp", "azure"][..]),
        any::<bool>(),
        amount(&[0.0, 1.0, 500_000.0, 6_000_001.0, 62_000_000.0, 1e12]),
        amount(&[0.0, 20.0, 21.0, 500.0, 501.0]),
        (amount(&[0.0, 0.5, 100.0, 3000.0, 1e9]), amount(&[0.0, 0.1, 50.0, 1e12])),
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is asked for, the recommended args are a cluster that the service takes; and where the workload fits,
    /// nothing is to be warned of but what was asked for.
    #[test]
    fn recommended_clusters_pass_the_checks(workload in workload()) {
        let plan = recommend(&workload);
        let found = diagnostics(&workload, &plan);
        let asked_for_one_node = workload.get("topology") == Some(&json!("single-node"));
        let left: Vec<_> = found.iter().filter(|(code, _)| !(asked_for_one_node && ["CLU022", "CLU023"].contains(code))).collect();
        prop_assert!(left.is_empty(), "{workload}: {left:?} {:?}", plan.args);
        prop_assert_eq!(plan.ok, plan.diagnostics.is_empty());
        for property in ["topology", "instanceType", "diskType", "diskSize", "serverVersion"] {
            let choice = plan.choices.iter().find(|choice| choice.property == property);
            prop_assert!(choice.is_some_and(|choice| !choice.reason.is_empty() && !choice.source.is_empty()), "{property}");
        }
    }

    /// A larger wish never gets a smaller cluster.
    #[test]
    fn more_needs_no_less(workload in workload(), key in select(&["workingSetStreams", "clients", "dataGb", "iops", "throughputMbps"][..]), factor in 1.0..10.0_f64) {
        let Some(amount) = workload.get(key).and_then(Value::as_f64) else { return Ok(()) };
        let mut larger = workload.clone();
        larger[key] = json!((amount * factor).min(1e12));
        let (a, b) = (recommend(&workload), recommend(&larger));
        prop_assert!(a.vcpu <= b.vcpu && a.args.disk_size <= b.args.disk_size, "{workload} {larger}");
        prop_assert!(a.args.disk_iops <= b.args.disk_iops && a.args.disk_throughput <= b.args.disk_throughput);
        prop_assert!(a.ok || !b.ok, "{workload} {larger}");
    }
}
