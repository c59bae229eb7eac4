//! In which order the resources of a program are made.

use std::collections::BTreeMap;

use crate::model::program::Program;
use crate::model::resource::State;

/// What has to be there before what: a resource is made after those that it refers to or depends on.
///
/// Points are the resources, by their index, and after them the names. `dependsOn` has names only, and where several
/// kinds have one of that name, any may be meant: it leads to the name, and the name to all of them. That way there are
/// never more steps than the program is long.
#[derive(Debug)]
pub(super) struct Order {
    /// By point, those made before it, one step away.
    before: Vec<Vec<usize>>,
    /// By point, those made after it.
    after: Vec<Vec<usize>>,
}

impl Order {
    /// Reads the order of a program.
    pub fn of(program: &Program) -> Self {
        let mut order = Self { before: Vec::new(), after: Vec::new() };
        let mut names: BTreeMap<&str, usize> = BTreeMap::new();
        let mut free = program.resources.len();
        for resource in program.resources.iter().filter(|resource| !resource.is_configuration()) {
            let name = *names.entry(&resource.name).or_insert_with(|| {
                let point = free;
                free = free.saturating_add(1);
                point
            });
            order.add(name, resource.index);
        }
        for resource in &program.resources {
            for name in resource.depends_on.iter().filter_map(|name| names.get(name.as_str())) {
                order.add(resource.index, *name);
            }
            resource.walk(&mut |_, property, slot| {
                let State::Reference(name) = &slot.state else { return };
                let found = property.refers_to.and_then(|kind| program.find(kind, name));
                if let Some(point) = found.map(|other| other.index).or_else(|| names.get(name.as_str()).copied()) {
                    order.add(resource.index, point);
                }
            });
        }
        order
    }

    fn add(&mut self, later: usize, earlier: usize) {
        for (steps, from, to) in [(&mut self.before, later, earlier), (&mut self.after, earlier, later)] {
            if steps.len() <= from {
                steps.resize(from.saturating_add(1), Vec::new());
            }
            if let Some(step) = steps.get_mut(from) {
                step.push(to);
            }
        }
    }

    /// Says of resources whether they are made before or after the given one for sure, however far away.
    pub fn settled(&self, index: usize) -> impl Fn(usize) -> bool + use<> {
        let (before, after) = (reach(&self.before, index), reach(&self.after, index));
        move |other| [&before, &after].iter().any(|points| points.get(other) == Some(&true))
    }
}

/// The points that can be reached from one. Each is visited once, so that a circle does no harm.
fn reach(steps: &[Vec<usize>], from: usize) -> Vec<bool> {
    let mut found = Vec::new();
    let mut open = vec![from];
    while let Some(point) = open.pop() {
        for next in steps.get(point).into_iter().flatten() {
            if found.len() <= *next {
                found.resize(next.saturating_add(1), false);
            }
            if let Some(seen) = found.get_mut(*next).filter(|seen| !**seen) {
                *seen = true;
                open.push(*next);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use serde_json::{Value, json};

    use crate::diagnostic::Report;
    use crate::model::raw::Raw;
    use crate::model::replicaset;
    use crate::rules::page::{expand, input};
    use crate::rules::{build, check_document};

    /// Checks a program of resources that are completed from valid ones.
    fn check(resources: Value) -> Report {
        let document = json!({ "target": "kurrentcloud@0.3.x", "resources": resources });
        let (document, _) = expand(&document.to_string()).unwrap();
        check_document(input(&document).unwrap(), &Raw::Null).unwrap()
    }

    fn set(name: &str, args: Value) -> Value {
        json!({ "kind": "ManagedClusterReplicaset", "name": name, "args": args })
    }

    fn found(report: &Report) -> Vec<(&'static str, String)> {
        let place = |diagnostic: &crate::diagnostic::Diagnostic| match &diagnostic.resource {
            Some(resource) => format!("{} {}", resource.name, diagnostic.path),
            None => diagnostic.path.clone(),
        };
        report.diagnostics.iter().map(|diagnostic| (diagnostic.code, place(diagnostic))).collect()
    }

    #[test]
    fn counts_are_whole_numbers_in_the_range() {
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
    fn the_cluster_is_followed() {
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
        let waits = report.deferred.iter().find(|entry| entry.path == "topology").unwrap();
        assert!(waits.codes.contains(&"REP002"), "{:?}", waits.codes);
    }

    #[test]
    fn a_cluster_has_one_set() {
        let id = |id: Value| json!({ "clusterId": id });
        let (ours, later) = (json!("c2bq5k5o4t0gqrkt0050"), json!({ "unknown": true }));
        for (a, b, expected) in [
            (ours.clone(), ours.clone(), vec![("REP003", "b clusterId".to_string())]),
            (ours.clone(), json!("c2bq5k5o4t0gqrkt0051"), vec![]),
            (ours.clone(), later.clone(), vec![]),
            (later.clone(), later, vec![]),
            (json!(" "), json!(" "), vec![]),
        ] {
            assert_eq!(found(&check(json!([set("a", id(a.clone())), set("b", id(b.clone()))]))), expected, "{a} {b}");
        }
        let secret = json!({ "secret": "c2bq5k5o4t0gqrkt0050" });
        let report = check(json!([set("a", id(ours)), set("b", id(secret))]));
        assert_eq!(found(&report), [("REP003", "b clusterId".to_string())]);
        assert!(
            report.diagnostics[0].message.starts_with("the value is secret")
                && report.diagnostics[0].related.is_empty()
        );
    }

    #[test]
    fn backups_wait_for_replicas_in_any_order() {
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
                json!([
                    db,
                    set(json!([])),
                    step("a", json!(["b"])),
                    step("b", json!(["a"])),
                    job(ours(), json!(["a"]))
                ]),
                beside.clone(),
            ),
            // A name may be that of the set as well as of something else.
            (json!([step("set", json!([])), db, set(json!([])), job(ours(), json!(["set"]))]), vec![]),
            // By way of a reference.
            (
                json!([
                    db, set(json!([])), { "kind": "Project", "name": "p", "dependsOn": ["set"] },
                    { "kind": "ScheduledBackup", "name": "job", "args": { "sourceClusterId": ours() }, "dependsOn": ["acl"] },
                    { "kind": "Acl", "name": "acl", "args": { "projectId": { "ref": "p" } } },
                ]),
                vec![],
            ),
            // Of another cluster, or of one that is not known.
            (json!([db, set(json!([])), job(json!("c2bq5k5o4t0gqrkt0050"), json!([]))]), vec![]),
            (json!([db, set(json!([])), job(json!({ "unknown": true }), json!([]))]), vec![]),
        ] {
            assert_eq!(found(&check(resources.clone())), expected, "{resources}");
        }
        let waits = |resources: Value| check(resources).deferred.iter().any(|entry| entry.codes.contains(&"REP007"));
        let open = || job(json!({ "unknown": true }), json!([]));
        assert!(waits(json!([db, set(json!([])), open()])) && !waits(json!([db, open()])));
    }

    #[test]
    fn a_call_is_no_program() {
        let args: Raw = serde_json::from_value(json!({
            "projectId": "c2bq5k5o4t0gqrkt0030", "clusterId": "c2bq5k5o4t0gqrkt0050", "replicaCount": 1,
        }))
        .unwrap();
        let of = |target: &str| {
            let options: Raw = serde_json::from_value(json!({ "target": target })).unwrap();
            found(&build(&replicaset::KIND, args.clone(), &options).unwrap().report)
        };
        assert_eq!(of("kurrentcloud@0.3.0"), []);
        for target in ["kurrentcloud@0.2.19", "eventstorecloud@0.2.20", "kurrent-io/kurrentcloud@2.0.9"] {
            assert_eq!(of(target), [("REP005", " ".to_string())], "{target}");
        }
    }

    #[test]
    fn a_long_chain_is_fast() {
        let resources: Vec<Value> = (0..1500)
            .flat_map(|i| {
                let cluster = format!("c2bq5k5o4t0gqrkt{i:04}");
                [
                    json!({ "kind": "ManagedClusterReplicaset", "name": format!("set{i}"), "dependsOn": [format!("job{}", i32::max(i - 1, 0))],
                        "args": { "clusterId": cluster } }),
                    json!({ "kind": "ScheduledBackup", "name": format!("job{i}"), "dependsOn": [format!("set{i}")],
                        "args": { "sourceClusterId": cluster } }),
                ]
            })
            .collect();
        let begin = Instant::now();
        assert_eq!(found(&check(json!(resources))), []);
        assert!(begin.elapsed() < Duration::from_secs(20), "{:?}", begin.elapsed());
    }
}
