//! What the published providers planned for a change (`tests/engine/verdicts`), and what we plan for it: the same.
//!
//! A row is a configuration that stands and one that should. What the provider refuses to plan, a check of the new
//! configuration has to refuse: a plan does not judge what is valid.

use std::collections::{BTreeMap, BTreeSet};

use eventstorecloud_planner::catalogue::provider_facts::{Asked, ProviderVersion};
use eventstorecloud_planner::model::kinds::KINDS;
use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::rules::check_document;
use eventstorecloud_planner::value::version::Version;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{plan, step};
use crate::raw;

type Object = Map<String, Value>;

#[derive(Deserialize)]
struct File {
    version: String,
    #[serde(default)]
    computed: Object,
    rows: Vec<Row>,
}

/// A change, in the words of Terraform or of Pulumi.
#[derive(Deserialize)]
struct Row {
    kind: String,
    old: Object,
    change: Object,
    #[serde(default)]
    errors: Vec<String>,
    action: Option<String>,
    #[serde(default)]
    changed: Vec<String>,
    #[serde(default)]
    replace: Vec<String>,
    #[serde(default)]
    diffs: Vec<String>,
    #[serde(default)]
    replaces: Vec<String>,
    #[serde(rename = "deleteBeforeReplace")]
    delete_first: Option<bool>,
}

/// What happens to a resource.
#[derive(Debug, PartialEq)]
struct Outcome {
    action: &'static str,
    changed: BTreeSet<String>,
    replace: BTreeSet<String>,
}

/// The rows that are answered otherwise, by file and index, with the reason.
const EXCEPTIONS: [(&str, usize, &str); 2] = [
    (
        "pulumi-0.2.20",
        56,
        "an unknown number reads as 0 in the preview; it is deferred here, because it may be another",
    ),
    (
        "pulumi-0.2.20",
        73,
        "an unknown boolean reads as false in the preview; it is deferred here, because it may be true",
    ),
];

fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap().to_string();
    words.fold(first, |name, word| {
        let (initial, rest) = word.split_at_checked(1).unwrap();
        name + &initial.to_uppercase() + rest
    })
}

fn has_mark(value: &Value, mark: &str) -> bool {
    value.get(mark).is_some()
}

/// The args of a document: camel case, and the mark of a document for what is unknown.
fn args(config: &Object) -> Value {
    let value = |value: &Value| if has_mark(value, "$unknown") { json!({ "unknown": true }) } else { value.clone() };
    Value::Object(config.iter().map(|(name, given)| (camel(name), value(given))).collect())
}

fn set(names: impl IntoIterator<Item = String>) -> BTreeSet<String> {
    names.into_iter().collect()
}

/// What we plan: what changes for certain, and what is deferred, which the provider counts as a change.
fn planned(target: &str, kind: &str, before: &Object, after: &Object) -> (Outcome, Value) {
    let of = |config: &Object| json!({ "kind": kind, "name": "it", "args": args(config) });
    let plan = plan(target, &of(before), &of(after));
    let it = step(&plan, "it");
    let name = |path: &Value| path.as_str().unwrap().split(['.', '[']).next().unwrap().to_string();
    let certain = it["properties"].as_array().unwrap().iter();
    let deferred = plan["deferred"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|deferred| deferred["path"] != "protected" || deferred["effect"] != "refused");
    let all: Vec<_> = certain.chain(deferred).map(|change| (name(&change["path"]), &change["effect"])).collect();
    let replace = set(all.iter().filter(|(_, effect)| *effect == "replace").map(|(name, _)| name.clone()));
    let action = match it["action"].as_str().unwrap() {
        _ if !replace.is_empty() => "replace",
        "none" => "none",
        "update" | "disk" | "resize" | "upgrade" | "undecided" | "refused" => "update",
        other => panic!("{other}"),
    };
    (Outcome { action, changed: set(all.into_iter().map(|(name, _)| name)), replace }, it["order"].clone())
}

/// Whether a check finds an error in a configuration.
fn is_refused(target: &str, kind: &str, config: &Object) -> bool {
    let given: Object = config
        .iter()
        .filter(|(_, value)| !value.is_null())
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    let resource = json!({ "kind": kind, "name": "it", "args": args(&given) });
    let document = json!({ "target": target, "partial": true, "resources": [resource] });
    !check_document(&raw(&document), &Raw::Null).unwrap().ok
}

/// How many rows of a file are there, are refused by the provider, and agree; the others are printed.
fn compare(file: &str, text: &str) -> (usize, usize, usize) {
    let recorded: File = serde_json::from_str(text).unwrap();
    let (is_pulumi, version) = match recorded.version.strip_prefix("pulumi ") {
        Some(rest) => (true, rest.split(' ').next().unwrap()),
        None => (false, recorded.version.as_str()),
    };
    let name = if is_pulumi { "eventstorecloud" } else { "eventstore/eventstorecloud" };
    let target = format!("{name}@{version}");
    let facts = ProviderVersion::of(name, Version::parse(version).unwrap());
    let has_tag = facts.attribute("managed_cluster", "serverVersionTag") != Asked::Known(None);
    let tag = recorded.computed.get("server_version_tag").cloned().unwrap_or(json!("24.10.1"));
    let (mut refused, mut agreeing, mut different) = (0, 0, BTreeMap::new());
    for (index, row) in recorded.rows.iter().enumerate() {
        let kind = if is_pulumi {
            row.kind.as_str()
        } else {
            KINDS.iter().find(|kind| kind.terraform == Some(&row.kind)).unwrap().name
        };
        let mut after = row.old.clone();
        for (name, value) in &row.change {
            match has_mark(value, "$absent") {
                true => after.remove(name),
                false => after.insert(name.clone(), value.clone()),
            };
        }
        if !row.errors.is_empty() || row.action.as_deref() == Some("error") {
            refused += 1;
            if !is_refused(&target, kind, &after) {
                let change = serde_json::to_string(&row.change).unwrap();
                different.insert(index, format!("{kind} {change} is not refused: {:?}", row.errors));
            }
            continue;
        }
        // A state has what the service adds to the inputs.
        let mut before = row.old.clone();
        if kind == "ManagedCluster" && has_tag {
            before
                .entry(if is_pulumi { "serverVersionTag" } else { "server_version_tag" })
                .or_insert_with(|| tag.clone());
        }
        let inputs = |names: &[String]| {
            set(names.iter().map(|name| camel(name)).filter(|name| {
                let kind = KINDS.iter().find(|known| known.name == kind).unwrap();
                kind.property(name).is_some_and(|(_, property)| !property.is_computed())
            }))
        };
        let expected = if is_pulumi {
            let (changed, replace) = (inputs(&row.diffs), inputs(&row.replaces));
            let action = if !replace.is_empty() {
                "replace"
            } else if changed.is_empty() {
                "none"
            } else {
                "update"
            };
            Outcome { action, changed, replace }
        } else {
            let action = ["none", "update", "replace"].into_iter().find(|action| row.action.as_deref() == Some(action));
            Outcome { action: action.unwrap(), changed: inputs(&row.changed), replace: inputs(&row.replace) }
        };
        let (found, order) = planned(&target, kind, &before, &after);
        let is_order_right = order.is_null() || row.delete_first.is_none_or(|first| (order == "deleteFirst") == first);
        if found == expected && is_order_right {
            agreeing += 1;
        } else {
            let change = serde_json::to_string(&row.change).unwrap();
            let old: Object = row.old.clone();
            different.insert(
                index,
                format!("{kind} {change} of {old:?}\n  provider {expected:?}\n  we       {found:?} {order}"),
            );
        }
    }
    for (listed, index, reason) in EXCEPTIONS {
        assert!(listed != file || different.remove(&index).is_some(), "{file} {index} agrees, though {reason}");
    }
    let different: Vec<String> = different.iter().map(|(index, text)| format!("{file} {index}: {text}")).collect();
    assert!(different.is_empty(), "{} rows:\n{}", different.len(), different.join("\n"));
    (recorded.rows.len(), refused, agreeing)
}

macro_rules! recorded {
    ($($test:ident: $version:literal, $rows:literal rows, $refused:literal refused;)+) => {
        $(
            #[test]
            fn $test() {
                let text = include_str!(concat!("../../engine/verdicts/diffs-", $version, ".json"));
                let (rows, refused, agreeing) = compare($version, text);
                assert_eq!((rows, refused), ($rows, $refused), "{agreeing} agree");
            }
        )+
    };
}

recorded! {
    terraform_1_5_0: "1.5.0", 165 rows, 36 refused;
    terraform_1_5_7: "1.5.7", 165 rows, 36 refused;
    terraform_1_5_8: "1.5.8", 165 rows, 37 refused;
    terraform_1_5_15: "1.5.15", 165 rows, 37 refused;
    terraform_1_5_16: "1.5.16", 165 rows, 27 refused;
    terraform_1_5_27: "1.5.27", 165 rows, 27 refused;
    terraform_1_5_28: "1.5.28", 165 rows, 29 refused;
    terraform_1_6_0: "1.6.0", 150 rows, 21 refused;
    terraform_1_7_2: "1.7.2", 150 rows, 16 refused;
    pulumi_0_2_20: "pulumi-0.2.20", 160 rows, 28 refused;
}
