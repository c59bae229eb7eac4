//! What is said of a resource that is created, of one that changes, and of one that exists and stays.

use eventstorecloud_planner::diagnostic::{DetectedAt, Diagnostic, ResourceName, Severity};
use eventstorecloud_planner::rules::{Subject, check_document};
use rule_pages::cases;
use rule_pages::page::{expand, input, pages};
use rule_pages::valid::valid_args;
use serde_json::{Value, json};

/// What is said of a valid resource with these properties; null leaves a property out.
fn found(kind: &str, changes: &Value, resource: &Value, options: &Value) -> Vec<Diagnostic> {
    let mut args = valid_args(kind).unwrap();
    for (key, value) in changes.as_object().unwrap() {
        args[key] = value.clone();
    }
    args.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    let mut whole = json!({ "kind": kind, "name": "it", "args": args });
    whole.as_object_mut().unwrap().extend(resource.as_object().unwrap().clone());
    let document = json!({ "partial": true, "resources": [whole] });
    let (document, options) = (document.to_string(), options.to_string());
    let (document, options) = (serde_json::from_str(&document).unwrap(), serde_json::from_str(&options).unwrap());
    check_document(&document, &options).unwrap().diagnostics
}

/// The same, each as `severity CODE path`.
fn said(kind: &str, changes: &Value, resource: &Value, options: &Value) -> Vec<String> {
    let line = |d: &Diagnostic| format!("{} {} {}", json!(d.severity).as_str().unwrap(), d.code, d.path);
    found(kind, changes, resource, options).iter().map(line).collect()
}

/// The same of a cluster, with the default options.
fn of_cluster(changes: &Value, resource: &Value) -> Vec<String> {
    said("ManagedCluster", changes, resource, &json!({}))
}

fn existing() -> Value {
    json!({ "existing": true })
}

fn changing(property: &str) -> Value {
    json!({ "existing": { "changes": [property] } })
}

#[test]
fn a_line_that_is_not_offered_is_an_error_only_where_a_cluster_gets_it() {
    let old = json!({ "serverVersion": "20.10" });
    let refused = vec!["error VER004 serverVersion"];
    assert_eq!(of_cluster(&old, &json!({})), refused);
    assert_eq!(of_cluster(&old, &json!({ "existing": false })), refused);
    assert_eq!(of_cluster(&old, &changing("serverVersion")), refused);
    let runs = vec!["warning VER005 serverVersion"];
    assert_eq!(of_cluster(&old, &existing()), runs);
    assert_eq!(of_cluster(&old, &changing("diskSize")), runs);
}

#[test]
fn what_was_upgraded_in_the_console_is_not_judged_by_the_line_that_the_program_still_has() {
    let old = json!({ "serverVersion": "20.10" });
    let runs = |tag: &str| json!({ "existing": { "serverVersionTag": tag } });
    assert_eq!(of_cluster(&old, &runs("26.0.1")), Vec::<String>::new());
    assert_eq!(of_cluster(&old, &runs("20.10.4")), ["warning VER005 serverVersion"]);
    assert_eq!(of_cluster(&old, &runs("latest")), ["warning VER005 serverVersion"]);
    // Every preview shows it as a change back, which has no effect.
    let changed = |tag: &str| json!({ "existing": { "serverVersionTag": tag, "changes": ["serverVersion"] } });
    assert_eq!(of_cluster(&old, &changed("26.0.1")), Vec::<String>::new());
    assert_eq!(of_cluster(&old, &changed("20.6.1")), ["error VER004 serverVersion"]);
}

#[test]
fn a_retired_disk_type_is_an_error_only_where_a_cluster_gets_it() {
    let gp2 = json!({ "diskType": "gp2", "diskIops": null, "diskThroughput": null });
    assert_eq!(of_cluster(&gp2, &json!({})), ["error CLU006 diskType"]);
    assert_eq!(of_cluster(&gp2, &changing("diskType")), ["error CLU006 diskType"]);
    assert_eq!(of_cluster(&gp2, &changing("diskSize")), ["warning CLU042 diskType"]);
    assert_eq!(of_cluster(&gp2, &existing()), ["warning CLU042 diskType"]);
    // A provider that rejects it does so in every preview.
    let target = json!({ "target": "kurrentcloud@0.3.1" });
    assert_eq!(said("ManagedCluster", &gp2, &existing(), &target), ["error CLU006 diskType"]);
}

#[test]
fn what_the_service_has_accepted_is_no_error_and_what_the_provider_rejects_is_one() {
    let latest = json!({ "serverVersion": "latest" });
    assert_eq!(of_cluster(&latest, &existing()), ["warning VER001 serverVersion"]);
    assert_eq!(of_cluster(&latest, &changing("serverVersion")), ["error VER001 serverVersion"]);
    let size = json!({ "instanceType": "m5.large" });
    assert_eq!(of_cluster(&size, &existing()), ["error CLU003 instanceType"]);
    let severity = json!({ "severity": { "VER001": "error" } });
    assert_eq!(said("ManagedCluster", &latest, &existing(), &severity), ["error VER001 serverVersion"]);
}

#[test]
fn nothing_is_offered_that_replaces_what_exists() {
    let of = |kind: &str, code: &str, changes: Value, resource: &Value| {
        let found = found(kind, &changes, resource, &json!({ "environment": "production", "profile": "strict" }));
        let it = found.into_iter().find(|it| it.code == code).unwrap_or_else(|| panic!("no {code}"));
        (it.help, it.suggestions.len(), it.fix.len())
    };
    let capitals = || json!({ "region": "US-East-1" });
    assert_eq!(of("Network", "NET017", capitals(), &json!({})), ("use `us-east-1`".into(), 1, 1));
    // The region changes in any case, or has not been accepted yet.
    assert_eq!(of("Network", "NET017", capitals(), &changing("region")), ("use `us-east-1`".into(), 1, 1));
    let help = "leave it as it is: a change of `region` replaces the network and everything in it";
    assert_eq!(of("Network", "NET017", capitals(), &existing()), (help.into(), 0, 0));
    let help = "leave it as it is: a change of `topology` replaces the cluster and deletes its data";
    let single = json!({ "topology": "single-node" });
    assert_eq!(of("ManagedCluster", "CLU022", single, &existing()), (help.into(), 0, 0));
    // What the provider refuses has to change; a fix does not do that by itself.
    let help = "use `three-node-multi-zone`; a change of `topology` replaces the cluster and deletes its data";
    let (said, suggestions, fixes) = of("ManagedCluster", "CLU001", json!({ "topology": "three-node" }), &existing());
    assert_eq!((said.as_str(), suggestions > 0, fixes), (help, true, 0));
    // The provider does not look at the spelling of a topology, and the service answers in lower case.
    let capitals = json!({ "topology": "Single-Node" });
    assert_eq!(
        of("ManagedCluster", "CLU002", capitals, &existing()),
        ("use `single-node`, the spelling that the service stores".into(), 1, 1)
    );
}

#[test]
fn the_secrets_that_a_state_lacks_are_not_missing() {
    let slack = json!({ "data": { "sink": "slack", "source": "issues", "channelId": "#operations" } });
    assert_eq!(said("Integration", &slack, &json!({}), &json!({})), ["error INT002 data"]);
    assert_eq!(said("Integration", &slack, &existing(), &json!({})), Vec::<String>::new());
    assert_eq!(said("Integration", &slack, &changing("data"), &json!({})), ["error INT002 data"]);
}

#[test]
fn a_tag_has_an_effect_on_a_cluster_that_exists() {
    let tag = json!({ "serverVersion": "26.0", "serverVersionTag": "26.0.1" });
    let strict = json!({ "profile": "strict" });
    let is_said = |resource: &Value| {
        said("ManagedCluster", &tag, resource, &strict).contains(&"warning VER010 serverVersionTag".to_string())
    };
    assert!(is_said(&json!({})));
    assert!(!is_said(&existing()) && !is_said(&changing("serverVersionTag")));
}

#[test]
fn what_the_next_run_creates_anew_is_new() {
    let old = json!({ "serverVersion": "20.10" });
    for (state, severity) in [
        ("tainted", "error VER004"),
        ("failed", "warning VER005"),
        ("pendingReplacement", "error VER004"),
        ("leftBehind", "warning VER005"),
    ] {
        let found = of_cluster(&old, &json!({ "existing": true, "state": [state] }));
        assert!(found.contains(&format!("{severity} serverVersion")), "{state}: {found:?}");
    }
}

#[test]
fn what_the_provider_refuses_stays_an_error_beside_what_it_refuses_first() {
    let fast =
        |size: &str| json!({ "instanceType": size, "diskType": "gp3", "diskIops": 3000, "diskThroughput": 3000 });
    assert_eq!(of_cluster(&fast("M8"), &existing()), ["error CLU015 diskThroughput"]);
    let both = ["error CLU015 diskThroughput", "error CLU003 instanceType"];
    assert_eq!(of_cluster(&fast("M1"), &existing()), both);
}

#[test]
fn what_is_protected_is_not_lost() {
    let found = |args: Value, state: &[&str]| {
        let found = found("ManagedCluster", &args, &json!({ "existing": true, "state": state }), &json!({}));
        found.into_iter().find(|it| it.code == "STACK013").unwrap().message
    };
    let open = json!({ "protected": null });
    assert!(found(open.clone(), &["tainted"]).ends_with("replaces it and deletes its data"));
    assert!(found(open.clone(), &["tainted", "protected"]).ends_with("fails, because it is protected"));
    assert!(found(open, &["tainted", "retained"]).ends_with("continues to exist outside of the program"));
    let protected = json!({ "protected": true });
    assert!(found(protected, &["tainted"]).ends_with("fails, because it is protected"));
}

#[test]
fn what_a_change_replaces_is_created_anew() {
    let old = json!({ "serverVersion": "20.10" });
    assert_eq!(of_cluster(&old, &changing("topology")), ["error VER004 serverVersion"]);
    assert_eq!(of_cluster(&old, &changing("diskSize")), ["warning VER005 serverVersion"]);
    let daily = json!({ "schedule": "@daily" });
    let job = |resource: &Value| said("ScheduledBackup", &daily, resource, &json!({}));
    assert_eq!(job(&existing()), ["warning BAK002 schedule"]);
    assert_eq!(job(&changing("description")), ["error BAK002 schedule"]);
}

#[test]
fn settings_of_a_provider_are_accepted_by_no_service() {
    let token =
        json!({ "kind": "Provider", "name": "it", "existing": true, "args": { "organizationId": " ", "token": " " } });
    let document = json!({ "resources": [token] }).to_string();
    let report =
        check_document(&serde_json::from_str(&document).unwrap(), &serde_json::from_str("{}").unwrap()).unwrap();
    assert!(!report.ok, "{:?}", report.diagnostics);
}

#[test]
fn what_cannot_be_read_of_what_exists_is_reported() {
    let document = json!({ "resources": [
        { "kind": "ManagedCluster", "name": "a", "args": valid_args("ManagedCluster"), "exsting": true },
        { "kind": "ManagedCluster", "name": "b", "args": valid_args("ManagedCluster"), "existing": "yes" },
        { "kind": "ManagedCluster", "name": "c", "existing": {
            "change": [], "changes": ["disksize", 5], "serverVersionTag": 24.1
        }, "args": valid_args("ManagedCluster") },
        { "kind": "aws:ec2/vpc:Vpc", "name": "d", "existing": { "changes": ["cidrBlock"] } },
    ] });
    let report =
        check_document(&serde_json::from_value(document).unwrap(), &serde_json::from_str("{}").unwrap()).unwrap();
    let found = report.diagnostics.iter().filter(|d| d.code == "DOC001");
    let found: Vec<_> = found.map(|d| (d.path.as_str(), d.message.as_str())).collect();
    assert_eq!(
        found,
        [
            ("resources[0].exsting", "unknown key `exsting`; did you mean `existing`?"),
            (
                "resources[1].existing",
                "`resources[1].existing` must be a boolean, or an object such as `{ \"changes\": [\"diskSize\"] }`, not a string"
            ),
            ("resources[2].existing.change", "unknown key `change`; did you mean `changes`?"),
            ("resources[2].existing.changes[0]", "unknown property `disksize`; did you mean `diskSize`?"),
            (
                "resources[2].existing.changes[1]",
                "`resources[2].existing.changes[1]` must be the name of a property, not a number"
            ),
            (
                "resources[2].existing.serverVersionTag",
                "`resources[2].existing.serverVersionTag` must be a string, not a number"
            ),
        ]
    );
}

/// The errors of a program that only the service would find, each with its resource and path; not those of a provider, nor
/// of a resource that is refused before: the next ones may be the provider's, too.
fn late_errors(document: &Value, options: &Value) -> Vec<String> {
    let report = check_document(&input(document).unwrap(), &input(options).unwrap()).unwrap();
    let is_late = |d: &&Diagnostic| matches!(d.detected_at, DetectedAt::Apply | DetectedAt::Service);
    let errors = || report.diagnostics.iter().filter(|d| d.severity == Severity::Error);
    let is_refused = |d: &&Diagnostic| errors().any(|other| other.resource == d.resource && !is_late(&other));
    let errors = errors().filter(is_late).filter(|d| !is_refused(d));
    let of_resources = errors.filter(|d| {
        let is_provider = |resource: &ResourceName| resource.kind == "Provider";
        d.resource.as_ref().is_some_and(|resource| !is_provider(resource))
    });
    of_resources.map(|d| format!("{} {:?} {}", d.code, d.resource, d.path)).collect()
}

#[test]
fn what_exists_has_no_error_that_only_the_service_would_find() {
    let cases = cases::all().unwrap().into_iter().map(|case| (case.name, case.document, case.options));
    let pages = pages().unwrap().into_iter().filter(|(_, rule, _)| rule.subject == Subject::Program);
    let examples = pages.map(|(_, rule, page)| {
        let (document, options) = expand(&page.example).unwrap();
        (rule.code.to_string(), document, options)
    });
    let mut of_new = 0;
    for (name, mut document, options) in cases.chain(examples) {
        if !options["severity"].is_null() {
            continue;
        }
        of_new += late_errors(&document, &options).len();
        let resources = document["resources"].as_array_mut().into_iter().flatten();
        for resource in resources.filter(|resource| resource.is_object() && resource.get("state").is_none()) {
            resource["existing"] = json!(true);
        }
        assert_eq!(late_errors(&document, &options), Vec::<String>::new(), "{name}");
    }
    assert!(of_new > 100, "{of_new}");
}
