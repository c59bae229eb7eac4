//! Laws that hold for any program, on programs made at random from values that are right, nearly right and wrong.

use std::collections::BTreeSet;

use crate::generated::inputs;
use crate::laws;
use crate::words::{ENTRY_KEYS, MAP_KEYS, NUMBERS, REFERENCES, TEXTS};
use eventstorecloud_planner::model::kind::{Kind, ValueType};
use eventstorecloud_planner::model::kinds::KINDS;
use eventstorecloud_planner::rules::{all, codes};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

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
    let name = || select(&["a", "b", "c", "d"][..]);
    let more = prop_oneof![
        5 => Just(json!({})),
        1 => Just(json!({ "state": ["read"] })),
        2 => name().prop_map(|name| json!({ "provider": name })),
    ];
    (select(&KINDS[..]), more).prop_flat_map(move |(kind, more)| {
        (Just(kind.name), name(), args(kind)).prop_map(move |(kind, name, args)| {
            let mut resource = json!({ "kind": kind, "name": name, "args": args });
            resource.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            resource
        })
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
                for key in REFERENCES {
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

#[test]
fn what_the_laws_leave_out_is_still_needed() {
    for exception in laws::ABOUT_PRESENCE {
        let found = laws::reported_at_unknown(&exception.document());
        assert!(found.iter().any(|found| found.code == exception.code), "{}: {}", exception.code, exception.reason);
    }
    for exception in laws::ABOUT_TYPES {
        let told = laws::told_apart(&exception.document(), 0, &serde_json::from_str(exception.others).unwrap());
        assert!(told.iter().any(|(_, code)| *code == exception.code), "{}: {}", exception.code, exception.reason);
    }
}

proptest! {
    #![proptest_config(inputs(500))]

    #[test]
    fn the_same_input_gives_the_same_report(document in document()) {
        let check = || serde_json::to_string(&laws::check(&document)).unwrap();
        prop_assert_eq!(check(), check());
    }

    #[test]
    fn counts_and_order_agree_with_the_diagnostics(document in document()) {
        laws::counts_and_order_agree(&laws::check(&document));
    }

    #[test]
    fn what_is_only_read_is_never_reported(document in document()) {
        laws::what_is_only_read_is_not_reported(&document, &laws::check(&document));
    }

    #[test]
    fn an_unknown_value_is_never_reported(document in document()) {
        laws::unknown_values_are_not_reported(&document);
    }

    #[test]
    fn making_a_value_unknown_adds_no_error_at_it(document in document(), pick in any::<prop::sample::Index>()) {
        laws::making_a_value_unknown_adds_no_error_at_it(&document, |count| pick.index(count));
    }

    #[test]
    fn a_fix_removes_its_diagnostic_and_adds_no_error(document in document()) {
        let before = laws::check(&document);
        for diagnostic in laws::fixable(&before) {
            laws::a_fix_is_good(&document, &before, diagnostic);
        }
    }

    #[test]
    fn paths_lead_to_something_or_to_where_it_is_missing(document in document()) {
        laws::paths_exist(&document, &laws::check(&document));
    }

    #[test]
    fn secret_values_are_never_shown(document in document()) {
        laws::secret_values_are_not_shown(&document);
    }

    #[test]
    fn a_secret_value_changes_no_words(
        document in document(),
        others in KINDS.iter().map(|kind| args(kind)).collect::<Vec<_>>(),
        pick in any::<prop::sample::Index>(),
    ) {
        let of = |kind: &Kind| others[KINDS.iter().position(|other| other.id == kind.id).unwrap()].clone();
        laws::a_secret_value_changes_no_words(&document, |count| pick.index(count), of);
    }

    #[test]
    fn building_twice_changes_nothing_more((kind, args) in select(&KINDS[..]).prop_flat_map(|kind| (Just(kind), args(kind)))) {
        laws::building_twice_changes_nothing_more(kind, &args);
    }
}

proptest! {
    #![proptest_config(inputs(150))]

    #[test]
    fn a_rule_that_is_off_hides_nothing(
        document in document(),
        off in proptest::collection::btree_set(select(codes()), 0..150),
    ) {
        let mut alone = laws::Alone::of(&document, &json!({}), all());
        let (hidden, _) = alone.hidden_without(&off);
        prop_assert!(hidden.is_empty(), "{hidden:#?}");
    }
}
