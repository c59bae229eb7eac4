//! What a change of each property does (`facts/changes.json`), held against the tables of the kinds.

use std::collections::{BTreeMap, BTreeSet};

use eventstorecloud_planner::catalogue::Catalogue;
use eventstorecloud_planner::catalogue::rows::FeatureId;
use eventstorecloud_planner::model::facts::{Absent, Behaviour, Comparison};
use eventstorecloud_planner::model::integration::{SINK, SOURCE};
use eventstorecloud_planner::model::kind::{Kind, OnChange, Property, Secrecy};
use eventstorecloud_planner::model::kinds::KINDS;
use eventstorecloud_planner::model::target::{Engine, Provider, Target};
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
    of_kinds().map(|(kind, property)| (kind.name, property))
}

fn of_kinds() -> impl Iterator<Item = (&'static Kind, &'static Property)> {
    KINDS.into_iter().flat_map(|kind| kind.properties.iter().map(move |property| (kind, property)))
}

/// What the legacy package in its last version does.
fn behaviour(kind: &Kind, property: &Property) -> Behaviour {
    Target::default().behaviour(kind, property)
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
fn says(fact: &Fact, change: OnChange, replaces: bool) -> bool {
    let Some(words) = fact.change.as_deref() else {
        return matches!(change, OnChange::Never | OnChange::Connection);
    };
    if replaces {
        return words.starts_with("REPLACE");
    }
    match change {
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
    for (kind, property) in of_kinds() {
        let fact = row(kind.name, property.name);
        let place = format!("{}.{}", kind.name, property.name);
        let behaviour = behaviour(kind, property);
        let replaces = behaviour.replaces.unwrap();
        assert!(says(fact, property.change, replaces), "{place}: {:?} is not {:?}", property.change, fact.change);
        assert_eq!(property.change == OnChange::Never, computed(fact), "{place}");
        let normalisation = fact.normalisation.as_deref().unwrap_or_default();
        let comparison = match normalisation {
            "order-insensitive" => Comparison::AnyOrder,
            words if words.starts_with("lower-cased on create") => Comparison::StoredLower,
            words if words.starts_with("lower-cased") => Comparison::AnyCase,
            words if words.starts_with("NONE") => Comparison::StoredLower,
            _ => Comparison::Exact,
        };
        assert_eq!(behaviour.comparison, comparison, "{place}: {normalisation}");
        if kind.terraform.is_some() && !property.is_computed() {
            assert_eq!(behaviour.absent, absent(fact), "{place}");
        }
        if fact.secret {
            assert_eq!(property.secrecy, Secrecy::Secret, "{place}");
        }
    }
}

/// What holds while a property is left out, in the words of the facts.
fn absent(fact: &Fact) -> Absent {
    match fact.default.as_deref() {
        Some("false") => Absent::False,
        Some("`off`") => Absent::Text("off"),
        Some(words) if words.starts_with("`\"\"`") => Absent::Text(""),
        Some(words) if words.starts_with("auto-name") => Absent::AutoName,
        Some("reported by the service") => Absent::Kept,
        // Nothing is sent for it.
        _ if fact.presence.contains("optional") || fact.presence.contains("forbidden") => Absent::Zero,
        _ => Absent::Empty,
    }
}

#[test]
fn the_lists_of_the_facts_are_those_of_the_tables() {
    let all = &table()["changeBehaviour"];
    let behaviour_of_versions = &all["replaceBeforeVersion"];
    let listed = |list: &str, kind: &str, name: &str| {
        let names = all[list][kind].as_array();
        names.is_some_and(|names| names.iter().any(|listed| listed == name))
    };
    let written = |list: &str, place: &str| all[list].as_array().unwrap().iter().any(|listed| listed == place);
    for (kind, property) in of_kinds().filter(|(_, property)| !property.is_computed()) {
        let place = format!("{}.{}", kind.name, property.name);
        let is = |list: &str| listed(list, kind.name, property.name);
        let behaviour = behaviour(kind, property);
        let is_versioned = behaviour_of_versions.get(&place).is_some();
        assert_eq!(is("replaceAlways"), behaviour.replaces == Some(true) && !is_versioned, "{place}");
        assert_eq!(is("noEffectOnUpdate"), property.change == OnChange::NoEffect, "{place}");
        assert_eq!(is("brokenUpdate"), property.change == OnChange::Fails, "{place}");
        let others = [OnChange::Connection, OnChange::OtherOrganization, OnChange::NoEffect];
        let stays = behaviour.replaces == Some(false) && !others.contains(&property.change);
        assert_eq!(is("inPlace"), stays, "{place}");
        assert_eq!(written("normalisedToLower", &place), behaviour.comparison == Comparison::AnyCase, "{place}");
        if written("notNormalised", &place) {
            assert!(matches!(behaviour.comparison, Comparison::Exact | Comparison::StoredLower), "{place}");
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
    for (kind, property) in of_kinds() {
        let Some(limits) = versions.get(format!("{}.{}", kind.name, property.name)) else { continue };
        for target in TARGETS {
            let target = Target::parse(target).unwrap();
            let engine = if target.engine == Engine::Pulumi { "pulumi" } else { "terraform" };
            let limit = Version::parse(limits[engine].as_str().unwrap()).unwrap();
            let is_newer = target.provider == Provider::Kurrentcloud && target.version >= limit;
            assert_eq!(target.has(FeatureId::ProjectionLevelInPlace, &catalogue), is_newer, "{target}");
            assert_eq!(target.behaviour(kind, property).replaces, Some(!is_newer), "{target}");
        }
    }
}
