//! The rules that are known of the service (`facts/rules.json`), held against those that are written: each is checked
//! or listed as not checkable, with the severity, the confidence and the stage that are known of it; and its known bad
//! example breaks it (`planner_change_rules.rs` has those of changes).
//!
//! `RULE_FACTS=FILE cargo test --test facts` also compares the table with a file of facts, so that none is forgotten.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "tests stop at the first surprise"
)]

use std::collections::BTreeSet;

use eventstorecloud_planner::model::raw::Raw;
use eventstorecloud_planner::rules::{RuleMeta, all, by_code, check_document};
use rule_pages::not_checkable::NOT_CHECKABLE;
use rule_pages::page::{expand, input};
use serde::Deserialize;
use serde_json::{Value, json};
use stage::stage;

#[path = "support/stage.rs"]
mod stage;

/// What is known of one rule.
#[derive(Debug, Deserialize, PartialEq)]
struct Fact {
    id: String,
    severity: String,
    confidence: String,
    /// Where the mistake surfaces, in the words of the table.
    caught: String,
    /// A bad example: a piece of a program, or words.
    bad: Option<String>,
}

fn facts() -> Vec<Fact> {
    serde_json::from_str(include_str!("facts/rules.json")).unwrap()
}

#[test]
fn the_table_is_that_of_the_facts() {
    let Some(file) = std::env::var_os("RULE_FACTS") else { return };
    let table: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    let rules = table["rules"].as_array().unwrap();
    let known: Vec<Fact> = rules.iter().map(|rule| serde_json::from_value(rule.clone()).unwrap()).collect();
    assert_eq!(known, facts());
}

/// Rules about documents and args, which are this project's own.
const OWN: [&str; 9] = ["DOC001", "DOC002", "DOC003", "DOC004", "DOC005", "ARG001", "ARG002", "ARG003", "ARG004"];

#[test]
fn every_known_rule_is_checked_or_listed_with_the_reason_why_not() {
    let known: BTreeSet<String> = facts().into_iter().map(|fact| fact.id).collect();
    for id in &known {
        let is_listed = NOT_CHECKABLE.iter().any(|rule| rule.code == id);
        assert!(by_code(id).is_some() != is_listed, "{id}: checked or listed, one of the two");
    }
    for rule in NOT_CHECKABLE {
        assert!(known.contains(rule.code) && !rule.reason.is_empty() && !rule.source.is_empty(), "{}", rule.code);
    }
    assert!(NOT_CHECKABLE.is_sorted_by_key(|rule| rule.code));
    let own: Vec<&str> = all().map(|rule| rule.code).filter(|code| !known.contains(*code)).collect();
    assert_eq!(own, OWN);
}

#[test]
fn rules_have_the_known_severity_confidence_and_stage() {
    for fact in facts() {
        let Some(rule) = by_code(&fact.id) else { continue };
        let said = json!([rule.severity, rule.confidence, rule.detected_at]);
        assert_eq!(said, json!([fact.severity, fact.confidence, stage(&fact.caught)]), "{}", fact.id);
    }
}

/// Bad examples that are words and no piece of a program, or lack what the rule is about: the page's example stands for
/// them (`tests/registry.rs` runs those).
const IN_WORDS: [&str; 2] = ["VER002", "PEER014"];

#[test]
fn known_bad_examples_break_their_rules() {
    let (mut run, mut wrong) = (Vec::new(), Vec::new());
    for fact in facts() {
        let (Some(rule), Some(bad)) = (by_code(&fact.id), &fact.bad) else { continue };
        if IN_WORDS.contains(&rule.code) {
            continue;
        }
        let Some(document) = document(&fact.id, bad) else { continue };
        let codes = codes(rule, &document);
        if !codes.contains(&rule.code) {
            wrong.push(format!("{}: `{bad}` gives {codes:?}: {document}", rule.code));
        }
        run.push(rule.code);
    }
    assert_eq!(wrong, [""; 0], "{}", wrong.join("\n"));
    println!("{} known bad examples were read and run", run.len());
    assert!(run.len() >= 80, "only {run:?} could be read");
}

fn codes(rule: &RuleMeta, document: &Value) -> Vec<&'static str> {
    let (document, _) = expand(&document.to_string()).unwrap();
    let environment = if rule.code.starts_with("CLU02") { "production" } else { "test" };
    let options = json!({ "profile": "advice", "environment": environment, "severity": { rule.code: "error" } });
    let options: Raw = serde_json::from_value(options).unwrap();
    let report = check_document(input(&document).unwrap(), &options).unwrap();
    report.diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
}

/// The document that a piece of a program stands for: one resource of the kind that the rule's family is about.
fn document(id: &str, bad: &str) -> Option<Value> {
    let family = id.trim_end_matches(|c: char| c.is_ascii_digit());
    let (kind, target) = match family {
        "PRV" if id == "PRV017" => ("ManagedCluster", "eventstorecloud@0.2.20"),
        "PRV" => ("Provider", "eventstorecloud@0.2.20"),
        "PRJ" => ("Project", "eventstorecloud@0.2.20"),
        "NET" if id == "NET023" => ("Network", "eventstorecloud@0.2.19"),
        "NET" => ("Network", "eventstorecloud@0.2.20"),
        "ACL" => ("Acl", "eventstorecloud@0.2.20"),
        "PEER" => ("Peering", "eventstorecloud@0.2.20"),
        "CLU" | "VER" => ("ManagedCluster", "eventstorecloud@0.2.20"),
        "REP" => ("ManagedClusterReplicaset", "kurrentcloud@0.3.x"),
        "BAK" => ("ScheduledBackup", "eventstorecloud@0.2.20"),
        "INT" => ("Integration", "eventstorecloud@0.2.20"),
        "CW" if bad.starts_with("namespace") => ("AWSCloudWatchMetricsIntegration", "eventstorecloud@0.2.20"),
        "CW" => ("AWSCloudWatchLogsIntegration", "eventstorecloud@0.2.20"),
        _ => return None,
    };
    let mut args = pairs(bad).or_else(|| bare(family, bad))?;
    let object = args.as_object_mut()?;
    match family {
        "ACL" if !object.contains_key("cidrBlocks") => args = json!({ "cidrBlocks": [args] }),
        "INT" if !object.contains_key("data") && !object.contains_key("description") => {
            object.entry("sink").or_insert(json!("slack"));
            args = json!({ "data": args });
        }
        // What the example leaves to the reader: the cloud that its identifiers are of, and what it says to leave out.
        "PEER" if matches!(id, "PEER013" | "PEER014") => extend(
            object,
            &json!({ "peerResourceProvider": "gcp", "peerNetworkRegion": "us-east1", "peerNetworkId": "apps" }),
        ),
        "PEER" if id == "PEER016" => extend(
            object,
            &json!({ "peerResourceProvider": "azure", "peerNetworkRegion": "eastus", "peerAccountId": "0f8fad5b-d9cb-469f-a165-70867728950e" }),
        ),
        "NET" if matches!(id, "NET003" | "NET004") => extend(object, &json!({ "cidrBlock": null })),
        "NET" if id == "NET016" => extend(object, &json!({ "resourceProvider": "azure" })),
        "CLU" if matches!(id, "CLU012" | "CLU013" | "CLU028" | "CLU038") => return None,
        _ => {}
    }
    Some(json!({ "target": target, "resources": [{ "kind": kind, "name": "example", "args": args }] }))
}

fn extend(object: &mut serde_json::Map<String, Value>, more: &Value) {
    for (key, value) in more.as_object().unwrap() {
        object.entry(key).or_insert(value.clone());
    }
}

/// Reads `key: value, key: value` and `{ key: value, key }` as JavaScript would; what comes after ` or `, ` with ` and
/// the like is left out. Nothing for anything else.
fn pairs(text: &str) -> Option<Value> {
    let mut text = text.trim();
    for end in [" or ", " (", " in ", " with ", " for ", " to ", " on "] {
        text = text.split(end).next()?.trim();
    }
    let text = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or(text).trim();
    if let Some(inner) = text.strip_prefix("data:") {
        return Some(json!({ "data": pairs(inner)? }));
    }
    let mut object = serde_json::Map::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_')?;
        let (key, tail) = if end == 0 { return None } else { rest.split_at(end) };
        let tail = tail.trim_start();
        let value = tail.strip_prefix(':')?;
        let mut values = serde_json::Deserializer::from_str(value.trim_start()).into_iter::<Value>();
        let read = values.next()?.ok()?;
        let offset = values.byte_offset();
        object.insert(key.to_string(), read);
        rest = value.trim_start()[offset..].trim_start().trim_start_matches(',').trim_start();
    }
    (!object.is_empty()).then_some(Value::Object(object))
}

/// A text alone: a schedule or a backup description, whichever the family has.
fn bare(family: &str, text: &str) -> Option<Value> {
    let text: String = serde_json::from_str(text.split(" or ").next()?.split(',').next()?.trim()).ok()?;
    let is_schedule = text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '*' | '@'));
    let key = if is_schedule { "schedule" } else { "backupDescription" };
    (family == "BAK").then(|| json!({ key: text }))
}
