//! Rules about replica sets.

use serde_json::{Value, json};

use eventstorecloud_planner::diagnostic::Report;
use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::model::replicaset;
use eventstorecloud_planner::model::resource::{Args, Notation};
use eventstorecloud_planner::rules::{build, check_document};
use rule_pages::page::{expand, input};

/// Checks a program of resources that are completed from valid ones.
fn check(resources: Value) -> Report {
    // Whether a cluster is reachable and backed up does not matter here.
    let off = json!({ "severity": { "STACK003": "off", "STACK004": "off", "STACK006": "off", "DOC005": "off" } });
    let document = json!({ "target": "kurrentcloud@0.3.x", "partial": false, "resources": resources, "options": off });
    let (document, options) = expand(&document.to_string()).unwrap();
    check_document(input(&document).unwrap(), &input(&options).unwrap()).unwrap()
}

fn set(name: &str, args: Value) -> Value {
    json!({ "kind": "ManagedClusterReplicaset", "name": name, "args": args })
}

fn found(report: &Report) -> Vec<(&'static str, String)> {
    let path = |diagnostic: &eventstorecloud_planner::diagnostic::Diagnostic| match &diagnostic.resource {
        Some(resource) => format!("{} {}", resource.name, diagnostic.path),
        None => diagnostic.path.clone(),
    };
    report.diagnostics.iter().map(|diagnostic| (diagnostic.code, path(diagnostic))).collect()
}

#[test]
fn counts_are_integers_in_the_range() {
    for (count, expected) in [
        (json!(1), &[][..]),
        (json!(2), &[]),
        (json!(0), &["REP001"]),
        (json!(1.5), &["REP001"]),
        (json!(2.5), &["REP001"]),
        (json!(1e300), &["REP001"]),
        (json!("2"), &["ARG002"]),
        (json!({ "unknown": true }), &[]),
    ] {
        let report = check(json!([set("a", json!({ "replicaCount": count }))]));
        let codes: Vec<_> = report.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
        assert_eq!(codes, expected, "{count}");
    }
}

#[test]
fn rules_compare_a_set_with_its_cluster() {
    let of = |topology: Value, project: &str, count: Value| {
        check(json!([
            { "kind": "ManagedCluster", "name": "db", "args": { "topology": topology, "instanceType": "M8" } },
            set("a", json!({ "clusterId": { "ref": "db" }, "projectId": project, "replicaCount": count })),
        ]))
    };
    let (project, other) = ("c2bq5k5o4t0gqrkt0030", "c2bq5k5o4t0gqrkt0031");
    for (topology, project, expected) in [
        (json!("three-node-multi-zone"), project, &[][..]),
        (json!("single-node"), project, &["REP002"]),
        (json!("THREE-node-multi-zone "), project, &["CLU002"]),
        (json!("five-node"), project, &["CLU001"]),
        (json!({ "unknown": true }), project, &[]),
        (json!("three-node-multi-zone"), other, &["REP004"]),
    ] {
        let report = of(topology.clone(), project, json!(1));
        let codes: Vec<_> = report.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
        assert_eq!(codes, expected, "{topology} {project}");
    }
    let report = of(json!({ "unknown": true }), project, json!(1));
    let deferred = report.deferred.iter().find(|entry| entry.path == "topology").unwrap();
    assert!(deferred.codes.contains(&"REP002"), "{:?}", deferred.codes);
}

#[test]
fn a_cluster_has_at_most_one_set() {
    let id = |id: Value| json!({ "clusterId": id });
    let (ours, unknown) = (json!("c2bq5k5o4t0gqrkt0050"), json!({ "unknown": true }));
    for (a, b, expected) in [
        (ours.clone(), ours.clone(), vec![("REP003", "b clusterId".to_string())]),
        (ours.clone(), json!("c2bq5k5o4t0gqrkt0051"), vec![]),
        (ours.clone(), unknown.clone(), vec![]),
        (unknown.clone(), unknown, vec![]),
        // A blank id is not an id that two sets share.
        (json!(" "), json!(" "), vec![("ARG003", "a clusterId".to_string()), ("ARG003", "b clusterId".to_string())]),
    ] {
        assert_eq!(found(&check(json!([set("a", id(a.clone())), set("b", id(b.clone()))]))), expected, "{a} {b}");
    }
    let secret = json!({ "secret": "c2bq5k5o4t0gqrkt0050" });
    let report = check(json!([set("a", id(ours)), set("b", id(secret))]));
    assert_eq!(found(&report), [("REP003", "b clusterId".to_string())]);
    assert!(
        report.diagnostics[0].message.starts_with("the value is secret") && report.diagnostics[0].related.is_empty()
    );
}

#[test]
fn sets_and_backups_depend_on_each_other_in_any_order() {
    let db = json!({ "kind": "ManagedCluster", "name": "db" });
    let cluster = json!({ "clusterId": { "ref": "db" } });
    let set = |needs: Value| json!({ "kind": "ManagedClusterReplicaset", "name": "set", "args": cluster, "dependsOn": needs });
    let job = |cluster: Value, needs: Value| json!({ "kind": "ScheduledBackup", "name": "job", "args": { "sourceClusterId": cluster }, "dependsOn": needs });
    let step = |name: &str, needs: Value| json!({ "kind": "time:index:Sleep", "name": name, "dependsOn": needs });
    let ours = || json!({ "ref": "db" });
    let beside = vec![("REP007", "job sourceClusterId".to_string())];
    for (resources, expected) in [
        (json!([db, set(json!([])), job(ours(), json!([]))]), beside.clone()),
        (json!([db, set(json!([])), job(ours(), json!(["db"]))]), beside.clone()),
        (json!([db, set(json!([])), job(ours(), json!(["set"]))]), vec![]),
        (json!([db, set(json!(["job"])), job(ours(), json!([]))]), vec![]),
        (json!([db, set(json!([])), step("wait", json!(["set"])), job(ours(), json!(["wait"]))]), vec![]),
        (
            json!([db, set(json!([])), step("a", json!(["b"])), step("b", json!(["a"])), job(ours(), json!(["a"]))]),
            beside.clone(),
        ),
        // A name may be that of the set as well as of something else.
        (json!([step("set", json!([])), db, set(json!([])), job(ours(), json!(["set"]))]), vec![]),
        // Through a reference.
        (
            json!([
                db, set(json!([])), { "kind": "Project", "name": "p", "dependsOn": ["set"] },
                { "kind": "ScheduledBackup", "name": "job", "args": { "sourceClusterId": ours() }, "dependsOn": ["acl"] },
                { "kind": "Acl", "name": "acl", "args": { "projectId": { "ref": "p" } } },
            ]),
            vec![],
        ),
        // Of another cluster, or of an unknown one.
        (json!([db, set(json!([])), job(json!("c2bq5k5o4t0gqrkt0050"), json!([]))]), vec![]),
        (json!([db, set(json!([])), job(json!({ "unknown": true }), json!([]))]), vec![]),
    ] {
        assert_eq!(found(&check(resources.clone())), expected, "{resources}");
    }
    let is_deferred = |resources: Value| check(resources).deferred.iter().any(|entry| entry.codes.contains(&"REP007"));
    let unknown = || job(json!({ "unknown": true }), json!([]));
    assert!(is_deferred(json!([db, set(json!([])), unknown()])) && !is_deferred(json!([db, unknown()])));
}

#[test]
fn a_builder_call_is_not_a_whole_program() {
    let args: Raw = serde_json::from_value(json!({
        "projectId": "c2bq5k5o4t0gqrkt0030", "clusterId": "c2bq5k5o4t0gqrkt0050", "replicaCount": 1,
    }))
    .unwrap();
    let of = |target: &str| {
        let options: Raw = serde_json::from_value(json!({ "target": target })).unwrap();
        found(&build(&replicaset::KIND, Args::Whole(args.clone()), Notation::Call, &options).unwrap().report)
    };
    assert_eq!(of("kurrentcloud@0.3.0"), []);
    for target in ["kurrentcloud@0.2.19", "eventstorecloud@0.2.20", "kurrent-io/kurrentcloud@2.0.9"] {
        assert_eq!(of(target), [("REP005", " ".to_string())], "{target}");
    }
}
