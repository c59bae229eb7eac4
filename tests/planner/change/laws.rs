//! Laws that hold for any plan of changes, on pairs of programs made at random.

use crate::generated::inputs;
use std::collections::BTreeSet;

use eventstorecloud_planner::model::kind::{Kind, Property, ValueType};
use eventstorecloud_planner::model::kinds::KINDS;
use eventstorecloud_planner::planner::change::plan_change;
use eventstorecloud_planner::value::spelling::VALUE_MARK;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

const TARGETS: [&str; 4] =
    ["eventstorecloud@0.2.7", "eventstorecloud@0.2.20", "kurrentcloud@0.3.x", "kurrent-io/kurrentcloud@3.1.0"];
const TEXTS: [&str; 14] = [
    "",
    "aws",
    "us-east-1",
    "US-East-1",
    "single-node",
    "three-node-multi-zone",
    "M8",
    "m8",
    "gp3",
    "26.0",
    "24.10.4",
    "21.10.1",
    "off",
    "c2bq5k5o4t0gqrkt0030",
];
const NAMES: [&str; 2] = ["a", "b"];
const SECRETS: [&str; 2] = ["canary-one", "canary-two"];

fn text() -> impl Strategy<Value = Value> {
    select(&TEXTS[..]).prop_map(|text| json!(text))
}

fn value(property: &'static Property) -> BoxedStrategy<Value> {
    let plain = match property.value {
        ValueType::Text if property.refers_to.is_some() => {
            prop_oneof![3 => select(&NAMES[..]).prop_map(|name| json!({ "ref": name })), 1 => text()].boxed()
        }
        ValueType::Text => text().boxed(),
        ValueType::Integer => select(&[1.0, 8.0, 8.5, 100.0, 3000.0][..]).prop_map(|number| json!(number)).boxed(),
        ValueType::Boolean => any::<bool>().prop_map(|boolean| json!(boolean)).boxed(),
        ValueType::TextList if property.refers_to.is_some() => {
            prop::collection::vec(select(&NAMES[..]).prop_map(|name| json!({ "ref": name })), 0..3)
                .prop_map(Value::from)
                .boxed()
        }
        ValueType::TextList => prop::collection::vec(text(), 0..3).prop_map(Value::from).boxed(),
        ValueType::TextMap => prop::collection::btree_map(select(&["sink", "source", "token"][..]), text(), 0..3)
            .prop_map(|map| json!(map))
            .boxed(),
        ValueType::Entries(_) => prop::collection::vec(text().prop_map(|text| json!({ "address": text })), 0..3)
            .prop_map(Value::from)
            .boxed(),
    };
    let secret = select(&SECRETS[..]).prop_map(|text| json!({ "secret": text }));
    let marked = plain.clone().prop_map(|value| json!({ "secret": value }));
    prop_oneof![
        10 => plain,
        1 => Just(json!({ "unknown": true })),
        1 => secret,
        1 => marked,
        1 => Just(json!(["wrong", { "type": 1 }])),
    ]
    .boxed()
}

fn args(kind: &'static Kind) -> impl Strategy<Value = Value> {
    let properties = kind.properties.iter().filter(|property| !property.is_computed());
    let each: Vec<_> =
        properties.map(|property| (Just(property.name), prop::option::weighted(0.8, value(property)))).collect();
    each.prop_map(|pairs| {
        let given = pairs.into_iter().filter_map(|(name, value)| Some((name.to_string(), value?)));
        Value::Object(given.collect::<Map<_, _>>())
    })
}

fn resource() -> impl Strategy<Value = Value> {
    let kind = select(&KINDS[..]);
    (kind.prop_flat_map(|kind| (Just(kind.name), args(kind))), select(&NAMES[..]))
        .prop_map(|((kind, args), name)| json!({ "kind": kind, "name": name, "args": args }))
}

fn document() -> impl Strategy<Value = Value> {
    (prop::collection::vec(resource(), 0..12), prop::bool::weighted(0.2)).prop_map(|(resources, partial)| {
        let mut seen = BTreeSet::new();
        let is_first = |resource: &Value| seen.insert((resource["kind"].to_string(), resource["name"].to_string()));
        let resources: Vec<Value> = resources.into_iter().filter(is_first).collect();
        json!({ "partial": partial, "resources": resources })
    })
}

fn plan(target: &str, before: &Value, after: &Value) -> Value {
    plan_in("pulumi", target, before, after)
}

fn plan_in(dialect: &str, target: &str, before: &Value, after: &Value) -> Value {
    let raw = |value: &Value| serde_json::from_value(value.clone()).unwrap();
    let options = json!({ "target": target, "profile": "advice", "dialect": dialect });
    serde_json::to_value(plan_change(&raw(before), &raw(after), &raw(&options)).unwrap()).unwrap()
}

fn arg<'a>(document: &'a Value, resource: &Value, path: &str) -> Option<&'a Value> {
    let resources = document["resources"].as_array().unwrap();
    let same = |other: &&Value| other["kind"] == resource["kind"] && other["name"] == resource["name"];
    resources.iter().find(same)?["args"].get(path)
}

/// Whether a property differs from what the service stores of it, so that it changes with every deployment; or refers to
/// what is replaced for that.
fn comes_back(target: &str, document: &Value, step: &Value, path: &str) -> bool {
    let written = arg(document, &step["resource"], path);
    let is_upper = written.is_some_and(|value| value.to_string().chars().any(char::is_uppercase));
    match path {
        "topology" | "aclId" | "peerResourceProvider" if is_upper => true,
        "cidrBlocks" => target.contains('/'),
        // What a secret refers to is not named.
        _ => step.get("cascade").is_some() || step["reasons"].to_string().contains("refers to a resource that is"),
    }
}

proptest! {
    #![proptest_config(inputs(400))]

    #[test]
    fn a_program_does_not_change_itself(document in document(), target in select(&TARGETS[..])) {
        let plan = plan(target, &document, &document);
        for step in plan["steps"].as_array().unwrap() {
            let changed = step["properties"].as_array().unwrap();
            let is_still = step["action"] == "none" || step["action"] == "undecided";
            prop_assert!(is_still == changed.is_empty(), "{step}");
            for path in changed.iter().map(|changed| changed["path"].as_str().unwrap()) {
                prop_assert!(comes_back(target, &document, step, path), "{step}");
            }
        }
    }

    #[test]
    fn plans_keep_their_word(before in document(), after in document(), target in select(&TARGETS[..])) {
        let found = plan(target, &before, &after);
        prop_assert_eq!(found.to_string(), plan(target, &before, &after).to_string());
        for text in [found.to_string(), plan_in("terraform", target, &before, &after).to_string()] {
            prop_assert!(SECRETS.iter().all(|secret| !text.contains(secret)), "{text}");
            prop_assert!(!text.contains(VALUE_MARK), "{text}");
        }
        let unknown = json!({ "unknown": true });
        let steps = found["steps"].as_array().unwrap();
        for step in steps {
            for changed in step["properties"].as_array().unwrap() {
                let path = changed["path"].as_str().unwrap();
                for side in [&before, &after] {
                    prop_assert_ne!(arg(side, &step["resource"], path), Some(&unknown), "{}", step);
                }
                if let (Some(from), Some(to)) = (changed.get("from"), changed.get("to")) {
                    prop_assert!(from != to || comes_back(target, &after, step, path), "{step}");
                }
            }
            let goes = step["action"] == "replace" || step["action"] == "delete";
            prop_assert_eq!(step.get("order").is_some(), step["action"] == "replace");
            if step["resource"]["kind"] == "ManagedCluster" {
                prop_assert_eq!(step["dataLoss"] == true, goes, "{}", step);
            }
            let protected = arg(&before, &step["resource"], "protected");
            prop_assert!(!(goes && protected == Some(&json!(true))), "{step}");
            // Whatever it comes from does not stay.
            for parent in step["cascade"].as_array().into_iter().flatten() {
                let parent = steps.iter().find(|step| step["resource"] == *parent).unwrap();
                prop_assert!(["replace", "delete", "refused"].contains(&parent["action"].as_str().unwrap()), "{step}");
            }
        }
        let is_refused = steps.iter().any(|step| step["action"] == "refused");
        let diagnostics = found["diagnostics"].as_array().unwrap();
        let has_error = diagnostics.iter().any(|diagnostic| diagnostic["severity"] == "error");
        prop_assert_eq!(found["ok"] == true, !is_refused && !has_error);
    }
}
