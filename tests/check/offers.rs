//! What a report offers leads to no other error: a fix by itself, all fixes one after another, and each suggestion by itself.
//! Tried on programs that would be right but for a few mistakes, of all kinds and for all targets.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use eventstorecloud_planner::diagnostic::{Diagnostic, Edit, FixValue, Report, ResourceName, Severity};
use eventstorecloud_planner::model::change::{Action, Effect};
use eventstorecloud_planner::model::kinds::KINDS;
use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::planner::change::plan_change;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use rule_pages::valid::valid_args;
use serde::Deserialize as _;
use serde_json::{Map, Value, json};

use crate::generated::inputs;
use crate::laws;
use crate::support::{apply, apply_edit};
use crate::words::{ENTRY_KEYS, MAP_KEYS, NUMBERS, TEXTS};

const TARGETS: [&str; 11] = [
    "eventstorecloud@0.2.3",
    "eventstore/eventstorecloud@1.0.0",
    "eventstore/eventstorecloud@1.5.0",
    "eventstorecloud@0.2.20",
    "eventstorecloud@0.2.7",
    "kurrentcloud@0.3.0",
    "kurrentcloud@0.3.x",
    "eventstore/eventstorecloud@1.5.29",
    "eventstore/eventstorecloud@1.6.x",
    "eventstore/eventstorecloud@1.7.2",
    "kurrent-io/kurrentcloud@2.1.1",
];

/// Resources with other names than those of their kind, and what refers to them.
const RESOURCES: [(&str, &str); 18] = [
    ("Project", "p"),
    ("Project", "p2"),
    ("Network", "n"),
    ("Network", "n2"),
    ("Network", "n3"),
    ("Acl", "acl"),
    ("Peering", "pe"),
    ("Peering", "pe2"),
    ("ManagedCluster", "db"),
    ("ManagedCluster", "db2"),
    ("ManagedClusterReplicaset", "rs"),
    ("ScheduledBackup", "b"),
    ("ScheduledBackup", "b2"),
    ("ScheduledBackup", "b3"),
    ("Integration", "i"),
    ("AWSCloudWatchLogsIntegration", "logs"),
    ("AWSCloudWatchMetricsIntegration", "metrics"),
    ("Provider", "esc"),
];

/// Mistakes of properties that matter together with others.
const MISTAKES: [(&str, &[&str]); 15] = [
    ("resourceProvider", &[r#""Aws""#, r#""aws ""#, r#""gpc""#, r#""azure""#, r#""gcp""#, r#""Google Cloud""#]),
    ("peerResourceProvider", &[r#""AWS""#, r#""aws ""#, r#""gpc""#, r#""azure""#, r#""gcp""#]),
    ("region", &[r#""us-east1""#, r#""eu-west-1""#, r#""northeurope""#, r#""North Europe""#, r#""us-east-1a""#]),
    ("peerNetworkRegion", &[r#""us-east1""#, r#""eu-west-1""#, r#""northeurope""#, r#""North Europe""#]),
    (
        "cidrBlock",
        &[
            r#""10.20.8.0/16""#,
            r#""10.20.128.0/17""#,
            r#""10.21.0.1/16""#,
            r#""10.20.0.0/25""#,
            r#""10.0.0.0/7""#,
            r#""172.20.1.0/12""#,
            r#""192.168.0.0/15""#,
            r#""10.20.0.0""#,
            r#"" 10.20.0.0/16""#,
            r#""172.17.0.0/16""#,
            r#""8.8.8.8/16""#,
            r#""010.20.0.0/16""#,
            r#""fd00::/16""#,
            r#"null"#,
        ],
    ),
    (
        "routes",
        &[
            r#"["172.20.0.1/16"]"#,
            r#"["10.20.0.0/16"]"#,
            r#"["10.20.3.0/16"]"#,
            r#"["172.20.0.0/16","172.20.0.0/20"]"#,
            r#"["172.20.0.0/29"]"#,
            r#"["172.20.0.0/7", "172.20.0.0"]"#,
            r#"[]"#,
            r#"["172.20.9.9/29", "172.20.9.8/28"]"#,
            r#"["172.17.0.1/16", "172.17.0.0/16"]"#,
        ],
    ),
    (
        "diskType",
        &[
            r#""gp2""#,
            r#""GP2 ""#,
            r#""Gp3""#,
            r#""gp3 ""#,
            r#""ssd""#,
            r#""premium-ssd-lrs""#,
            r#""pd-ssd""#,
            r#""io1""#,
            r#""gp4""#,
        ],
    ),
    ("diskSize", &["8", "8.9", "9", "10", "7.9", "16", "4096.5", "20000", "32", "0", "-1", r#""500""#]),
    ("diskIops", &["3000", "3000.5", "2999", "16000", "16001", "4400", "0", "0.5", "8000", "125", r#""3000""#]),
    ("diskThroughput", &["125", "125.5", "124", "1000", "1001", "500", "0", "3000", r#""125""#]),
    (
        "schedule",
        &[
            r#""@daily""#,
            r#""@hourly""#,
            r#""@weekly""#,
            r#""0 0 * * *""#,
            r#""0  2 * * *""#,
            r#""0 2 ? * *""#,
            r#""0 2 * * MON""#,
            r#""0 2 * * 7""#,
            r#""0 2 * * */2""#,
            r#""*/15 * * * *""#,
            r#""*/60 * * * *""#,
            r#""0 */24 * * *""#,
            r#""0 */0 * * *""#,
            r#""0 */5 * * *""#,
            r#""60 2 * * *""#,
            r#""0 24 * * *""#,
            r#""2 0 * * *""#,
            r#""0 2 * *""#,
            r#""0 2 1 * *""#,
            r#""0 2 * 1 *""#,
            r#""0 2 * * 1-5""#,
            r#""0 0 2 * * *""#,
            r#""0 2,14 * * *""#,
            r#""0 02 * * *""#,
            r#""* 2 * * *""#,
            r#""*/7 * * * *""#,
            r#""0 1-3 * * *""#,
            r#""2 30 * * *""#,
            r#""8 45 * * 1""#,
        ],
    ),
    (
        "serverVersion",
        &[
            r#""24.10.1""#,
            r#""24.10""#,
            r#""23.10""#,
            r#""20.10""#,
            r#""22.10.3""#,
            r#""v24.10""#,
            "24.1",
            "26",
            "23.1",
            r#""25.0""#,
            r#""26.1.0""#,
            r#""26.0.x""#,
            r#""25.10""#,
            r#""latest""#,
            r#""24,10""#,
            r#""21.10.0""#,
        ],
    ),
    ("serverVersionTag", &[r#""24.10.1""#, r#""26.0""#, r#""26.0.0""#, r#""23.10.3""#, r#""22.10.3""#, r#""v26.0.1""#]),
    (
        "backupDescription",
        &[
            r#""{clustr} {datetime}""#,
            r#""{cluster} {""#,
            r#""nightly""#,
            r#""{datetime:RFC3339}""#,
            r#""{cluster} {date}""#,
            r#""""#,
        ],
    ),
    ("name", &[r#""""#, r#"" ""#, r#""n""#, r#""orders ""#, r#""other""#]),
];

/// Properties whose values are swapped now and then.
const SWAPS: [(&str, &str); 7] = [
    ("diskIops", "diskThroughput"),
    ("resourceProvider", "region"),
    ("peerAccountId", "peerNetworkId"),
    ("networkId", "projectId"),
    ("accessKeyId", "secretAccessKey"),
    ("description", "schedule"),
    ("sourceClusterId", "projectId"),
];

/// What goes on behind a text that is no value by itself.
const PARTS: [&str; 11] =
    [" as ", " with ", " instead", " and ", " or `", " for every", ", where", ", such as", " 0.", " 2.", " 3."];

/// Values that are documented, right and wrong, by kind and property.
static DOCUMENTED: LazyLock<BTreeMap<(String, String), Vec<Value>>> = LazyLock::new(|| {
    let files = [
        include_str!("../facts/fields/acl.json"),
        include_str!("../facts/fields/cloudwatch-logs.json"),
        include_str!("../facts/fields/cloudwatch-metrics.json"),
        include_str!("../facts/fields/integration.json"),
        include_str!("../facts/fields/managed-cluster.json"),
        include_str!("../facts/fields/network.json"),
        include_str!("../facts/fields/peering.json"),
        include_str!("../facts/fields/project.json"),
        include_str!("../facts/fields/provider.json"),
        include_str!("../facts/fields/replicaset.json"),
        include_str!("../facts/fields/scheduled-backup.json"),
    ];
    let mut values: BTreeMap<_, Vec<Value>> = BTreeMap::new();
    for table in files.map(|file| serde_json::from_str::<Value>(file).unwrap()) {
        for row in table["fields"].as_array().unwrap() {
            let list = |of: &Value| of.as_array().cloned().unwrap_or_default();
            let differences = list(&row["differences"]).into_iter().flat_map(|row| list(&row["values"]));
            let all = ["accepted", "refused"].iter().flat_map(|key| list(&row[*key])).chain(differences);
            let plain = all.map(|value| value.get("value").cloned().unwrap_or(value));
            let place = |key: &Value| key.as_str().unwrap().to_string();
            values.entry((place(&table["kind"]), place(&row["name"]))).or_default().extend(plain);
        }
    }
    values
});

/// Args of a resource that nothing is wrong with, in a cloud: 0 is AWS, 1 Google Cloud, 2 Azure.
fn right(kind: &str, name: &str, cloud: usize) -> Value {
    let mut args = valid_args(kind).unwrap();
    let mut set = |key: &str, value: Value| {
        if args.get(key).is_some() {
            args[key] = value;
        }
    };
    set("projectId", json!({ "ref": "p" }));
    set("networkId", json!({ "ref": "n" }));
    set("sourceClusterId", json!({ "ref": "db" }));
    set("clusterId", json!({ "ref": "db" }));
    set("clusterIds", json!([{ "ref": "db" }]));
    if !matches!(kind, "Provider") {
        set("name", json!(name));
    }
    let regions = ["us-east-1", "us-east1", "eastus"];
    for key in ["resourceProvider", "peerResourceProvider"] {
        set(key, json!(["aws", "gcp", "azure"][cloud]));
    }
    set("peerNetworkRegion", json!(regions[cloud]));
    match (kind, cloud) {
        ("Network", _) => set("region", json!(regions[cloud])),
        ("ManagedCluster", 1) | ("ManagedCluster", 2) => {
            set("diskType", json!(["", "ssd", "premium-ssd-lrs"][cloud]));
            let args = args.as_object_mut().unwrap();
            args.shift_remove("diskIops");
            args.shift_remove("diskThroughput");
            return Value::Object(args.clone());
        }
        ("Peering", 1) => {
            set("peerAccountId", json!("orders-prod"));
            set("peerNetworkId", json!("apps"));
        }
        ("Peering", 2) => {
            set("peerAccountId", json!("0f8fad5b-d9cb-469f-a165-70867728950e"));
            let group = "/subscriptions/99999999-2222-3333-4444-555555555555/resourceGroups/rg/providers";
            set("peerNetworkId", json!(format!("{group}/Microsoft.Network/virtualNetworks/v")));
        }
        _ => {}
    }
    if let Some(number) = ["n2", "n3"].iter().position(|other| *other == name) {
        set_in(&mut args, "cidrBlock", json!(format!("10.{}.0.0/16", 30 + number)));
    }
    if name == "pe2" {
        set_in(&mut args, "routes", json!(["192.168.0.0/20"]));
    }
    if let Some(number) = ["b2", "b3"].iter().position(|other| *other == name) {
        set_in(&mut args, "schedule", json!(format!("0 {} * * *", 8 + number * 6)));
    }
    args
}

fn set_in(args: &mut Value, key: &str, value: Value) {
    args[key] = value;
}

/// One change of a program: which resource, which property and what is written there.
#[derive(Clone, Debug)]
struct Mutation {
    resource: Index,
    property: Index,
    value: Index,
    how: u8,
}

fn mutation() -> impl Strategy<Value = Mutation> {
    (any::<Index>(), any::<Index>(), any::<Index>(), any::<u8>())
        .prop_map(|(resource, property, value, how)| Mutation { resource, property, value, how })
}

/// What may be written at a property.
fn values(kind: &str, property: &str) -> Vec<Value> {
    let mut values = DOCUMENTED.get(&(kind.to_string(), property.to_string())).cloned().unwrap_or_default();
    let mistakes = MISTAKES.iter().find(|(name, _)| *name == property).map_or(&[][..], |(_, list)| list);
    for _ in 0..2 {
        values.extend(mistakes.iter().map(|text| serde_json::from_str::<Value>(text).unwrap()));
    }
    values
}

impl Mutation {
    fn apply(&self, resources: &mut [Value]) {
        let place = self.resource.index(resources.len());
        let resource = &mut resources[place];
        let kind = KINDS.into_iter().find(|kind| kind.name == resource["kind"]).unwrap();
        let property = &kind.properties[self.property.index(kind.properties.len())];
        let args = resource["args"].as_object_mut().unwrap();
        if property.is_computed() && self.how > 8 {
            return;
        }
        let value = match self.how {
            0..=3 => json!({ "unknown": true }),
            4..=7 => {
                args.shift_remove(property.name);
                return;
            }
            8..=11 => {
                if let Some(value) = args.shift_remove(property.name) {
                    args.insert(property.name.replacen('e', "", 1), value);
                }
                return;
            }
            12..=15 => json!({ "ref": RESOURCES[self.value.index(RESOURCES.len())].1 }),
            16..=23 => json!(TEXTS[self.value.index(TEXTS.len())]),
            24..=31 => json!(NUMBERS[self.value.index(NUMBERS.len())]),
            32..=35 => json!(self.how.is_multiple_of(2)),
            36..=47 if property.name == "cidrBlocks" => {
                json!([{ ENTRY_KEYS[self.value.index(ENTRY_KEYS.len())]: TEXTS[self.value.index(TEXTS.len())] }, { "address": "9.9.9.0/24" }])
            }
            36..=63 if SWAPS.iter().any(|(name, _)| *name == property.name) => {
                let (_, other) = SWAPS.iter().find(|(name, _)| *name == property.name).unwrap();
                let [one, other] = [property.name, *other].map(|name| (name, args.get(name).cloned()));
                if let (Some(mine), Some(theirs)) = (one.1, other.1) {
                    args.insert(one.0.to_string(), theirs);
                    args.insert(other.0.to_string(), mine);
                }
                return;
            }
            36..=63 if property.name == "data" => {
                let key = MAP_KEYS[self.value.index(MAP_KEYS.len())];
                let Some(data) = args.get_mut("data").and_then(Value::as_object_mut) else { return };
                if self.how.is_multiple_of(2) {
                    data.shift_remove(key);
                } else {
                    data.insert(key.to_string(), json!(TEXTS[60 + self.value.index(10)]));
                }
                return;
            }
            how => {
                let values = values(kind.name, property.name);
                if values.is_empty() {
                    return;
                }
                let value = values[self.value.index(values.len())].clone();
                if how == 64 { json!({ "secret": value }) } else { value }
            }
        };
        args.insert(property.name.to_string(), value);
    }
}

/// A program with some mistakes.
fn document() -> impl Strategy<Value = Value> {
    let chosen = vec(0..8_u8, RESOURCES.len());
    (select(&TARGETS[..]), 0..3_usize, chosen, vec(mutation(), 0..7), any::<[bool; 3]>()).prop_map(
        |(target, cloud, chosen, mutations, [production, public, partial])| {
            let chosen = RESOURCES.iter().zip(chosen).filter(|((_, name), luck)| match *name {
                "p" | "n" | "db" => *luck > 0,
                "b" | "pe" => *luck > 3,
                _ => *luck > 5,
            });
            let mut resources: Vec<Value> = chosen
                .map(|((kind, name), _)| json!({ "kind": kind, "name": name, "args": right(kind, name, cloud) }))
                .collect();
            if public {
                for resource in &mut resources {
                    if resource["name"] == "n2" {
                        resource["args"]["publicAccess"] = json!(true);
                    }
                }
            }
            if !resources.is_empty() {
                mutations.iter().for_each(|mutation| mutation.apply(&mut resources));
            }
            for resource in &mut resources {
                let args: &mut Map<String, Value> = resource["args"].as_object_mut().unwrap();
                if args.get("cidrBlock") == Some(&Value::Null) {
                    args.shift_remove("cidrBlock");
                }
            }
            let environment = if production { "production" } else { "dev" };
            json!({ "target": target, "environment": environment, "partial": partial, "resources": resources })
        },
    )
}

type Found = BTreeSet<(&'static str, String, String)>;

fn errors(report: &Report) -> Found {
    report.diagnostics.iter().filter(|found| found.severity == Severity::Error).map(place).collect()
}

fn place(found: &Diagnostic) -> (&'static str, String, String) {
    let of = |name: &ResourceName| format!("{} {}", name.kind, name.name);
    (found.code, found.resource.as_ref().map_or_else(String::new, of), found.path.clone())
}

/// What is wrong with what a report offers for a program, each in a few words.
fn breaches(document: &Value) -> Vec<String> {
    let before = laws::check(document);
    let old = errors(&before);
    let mut wrong = Vec::new();
    let judge = |wrong: &mut Vec<String>, offer: &str, found: &Diagnostic, changed: &Value| {
        let after = laws::check(changed);
        let kept = after.diagnostics.iter().any(|other| place(other) == place(found));
        if kept {
            wrong.push(format!("{offer} of {} leaves it", found.code));
        }
        let new = errors(&after).into_iter().filter(|error| !old.contains(error));
        wrong.extend(new.map(|(code, ..)| format!("{offer} of {} leads to {code}", found.code)));
    };
    for found in &before.diagnostics {
        for (offer, changed) in offered(document, found) {
            judge(&mut wrong, offer, found, &changed);
        }
        for named in unoffered(found) {
            wrong.push(format!("help of {} names {named}", found.code));
        }
    }
    wrong.extend(all_fixed(document, &before).map(|code| format!("all fixes lead to {code}")));
    wrong
}

/// A program with what a diagnostic offers: its fix, and each of its suggestions by itself.
fn offered(document: &Value, found: &Diagnostic) -> Vec<(&'static str, Value)> {
    let mut offers = Vec::new();
    if !found.fix.is_empty() {
        let mut changed = document.clone();
        apply(&mut changed, found);
        offers.push(("fix", changed));
    }
    let own = |changed: &mut Value| {
        let name = found.resource.as_ref()?;
        let resources = changed["resources"].as_array_mut()?;
        resources.iter().position(|other| other["name"] == name.name && other["kind"] == name.kind)
    };
    for suggestion in &found.suggestions {
        let mut changed = document.clone();
        let edit = Edit::Set { path: suggestion.path.clone(), value: suggestion.value.clone() };
        match own(&mut changed) {
            Some(index) => apply_edit(&mut changed["resources"][index]["args"], &edit),
            None => apply_edit(&mut changed, &edit),
        }
        offers.push(("suggestion", changed));
    }
    offers
}

/// The errors that are new where all fixes are applied: round by round, of each property one.
fn all_fixed(document: &Value, before: &Report) -> impl Iterator<Item = &'static str> {
    let old = errors(before);
    let (mut changed, mut report) = (document.clone(), before.clone());
    for _ in 0..20 {
        let mut done = BTreeSet::new();
        for found in laws::fixable(&report) {
            let (_, resource, _) = place(found);
            let paths: Vec<_> = found.fix.iter().map(|edit| (resource.clone(), root(edit))).collect();
            if paths.iter().all(|path| !done.contains(path)) {
                apply(&mut changed, found);
                done.extend(paths);
            }
        }
        if done.is_empty() {
            break;
        }
        report = laws::check(&changed);
    }
    errors(&report).into_iter().filter(move |error| !old.contains(error)).map(|(code, ..)| code)
}

fn root(edit: &Edit) -> String {
    let (Edit::Set { path, .. } | Edit::Remove { path, .. }) = edit;
    path.split(['.', '[']).next().unwrap_or_default().to_string()
}

/// The values that a help says to use and that are neither suggested nor written by the fix: not shapes of values, parts of
/// schedules, packages with a version, and sinks with their own keys.
fn unoffered(found: &Diagnostic) -> Vec<String> {
    let fixes = found.fix.iter().filter_map(|edit| match edit {
        Edit::Set { value, .. } => Some(value),
        Edit::Remove { .. } => None,
    });
    let suggested = found.suggestions.iter().map(|suggestion| &suggestion.value);
    let offered: BTreeSet<String> = suggested.chain(fixes).map(FixValue::to_string).collect();
    let is_property = |text: &str| KINDS.iter().any(|kind| kind.property(text).is_some()) || text.contains("atalogue");
    let mut missing = Vec::new();
    for begin in ["use `", "use the string `", "to the string `"] {
        for behind in found.help.split(begin).skip(1) {
            let (value, rest) = behind.split_once('`').unwrap_or_default();
            let is_part = PARTS.iter().any(|part| rest.starts_with(part));
            if !offered.contains(value) && !is_property(value) && !is_part && !value.starts_with('{') {
                missing.push(format!("`{value}` in: {}", found.help));
            }
        }
    }
    missing
}

/// What is offered for programs that exist and does more than it says, each in a few words: what is refused has to change,
/// whatever it takes, but not by a fix.
fn replacements(document: &Value) -> Vec<String> {
    let mut before = document.clone();
    for resource in before["resources"].as_array_mut().unwrap() {
        resource["existing"] = json!(true);
    }
    let report = laws::check(&before);
    let raw = |document: &Value| Raw::deserialize(document).unwrap();
    let mut wrong = Vec::new();
    for found in &report.diagnostics {
        let offers = offered(&before, found).into_iter();
        for (offer, after) in offers.filter(|(offer, _)| found.severity != Severity::Error || *offer == "fix") {
            let is_replaced = |name: &str, after: &Value| {
                let plan = plan_change(&raw(&before), &raw(after), &Raw::Null).unwrap();
                let step = plan.steps.iter().find(|step| step.resource.name == name).unwrap();
                match step.action {
                    Action::Replace => true,
                    // What the provider converts is not compared.
                    Action::Undecided => found.code != "ARG005",
                    Action::Refused => step.properties.iter().any(|it| it.effect == Effect::Replace),
                    _ => false,
                }
            };
            let is_news = |name: &str| is_replaced(name, &after) && !is_replaced(name, &before);
            if found.resource.as_ref().is_some_and(|resource| is_news(&resource.name)) {
                wrong.push(format!("{offer} of {} replaces what exists", found.code));
            }
        }
    }
    wrong
}

/// Looks for breaches in many programs; of each kind the shortest program is shown.
fn none_in(count: u32, breaches: impl Fn(&Value) -> Vec<String>) {
    let config = inputs(count);
    let cases = config.cases;
    let mut runner = TestRunner::new(config);
    let mut wrong: BTreeMap<String, (usize, String)> = BTreeMap::new();
    let strategy = document();
    for _ in 0..cases {
        let document = strategy.new_tree(&mut runner).unwrap().current();
        for breach in breaches(&document) {
            let text = document.to_string();
            let entry = wrong.entry(breach).or_insert_with(|| (0, text.clone()));
            entry.0 += 1;
            if text.len() < entry.1.len() {
                entry.1 = text;
            }
        }
    }
    assert!(wrong.is_empty(), "{} {wrong:#?}", wrong.len());
}

#[test]
fn what_is_offered_leads_to_no_other_error() {
    none_in(1_500, breaches);
}

#[test]
fn what_is_offered_replaces_nothing_that_exists() {
    none_in(1_500, replacements);
}
