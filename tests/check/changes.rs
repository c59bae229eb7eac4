//! What a change of each property does (`facts/changes.json`), held against the tables of the kinds.

use std::collections::{BTreeMap, BTreeSet};

use eventstorecloud_planner::catalogue::Catalogue;
use eventstorecloud_planner::catalogue::rows::FeatureId;
use eventstorecloud_planner::model::integration::{SINK, SOURCE};
use eventstorecloud_planner::model::kind::{Absent, Comparison, OnChange, Property, Secrecy};
use eventstorecloud_planner::model::kinds::KINDS;
use eventstorecloud_planner::model::target::{Engine, Target};
use eventstorecloud_planner::value::version::Version;
use serde::Deserialize;
use serde_json::Value;

/// What is known of one property, in the words of the facts.
#[derive(Clone, Debug, Deserialize)]
struct Fact {
    #[serde(skip)]
    kind: String,
    #[serde(skip)]
    property: String,
    presence: String,
    default: Option<String>,
    normalisation: Option<String>,
    change: Option<String>,
    #[serde(default)]
    secret: bool,
}

fn table() -> Value {
    serde_json::from_str(include_str!("../facts/changes.json")).unwrap()
}

/// One row for each property; some rows of the facts are about several.
fn facts() -> Vec<Fact> {
    let kinds: BTreeMap<String, BTreeMap<String, Fact>> =
        serde_json::from_value(table()["properties"].clone()).unwrap();
    let rows = kinds.iter().flat_map(|(kind, rows)| rows.iter().map(move |row| (kind, row)));
    let each = |(kind, (names, fact)): (&String, (&String, &Fact))| {
        let names: Vec<&str> = names.split([',', '/']).map(str::trim).collect();
        names.into_iter().map(|name| Fact { kind: kind.clone(), property: name.to_string(), ..fact.clone() }).collect()
    };
    rows.flat_map(|row| -> Vec<Fact> { each(row) }).collect()
}

fn properties() -> impl Iterator<Item = (&'static str, &'static Property)> {
    KINDS.into_iter().flat_map(|kind| kind.properties.iter().map(|property| (kind.name, property)))
}

#[test]
fn every_property_has_a_row_and_every_row_a_property() {
    let facts = facts();
    for (kind, property) in properties() {
        let rows = facts.iter().filter(|fact| fact.kind == kind && fact.property == property.name);
        assert_eq!(rows.count(), 1, "{kind}.{}", property.name);
    }
    let modelled: BTreeSet<(&str, &str)> = properties().map(|(kind, property)| (kind, property.name)).collect();
    let is_kind = |name: &str| KINDS.iter().any(|kind| kind.name == name);
    for fact in facts.iter().filter(|fact| is_kind(&fact.kind)) {
        // Outputs that only some builds of the provider have are no part of the model.
        let is_left_out = fact.presence.starts_with("computed, only");
        assert_ne!(modelled.contains(&(&fact.kind, &fact.property)), is_left_out, "{fact:?}");
    }
}

/// Whether the words say what the table says.
fn says(fact: &Fact, change: OnChange) -> bool {
    let Some(words) = fact.change.as_deref() else {
        return matches!(change, OnChange::Never | OnChange::Connection);
    };
    match change {
        OnChange::Replace => words.starts_with("REPLACE") && !words.contains("before"),
        OnChange::ReplaceWithout(_) => words.starts_with("REPLACE before") && words.contains("in place from there"),
        OnChange::Resize => words.starts_with("in place = resize"),
        OnChange::Upgrade => words.starts_with("in place = upgrade"),
        OnChange::Grow => words.starts_with("in place, grow only"),
        OnChange::Disk => words.starts_with("in place") && !words.contains("grow") && fact.property.starts_with("disk"),
        OnChange::NoEffect => words.contains("updates nothing"),
        OnChange::Fails => words.contains("update code fails"),
        OnChange::InPlaceBut(keys) => {
            words.starts_with("in place")
                && words.contains("not updatable")
                && keys.iter().all(|key| words.contains(key))
        }
        OnChange::InPlaceUnlessEmpty => words.starts_with("in place") && words.contains("empty list is omitted"),
        OnChange::InPlace => {
            words.starts_with("in place")
                && !fact.property.starts_with("disk")
                && !["=", "not updatable", "grow", "empty"].iter().any(|special| words.contains(special))
        }
        OnChange::OtherOrganization => words.contains("another organisation"),
        OnChange::Connection | OnChange::Never => false,
    }
}

#[test]
fn changes_do_what_is_known_of_them() {
    let facts = facts();
    let row = |kind: &str, name: &str| facts.iter().find(|fact| fact.kind == kind && fact.property == name).unwrap();
    let computed = |fact: &Fact| fact.presence == "computed" || fact.presence.starts_with("computed,");
    for (kind, property) in properties() {
        let fact = row(kind, property.name);
        let place = format!("{kind}.{}", property.name);
        assert!(says(fact, property.change), "{place}: {:?} is not {:?}", property.change, fact.change);
        assert_eq!(property.change == OnChange::Never, computed(fact), "{place}");
        let normalisation = fact.normalisation.as_deref().unwrap_or_default();
        let comparison = match normalisation {
            "order-insensitive" => Comparison::AnyOrder,
            words if words.starts_with("lower-cased") && !words.contains("on create") => Comparison::AnyCase,
            _ => Comparison::Exact,
        };
        assert_eq!(property.comparison, comparison, "{place}: {normalisation}");
        if kind != "Provider" {
            assert_eq!(property.absent, absent(fact), "{place}");
        }
        if fact.secret {
            assert_eq!(property.secrecy, Secrecy::Secret, "{place}");
        }
    }
}

/// What holds while a property is left out, in the words of the facts.
fn absent(fact: &Fact) -> Absent {
    let keeps =
        |words: &Option<String>| words.as_deref().is_some_and(|words| words.contains("omitted value is not sent"));
    match fact.default.as_deref() {
        Some("false") => Absent::False,
        Some("`off`") => Absent::Text("off"),
        Some(words) if words.starts_with("`\"\"`") => Absent::Text(""),
        Some(words) if words.starts_with("auto-name") => Absent::AutoName,
        Some("reported by the service") => Absent::Kept,
        _ if keeps(&fact.change) => Absent::Kept,
        _ => Absent::Empty,
    }
}

#[test]
fn the_lists_of_the_facts_are_those_of_the_tables() {
    let behaviour = &table()["changeBehaviour"];
    let listed = |list: &str, kind: &str, name: &str| {
        let names = behaviour[list][kind].as_array();
        names.is_some_and(|names| names.iter().any(|listed| listed == name))
    };
    let written = |list: &str, place: &str| behaviour[list].as_array().unwrap().iter().any(|listed| listed == place);
    for (kind, property) in properties() {
        let place = format!("{kind}.{}", property.name);
        let is = |list: &str| listed(list, kind, property.name);
        assert_eq!(is("replaceAlways"), property.change == OnChange::Replace, "{place}");
        assert_eq!(is("noEffectOnUpdate"), property.change == OnChange::NoEffect, "{place}");
        assert_eq!(is("brokenUpdate"), property.change == OnChange::Fails, "{place}");
        let is_versioned = behaviour["replaceBeforeVersion"].get(&place).is_some();
        assert_eq!(is_versioned, matches!(property.change, OnChange::ReplaceWithout(_)), "{place}");
        let others =
            [OnChange::Never, OnChange::Connection, OnChange::OtherOrganization, OnChange::Replace, OnChange::NoEffect];
        assert_eq!(is("inPlace"), !is_versioned && !others.contains(&property.change), "{place}");
        assert_eq!(written("normalisedToLower", &place), property.comparison == Comparison::AnyCase, "{place}");
        if written("notNormalised", &place) {
            assert_eq!(property.comparison, Comparison::Exact, "{place}");
        }
        if let OnChange::InPlaceBut(keys) = property.change {
            assert_eq!(keys, [SINK, SOURCE]);
        }
    }
}

/// The targets of today, and those on both sides of every limit.
const TARGETS: [&str; 9] = [
    "eventstorecloud@0.2.7",
    "eventstorecloud@0.2.x",
    "kurrentcloud@0.2.9",
    "kurrentcloud@0.3.0",
    "kurrentcloud@0.3.x",
    "eventstore/eventstorecloud@1.6.x",
    "kurrent-io/kurrentcloud@2.0.9",
    "kurrent-io/kurrentcloud@2.1.0",
    "kurrent-io/kurrentcloud@3.1.0",
];

#[test]
fn what_depends_on_the_target_begins_with_the_known_version() {
    let catalogue = Catalogue::default();
    let versions = &table()["changeBehaviour"]["replaceBeforeVersion"];
    for (kind, property) in properties() {
        let OnChange::ReplaceWithout(feature) = property.change else { continue };
        assert_eq!(feature, FeatureId::ProjectionLevelInPlace);
        let limits = &versions[format!("{kind}.{}", property.name)];
        for target in TARGETS {
            let target = Target::parse(target).unwrap();
            let engine = if target.engine == Engine::Pulumi { "pulumi" } else { "terraform" };
            let limit = Version::parse(limits[engine].as_str().unwrap()).unwrap();
            assert_eq!(target.has(feature, &catalogue), target.version >= limit, "{target}");
        }
    }
}
