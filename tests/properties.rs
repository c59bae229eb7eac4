//! Laws that hold for any program, on programs made at random from values that are right, nearly right and wrong.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "tests stop at the first surprise"
)]

use std::collections::{BTreeMap, BTreeSet};

use eventstorecloud_planner::diagnostic::{Report, Severity};
use eventstorecloud_planner::model::kind::{Kind, ValueType};
use eventstorecloud_planner::model::program::KINDS;
use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::model::resource::{Args, Notation};
use eventstorecloud_planner::rules::{build, check_document};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};
use support::{apply, apply_edit};

mod support;

const TEXTS: [&str; 82] = [
    "",
    " ",
    "x",
    "orders",
    "orders ",
    "aws",
    "AWS",
    "gcp",
    "azure",
    "google",
    "us-east-1",
    "us-east1",
    "us-east-1a",
    "eastus",
    "East US",
    "US-East-1 ",
    "eu-south-1",
    "us-gov-west-1",
    "westus",
    "mars-north-1",
    "10.20.0.0/16",
    "10.20.0.1/16",
    "10.0.0.0/8",
    "10.0.0.0/25",
    "172.17.0.0/24",
    "8.8.8.0/24",
    "::1/64",
    "10.0.0.0",
    "single-node",
    "three-node-multi-zone",
    "Single-Node",
    "three-node",
    "F1",
    "m8",
    "M32",
    "M16 ",
    "m5.large",
    "gp3",
    "GP3",
    "Gp3",
    "gp2",
    "ssd",
    "premium-ssd-lrs",
    "pd-ssd",
    "26.0",
    "24.10",
    "20.10",
    "25.0",
    "26.1",
    "v24.10",
    "24.10.1",
    "latest",
    "@daily",
    "0 2 * * *",
    "*/15 * * * *",
    "0 */5 * * *",
    "0 25 * * MON",
    "{cluster} {datetime:RFC3339}",
    "{clustr} {",
    "é\u{202e}\u{0}`",
    "slack",
    "Slack",
    "opsGenie",
    "pagerduty",
    "awsCloudWatchLogs",
    "issues",
    "notifications",
    "logs",
    "9.9.9.0/24",
    "9.9.9.9",
    "9.9.9.9/24",
    "100.64.0.0/10",
    "0.0.0.0/0",
    "172.20.0.0/29",
    "012345678901",
    "vpc-0a1b2c3d",
    "orders-prod",
    "0f8fad5b-d9cb-469f-a165-70867728950e",
    "AKIAIOSFODNN7EXAMPLE",
    "AWS/Kurrent",
    "https://api.eventstore.cloud",
    "c2bq5k5o4t0gqrkt0030",
];
const NUMBERS: [f64; 16] =
    [-1.0, 0.0, 0.5, 1.0, 7.0, 8.0, 10.9, 100.0, 125.0, 1000.0, 3000.0, 4000.0, 4096.0, 16_000.0, 24.1, 1e300];

fn value(kind: ValueType) -> BoxedStrategy<Value> {
    let text = || select(&TEXTS[..]).prop_map(|text| json!(text));
    let number = || select(&NUMBERS[..]).prop_map(|number| json!(number));
    let fitting = match kind {
        ValueType::Text => text().boxed(),
        ValueType::Integer => number().boxed(),
        ValueType::Boolean => any::<bool>().prop_map(|boolean| json!(boolean)).boxed(),
        ValueType::TextList => proptest::collection::vec(inside(), 0..4).prop_map(Value::from).boxed(),
        ValueType::TextMap => map(&MAP_KEYS).boxed(),
        ValueType::Entries(_) => proptest::collection::vec(map(&ENTRY_KEYS), 0..4).prop_map(Value::from).boxed(),
    };
    let any_type = prop_oneof![
        text(),
        number(),
        any::<bool>().prop_map(|b| json!(b)),
        Just(Value::Null),
        Just(json!([1])),
        Just(json!({"a": 1}))
    ];
    prop_oneof![12 => fitting, 2 => Just(json!({ "unknown": true })), 1 => any_type].boxed()
}

/// Rules about properties that cannot be given at all, whatever their value.
const ABOUT_PRESENCE: [&str; 4] = ["ARG001", "CLU036", "NET023", "PRV006"];
const MAP_KEYS: [&str; 12] = [
    "sink",
    "source",
    "apiKey",
    "api_key",
    "channelId",
    "channel_id",
    "token",
    "authToken",
    "auth_token",
    "user",
    "service",
    "logId",
];
const ENTRY_KEYS: [&str; 5] = ["address", "comment", "cidr", "description", "note"];

/// What is inside a list or an object: mostly text.
fn inside() -> BoxedStrategy<Value> {
    let text = select(&TEXTS[..]).prop_map(|text| json!(text));
    prop_oneof![10 => text, 1 => Just(json!({ "unknown": true })), 1 => Just(json!(5)), 1 => Just(Value::Null)].boxed()
}

/// An object with some of these keys.
fn map(keys: &'static [&'static str]) -> impl Strategy<Value = Value> {
    proptest::collection::btree_map(select(keys), inside(), 0..5)
        .prop_map(|entries| Value::Object(entries.into_iter().map(|(key, value)| (key.to_string(), value)).collect()))
}

/// Args of a kind: each property left out or given.
fn args(kind: &'static Kind) -> BoxedStrategy<Value> {
    let properties: Vec<_> = kind
        .properties
        .iter()
        .map(|property| {
            let usual = if property.is_computed() { 1 } else { 9 };
            let given = prop_oneof![usual => value(property.value).prop_map(Some), 3 => Just(None)];
            given.prop_map(move |value| value.map(|value| (property.name.to_string(), value)))
        })
        .collect();
    properties.prop_map(|pairs| Value::Object(pairs.into_iter().flatten().collect::<Map<_, _>>())).boxed()
}

fn resource() -> impl Strategy<Value = Value> {
    select(&KINDS[..]).prop_flat_map(|kind| {
        (Just(kind.name), select(&["a", "b", "c", "d"][..]), args(kind))
            .prop_map(|(kind, name, args)| json!({ "kind": kind, "name": name, "args": args }))
    })
}

/// A program whose ids refer to each other more often than not.
fn document() -> impl Strategy<Value = Value> {
    let references = proptest::collection::vec((any::<bool>(), select(&["a", "b", "c", "d", "e"][..])), 24);
    (proptest::collection::vec(resource(), 0..6), references, any::<bool>()).prop_map(
        |(mut resources, references, production)| {
            // A program with two resources of one kind and name is another test's.
            let mut seen = BTreeSet::new();
            resources.retain(|resource| seen.insert(format!("{} {}", resource["kind"], resource["name"])));
            let mut references = references.into_iter();
            for resource in &mut resources {
                for key in ["projectId", "networkId", "sourceClusterId", "clusterId", "aclId"] {
                    let Some((true, name)) = references.next() else { continue };
                    if let Some(slot) = resource["args"].get_mut(key) {
                        *slot = json!({ "ref": name });
                    }
                }
            }
            json!({ "environment": if production { "production" } else { "dev" }, "resources": resources })
        },
    )
}

fn check(document: &Value) -> Report {
    let options: Raw = serde_json::from_value(json!({ "profile": "advice" })).unwrap();
    check_document(serde_json::from_value(document.clone()).unwrap(), &options).unwrap()
}

/// Resource, path and code of every diagnostic of at least a severity.
fn found(report: &Report, least: Severity) -> BTreeSet<(String, String, &'static str)> {
    let key = |d: &eventstorecloud_planner::diagnostic::Diagnostic| {
        (d.resource.as_ref().map_or(String::new(), |r| format!("{} {}", r.kind, r.name)), d.path.clone(), d.code)
    };
    report.diagnostics.iter().filter(|d| d.severity >= least).map(key).collect()
}

/// Everything that is said in each place, by resource, path and code.
fn said(report: &Report) -> BTreeMap<(String, String, &'static str), BTreeSet<String>> {
    let mut said: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
    for d in &report.diagnostics {
        let resource = d.resource.as_ref().map_or(String::new(), |r| format!("{} {}", r.kind, r.name));
        let words = format!("{} | {} | {:?} | {:?}", d.message, d.help, d.fix, d.related);
        said.entry((resource, d.path.clone(), d.code)).or_default().insert(words);
    }
    said
}

/// Every property of every resource, replaced by the result.
fn with_values(document: &Value, change: impl Fn(&Value) -> Value) -> Value {
    let mut document = document.clone();
    for resource in document["resources"].as_array_mut().unwrap() {
        for value in resource["args"].as_object_mut().unwrap().values_mut() {
            *value = change(value);
        }
    }
    document
}

/// Programs for each law: 1,500, or as many as `PROPTEST_CASES` says.
fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(1500);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_same_input_gives_the_same_report(document in document()) {
        prop_assert_eq!(serde_json::to_string(&check(&document)).unwrap(), serde_json::to_string(&check(&document)).unwrap());
    }

    #[test]
    fn counts_and_order_agree_with_the_diagnostics(document in document()) {
        let report = check(&document);
        let count = |severity| report.diagnostics.iter().filter(|d| d.severity == severity).count();
        prop_assert_eq!(report.counts.errors, count(Severity::Error));
        prop_assert_eq!(report.counts.warnings, count(Severity::Warning));
        prop_assert_eq!(report.ok, report.counts.errors == 0);
        prop_assert_eq!(report.counts.deferred, report.deferred.len());
        let from_document = report.diagnostics.iter().position(|d| d.resource.is_some()).unwrap_or(report.diagnostics.len());
        prop_assert!(report.diagnostics[from_document..].iter().all(|d| d.resource.is_some()));
    }

    #[test]
    fn an_unknown_value_is_never_reported(document in document()) {
        let unknown = with_values(&document, |_| json!({ "unknown": true }));
        let wrong: Vec<_> = check(&unknown).diagnostics.into_iter().filter(|d| {
            let path = d.path.as_str();
            d.resource.as_ref().is_some_and(|r| unknown["resources"].as_array().unwrap().iter().any(|other| other["name"] == r.name && other["kind"] == r.kind && other["args"].get(path).is_some()) && !ABOUT_PRESENCE.contains(&d.code))
        }).map(|d| (d.code, d.path, d.message)).collect();
        prop_assert!(wrong.is_empty(), "{wrong:?}");
    }

    /// What is wrong with the rest of a program does not depend on a value that is not known: making one value
    /// unknown adds no error at that value.
    #[test]
    fn making_a_value_unknown_adds_no_error_at_it(document in document(), pick in any::<prop::sample::Index>()) {
        let places: Vec<(usize, String)> = document["resources"].as_array().unwrap().iter().enumerate()
            .flat_map(|(i, r)| r["args"].as_object().unwrap().keys().map(move |key| (i, key.clone()))).collect();
        if places.is_empty() {
            return Ok(());
        }
        let (i, key) = pick.get(&places);
        let mut changed = document.clone();
        changed["resources"][*i]["args"][key] = json!({ "unknown": true });
        let subject = format!("{} {}", changed["resources"][*i]["kind"].as_str().unwrap(), changed["resources"][*i]["name"].as_str().unwrap());
        let new: Vec<_> = found(&check(&changed), Severity::Info).into_iter().filter(|(r, path, code)| r == &subject && path == key && !ABOUT_PRESENCE.contains(code)).collect();
        prop_assert!(new.is_empty(), "{new:?}");
    }

    #[test]
    fn a_fix_removes_its_diagnostic_and_adds_no_error(document in document()) {
        let before = check(&document);
        let errors = found(&before, Severity::Error);
        for diagnostic in before.diagnostics.iter().filter(|d| !d.fix.is_empty() && d.resource.is_some()) {
            let target = diagnostic.resource.as_ref().unwrap();
            let mut changed = document.clone();
            apply(&mut changed, diagnostic);
            let after = check(&changed);
            let key = (format!("{} {}", target.kind, target.name), diagnostic.path.clone(), diagnostic.code);
            prop_assert!(!found(&after, Severity::Info).contains(&key), "{key:?} is still there: {:?}", diagnostic.fix);
            let new: Vec<_> = found(&after, Severity::Error).difference(&errors).cloned().collect();
            prop_assert!(new.is_empty(), "the fix of {key:?} adds {new:?}: {:?}", diagnostic.fix);
        }
    }

    #[test]
    fn secret_values_are_never_shown(document in document()) {
        let marked = with_values(&document, |value| match value {
            Value::String(text) => json!({ "secret": format!("hush {text}") }),
            Value::Number(number) if number.as_f64().unwrap().abs() >= 3000.0 => json!({ "secret": number }),
            other => other.clone(),
        });
        let text = serde_json::to_string(&check(&marked).diagnostics).unwrap();
        prop_assert!(!text.contains("hush"), "{text}");
        for number in ["4096", "16000", "3000", "4000"] {
            // Limits of the catalogue may be named, the value of a secret property may not.
            let at_secret = check(&marked).diagnostics.into_iter().any(|d| d.message.contains(&format!("`{number}`")));
            prop_assert!(!at_secret, "{number}");
        }
    }

    /// What is said does not depend on a secret value: of two programs that differ in the secret values of one resource,
    /// what is said of both in the same place is the same to the letter.
    #[test]
    fn a_secret_value_changes_no_words(
        document in document(),
        others in KINDS.iter().map(|kind| args(kind)).collect::<Vec<_>>(),
        pick in any::<prop::sample::Index>(),
    ) {
        let resources = document["resources"].as_array().unwrap();
        if resources.is_empty() {
            return Ok(());
        }
        let i = pick.index(resources.len());
        let place = KINDS.iter().position(|kind| kind.name == resources[i]["kind"]).unwrap();
        let with = |args: &Value| {
            let mut document = document.clone();
            let secrets = args.as_object().unwrap().iter().map(|(key, value)| (key.clone(), json!({ "secret": value })));
            document["resources"][i]["args"] = Value::Object(secrets.collect());
            said(&check(&document))
        };
        // Which properties are given is no secret.
        let mut changed = resources[i]["args"].clone();
        for (key, value) in changed.as_object_mut().unwrap() {
            if let Some(other) = others[place].get(key) {
                *value = other.clone();
            }
        }
        let (one, other) = (with(&resources[i]["args"]), with(&changed));
        // What has nothing of the program in it says nothing of a value.
        let open = |words: &BTreeSet<String>| -> BTreeSet<String> {
            words.iter().filter(|words| !words.starts_with("the value is secret")).cloned().collect()
        };
        for (key, words) in &one {
            let (_, _, code) = key;
            // Which type a value has may be told: a secret of the wrong type would not be found otherwise.
            if !["ARG002", "VER002", "INT013"].contains(code) {
                let (here, there) = (open(words), other.get(key).map(open).unwrap_or_default());
                prop_assert!(here.is_empty() || there.is_empty() || here == there, "{key:?}: {here:?} {there:?}");
            }
        }
    }

    #[test]
    fn building_twice_changes_nothing_more((kind, args) in select(&KINDS[..]).prop_flat_map(|kind| (Just(kind), args(kind)))) {
        let once = build(kind, Args::Whole(serde_json::from_value(args.clone()).unwrap()), Notation::Call, &Raw::Null).unwrap();
        let mut args = args;
        for edit in &once.edits {
            apply_edit(&mut args, edit);
        }
        let twice = build(kind, Args::Whole(serde_json::from_value(args).unwrap()), Notation::Call, &Raw::Null).unwrap();
        prop_assert_eq!(twice.edits, []);
        prop_assert_eq!(twice.report, once.report);
    }
}
