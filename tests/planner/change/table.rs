//! The plan of a change of each property by itself, held against the words of the facts (`facts/changes.json`).

use std::collections::BTreeMap;

use super::{CURRENT, LEGACY, one, plan, step};
use eventstorecloud_planner::model::kind::{Property, ValueType};
use eventstorecloud_planner::model::kinds::KINDS;
use eventstorecloud_planner::value::version::Version;
use serde_json::{Value, json};

/// Two values of a property; of versions and numbers, the second is the larger one.
fn two_values(property: &Property) -> (Value, Value) {
    match property.value {
        ValueType::Text if property.name.starts_with("serverVersion") => (json!("24.10.1"), json!("26.0.1")),
        ValueType::Text => (json!("one"), json!("two")),
        ValueType::Integer => (json!(100), json!(200)),
        ValueType::Boolean => (json!(false), json!(true)),
        ValueType::TextList => (json!(["one"]), json!(["two"])),
        ValueType::TextMap => (json!({ "channelId": "one" }), json!({ "channelId": "two" })),
        ValueType::Entries(_) => (json!([{ "address": "9.9.9.0/24" }]), json!([{ "address": "9.9.8.0/24" }])),
    }
}

/// What the words of the facts promise of a change for a version of the Pulumi package.
fn effect(property: &str, words: Option<&str>, version: &Version) -> &'static str {
    let Some(words) = words else { return "inPlace" };
    let pulumi = words.split_once(" / Pulumi ").map(|(_, rest)| rest.split(',').next().unwrap());
    if words.starts_with("REPLACE before") {
        let limit = Version::parse(pulumi.expect(words)).unwrap();
        return if *version < limit { "replace" } else { "inPlace" };
    }
    match words {
        words if words.starts_with("REPLACE") => "replace",
        words if words.starts_with("in place = resize") => "resize",
        words if words.starts_with("in place = upgrade") => "upgrade",
        words if words.contains("updates nothing") => "noEffect",
        words if words.contains("update code fails") => "refused",
        words if words.starts_with("in place") && property.starts_with("disk") => "disk",
        words if words.starts_with("in place") || words.contains("another organisation") => "inPlace",
        words => panic!("{property}: nothing is known of {words}"),
    }
}

/// What happens to the resource.
fn action(effect: &str) -> &str {
    match effect {
        "inPlace" => "update",
        // The engine plans an update, and the service does nothing.
        "noEffect" => "update",
        other => other,
    }
}

#[test]
fn every_property_of_every_kind_does_what_is_known_of_it() {
    let table: Value = serde_json::from_str(include_str!("../../facts/changes.json")).unwrap();
    let rows = &table["properties"];
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (target, version) in [(LEGACY, "0.2.20"), (CURRENT, "0.3.0")] {
        let version = Version::parse(version).unwrap();
        for kind in KINDS {
            for property in kind.properties.iter().filter(|property| !property.is_computed()) {
                let place = format!("{target} {}.{}", kind.name, property.name);
                let row = rows[kind.name].get(property.name).unwrap_or_else(|| panic!("{place} has no row"));
                let words = row["change"].as_str();
                let expected = effect(property.name, words, &version);
                let (before, after) = two_values(property);
                let state = |value: &Value| {
                    let mut changes = json!({});
                    changes[property.name] = value.clone();
                    one(kind.name, changes)
                };
                let plan = plan(target, &state(&before), &state(&after));
                let step = step(&plan, "it");
                let changed: Vec<(&str, &str)> = step["properties"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|changed| (changed["path"].as_str().unwrap(), changed["effect"].as_str().unwrap()))
                    .collect();
                assert!(
                    changed.len() == 1 && changed[0].0.starts_with(property.name) && changed[0].1 == expected,
                    "{place}: {changed:?}, where {words:?} means {expected}"
                );
                assert_eq!(step["action"], action(expected), "{place}");
                *seen.entry(expected).or_default() += 1;
            }
        }
    }
    assert_eq!(
        seen.keys().copied().collect::<Vec<_>>(),
        ["disk", "inPlace", "noEffect", "refused", "replace", "resize", "upgrade"]
    );
}
