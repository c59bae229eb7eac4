//! Where the targets differ, the same document gives the right answer for each.

use eventstorecloud_planner::diagnostic::{DetectedAt, Diagnostic, TargetFrom};
use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::rules::check_document;
use rule_pages::valid::valid_args;
use serde_json::{Value, json};

use crate::table;

/// A target of every generation: the Pulumi packages, and the Terraform providers behind them.
const TARGETS: [&str; 9] = [
    "eventstorecloud@0.2.7",
    "eventstorecloud@0.2.x",
    "kurrentcloud@0.3.x",
    "eventstore/eventstorecloud@1.5.29",
    "eventstore/eventstorecloud@1.6.x",
    "kurrent-io/kurrentcloud@2.0.2",
    "kurrent-io/kurrentcloud@2.1.1",
    "kurrent-io/kurrentcloud@2.1.2",
    "kurrent-io/kurrentcloud@3.1.0",
];

fn check(target: &str, kind: &str, changes: Value, options: Value) -> Vec<Diagnostic> {
    let mut args = valid_args(kind).unwrap();
    for (key, value) in changes.as_object().unwrap() {
        args[key] = value.clone();
    }
    args.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    let document =
        json!({ "target": target, "partial": true, "resources": [{ "kind": kind, "name": "it", "args": args }] });
    let options: Raw = serde_json::from_value(options).unwrap();
    check_document(&serde_json::from_value(document).unwrap(), &options).unwrap().diagnostics
}

/// For each target whether this code is reported, and nothing else is.
fn reported(code: &str, kind: &str, changes: &Value) -> Vec<bool> {
    let found = TARGETS.map(|target| {
        let mut codes: Vec<_> = check(target, kind, changes.clone(), json!({})).into_iter().map(|d| d.code).collect();
        // What old versions refuse of what is good today, and what they require.
        codes.retain(|found| !["ARG003", "ARG006"].contains(found));
        assert!(codes.iter().all(|found| *found == code), "{target}: {codes:?}");
        !codes.is_empty()
    });
    found.to_vec()
}

const YES: bool = true;
const NO: bool = false;

#[test]
fn access_lists_and_public_access_begin_with_a_version() {
    let too_old = [YES, NO, NO, YES, NO, NO, NO, NO, NO];
    assert_eq!(reported("NET023", "Network", &json!({ "publicAccess": true, "cidrBlock": null })), too_old);
    assert_eq!(reported("NET023", "Acl", &json!({})), too_old);
    let public = json!({ "publicAccess": true, "aclId": "c2bq5k5o4t0gqrkt0060" });
    assert_eq!(reported("NET023", "ManagedCluster", &public), too_old);
}

#[test]
fn replica_sets_begin_with_a_version_of_one_package() {
    let missing = [YES, YES, NO, YES, YES, YES, NO, NO, NO];
    assert_eq!(reported("REP005", "ManagedClusterReplicaset", &json!({})), missing);
}

#[test]
fn service_accounts_begin_with_a_version_of_one_package() {
    // The last but one is not a known version, so that the rule is deferred.
    let missing = [YES, YES, NO, YES, YES, YES, YES, NO, NO];
    let account = json!({ "token": "", "clientId": "orders-deploy", "clientSecret": { "secret": true } });
    assert_eq!(reported("PRV006", "Provider", &account), missing);
}

#[test]
fn only_constructors_of_pulumi_want_everything() {
    let missing = [YES, YES, YES, NO, NO, NO, NO, NO, NO];
    assert_eq!(reported("PRV009", "Provider", &json!({ "clientId": null, "url": null })), missing);
}

#[test]
fn the_help_for_a_target_is_as_recorded() {
    table::check("check/targets.txt", |question| {
        let [code, target, kind, changes] = question.splitn(4, ' ').collect::<Vec<_>>().try_into().unwrap();
        let found = check(target, kind, serde_json::from_str(changes).unwrap(), json!({ "profile": "advice" }));
        found.into_iter().find(|found| found.code == code).unwrap_or_else(|| panic!("{question}")).help
    });
}

#[test]
fn what_depends_on_an_unknown_version_is_deferred() {
    for (target, kind, changes, code) in [
        ("eventstorecloud@0.2.16", "Network", json!({ "publicAccess": true, "cidrBlock": null }), "NET023"),
        ("eventstorecloud@0.2.16", "Acl", json!({}), "NET023"),
        (
            "kurrent-io/kurrentcloud@2.1.2",
            "Provider",
            json!({ "token": "", "clientId": "orders-deploy", "clientSecret": { "secret": true } }),
            "PRV006",
        ),
    ] {
        let mut args = valid_args(kind).unwrap();
        args.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        args.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        let document =
            json!({ "target": target, "partial": true, "resources": [{ "kind": kind, "name": "it", "args": args }] });
        let report = check_document(&serde_json::from_value(document).unwrap(), &Raw::Null).unwrap();
        assert!(report.diagnostics.is_empty(), "{target} {:?}", report.diagnostics);
        assert!(
            report.deferred.iter().any(|deferred| deferred.codes.contains(&code)),
            "{target} {:?}",
            report.deferred
        );
        assert!(report.target_note.unwrap().contains("is not a known version"), "{target}");
    }
}

#[test]
fn constraints_that_exclude_each_other_are_named() {
    let document = json!({ "target": "eventstore/eventstorecloud@~> 1.5.0, >= 1.6.0", "resources": [] });
    let report = check_document(&serde_json::from_value(document).unwrap(), &Raw::Null).unwrap();
    assert_eq!(
        report.diagnostics[0].message, "no version of the target is in both `>= 1.6.0` and `~> 1.5.0`",
        "{:?}",
        report.diagnostics
    );
}

/// The service takes `gp2` from nobody; what differs is who says so first.
#[test]
fn gp2_is_refused_by_the_provider_or_by_the_service() {
    let gp2 = json!({ "diskType": "gp2", "diskIops": null, "diskThroughput": null });
    let stages = TARGETS.map(|target| {
        let mut found = check(target, "ManagedCluster", gp2.clone(), json!({}));
        // Old versions take no server version of today, and have fewer properties.
        found.retain(|it| it.code != "ARG006");
        assert_eq!(found.iter().map(|d| d.code).collect::<Vec<_>>(), ["CLU006"], "{target}");
        found[0].detected_at
    });
    let (api, preview) = (DetectedAt::Service, DetectedAt::Preview);
    assert_eq!(stages, [api, api, preview, api, api, api, api, api, preview]);
}

fn target_of(document: Value, options: Value) -> (String, TargetFrom) {
    let report = check_document(&serde_json::from_value(document).unwrap(), &serde_json::from_value(options).unwrap());
    let report = report.unwrap();
    (report.target, report.target_from)
}

#[test]
fn the_most_explicit_word_about_the_target_counts_and_the_report_says_which_it_was() {
    let legacy = "@eventstore/pulumi-eventstorecloud";
    let current = "@kurrent/pulumi-kurrentcloud";
    let token = json!([{ "kind": "kurrentcloud:index/project:Project", "name": "p", "args": { "name": "p" } }]);
    let package_json = json!({ "dependencies": { "typescript": "5.9.3" }, "devDependencies": { legacy: "~0.2.7" } });
    for (document, options, expected, from) in [
        (json!({ "resources": [] }), json!({}), "eventstorecloud@0.2.20", TargetFrom::Default),
        (json!({ "resources": token }), json!({}), "kurrentcloud@0.3.1", TargetFrom::Resources),
        (json!({ "packages": [legacy], "resources": [] }), json!({}), "eventstorecloud@0.2.20", TargetFrom::Packages),
        (
            json!({ "packages": [format!("{legacy}@0.2.7")], "resources": token }),
            json!({}),
            "eventstorecloud@0.2.7",
            TargetFrom::Packages,
        ),
        (
            json!({ "packages": [current], "resources": [] }),
            json!({ "packageJson": package_json }),
            "eventstorecloud@0.2.20",
            TargetFrom::PackageJson,
        ),
        (
            json!({ "target": "kurrentcloud@0.3.0", "resources": [] }),
            json!({ "packageJson": package_json }),
            "kurrentcloud@0.3.0",
            TargetFrom::Document,
        ),
        (
            json!({ "target": "kurrentcloud@0.3.0", "resources": [] }),
            json!({ "target": "eventstorecloud@0.2.19" }),
            "eventstorecloud@0.2.19",
            TargetFrom::Options,
        ),
        (
            json!({ "resources": [] }),
            json!({ "packageJson": { "name": "x", "dependencies": ["odd"] } }),
            "eventstorecloud@0.2.20",
            TargetFrom::Default,
        ),
    ] {
        assert_eq!(target_of(document.clone(), options), (expected.to_string(), from), "{document}");
    }
}
