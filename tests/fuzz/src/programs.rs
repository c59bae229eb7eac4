//! Programs, args and values, drawn from the model: of every kind and property, right, nearly right and wrong.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::draw::Draw;
use crate::laws::HUSH;
use crate::model::kind::{Kind, Property, ValueType};
use crate::model::kinds::KINDS;
use crate::words::{ENTRY_KEYS, MAP_KEYS, NUMBERS, REFERENCES, TEXTS};

/// Names of resources. Few, so that references find them.
const NAMES: [&str; 4] = ["a", "b", "c", "d"];

/// Packages that a type token begins with.
const PACKAGES: [&str; 3] = ["eventstorecloud:index:", "kurrentcloud:index:", "eventstorecloud:index/x:"];

/// Targets of programs, right and wrong.
const TARGETS: [&str; 8] = [
    "eventstorecloud@0.2.20",
    "kurrentcloud@0.3.x",
    "kurrentcloud",
    "eventstorecloud@0.1.3",
    "eventstorecloud@9",
    "kurrentcloud@0.3.0",
    "eventstorcloud",
    "",
];

/// Text: of the list, of the list with one byte changed, or any.
pub fn text(draw: &mut Draw<'_>) -> String {
    match draw.below(8) {
        0..=5 => (*draw.one(&TEXTS)).to_string(),
        6 => changed(draw.one::<&str>(&TEXTS), draw),
        _ => draw.text(24),
    }
}

/// A text with one character written over, taken out or put in.
pub fn changed(text: &str, draw: &mut Draw<'_>) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    let (place, character) = (draw.below(characters.len() + 1), char::from(draw.byte()));
    match (draw.below(3), characters.get_mut(place)) {
        (0, Some(there)) => *there = character,
        (1, Some(_)) => drop(characters.remove(place)),
        _ => characters.insert(place, character),
    }
    characters.into_iter().collect()
}

/// A number: of the list, small, or any that JSON can write.
pub fn number(draw: &mut Draw<'_>) -> Value {
    match draw.below(4) {
        0 | 1 => json!(draw.one(&NUMBERS)),
        2 => json!(draw.byte()),
        _ => json!(f64::from(f32::from_bits(draw.number()))),
    }
}

/// What is inside a list or an object: mostly text.
fn inside(draw: &mut Draw<'_>) -> Value {
    match draw.below(16) {
        12 => json!({ "unknown": true }),
        13 => json!({ "secret": text(draw) }),
        14 => json!(5),
        15 => Value::Null,
        _ => json!(text(draw)),
    }
}

fn map(keys: &[&str], draw: &mut Draw<'_>) -> Value {
    let mut map = Map::new();
    for _ in 0..draw.below(5) {
        let key = if draw.rarely(8) { draw.text(6) } else { (*draw.one(keys)).to_string() };
        map.insert(key, inside(draw));
    }
    Value::Object(map)
}

/// A value of a type, or now and then another.
pub fn value(kind: ValueType, draw: &mut Draw<'_>) -> Value {
    match draw.below(24) {
        0 => json!({ "unknown": true }),
        1 => json!(text(draw)),
        2 => number(draw),
        3 => [json!(true), Value::Null, json!([1]), json!({ "a": 1 })][draw.below(4)].clone(),
        4 => json!({ "ref": draw.one(&NAMES) }),
        5 => json!({ "secret": if draw.rarely(64) { json!(true) } else { fitting(kind, draw) } }),
        _ => fitting(kind, draw),
    }
}

fn fitting(kind: ValueType, draw: &mut Draw<'_>) -> Value {
    match kind {
        ValueType::Text => json!(text(draw)),
        ValueType::Integer => number(draw),
        ValueType::Boolean => json!(draw.byte() & 1 == 1),
        ValueType::TextList => (0..draw.below(4)).map(|_| inside(draw)).collect(),
        ValueType::TextMap => map(&MAP_KEYS, draw),
        ValueType::Entries(_) => (0..draw.below(4)).map(|_| map(&ENTRY_KEYS, draw)).collect(),
    }
}

fn is_given(property: &Property, draw: &mut Draw<'_>) -> bool {
    if property.is_computed() { draw.rarely(16) } else { draw.below(4) > 0 }
}

/// Args of a kind: each property left out or given, ids as references to other resources more often than not.
pub fn args(kind: &Kind, draw: &mut Draw<'_>) -> Value {
    let mut args = Map::new();
    for property in kind.properties {
        if is_given(property, draw) {
            let refers = REFERENCES.contains(&property.name) && draw.below(2) == 1;
            let value = if refers { json!({ "ref": draw.one(&NAMES) }) } else { value(property.value, draw) };
            args.insert(property.name.to_string(), value);
        }
    }
    if draw.rarely(8) {
        let key = *draw.one(&["diskSiz", "tags", "a.b[0]\"", "urn"]);
        args.insert(key.to_string(), json!(text(draw)));
    }
    Value::Object(args)
}

/// A kind that is modelled.
pub fn kind(draw: &mut Draw<'_>) -> &'static Kind {
    draw.one::<&Kind>(&KINDS)
}

/// A program of up to five resources of modelled kinds, each with a name of its own.
pub fn document(draw: &mut Draw<'_>) -> Value {
    let environment = *draw.one(&["dev", "production", "prod", ""]);
    let mut seen = BTreeSet::new();
    let mut resources = Vec::new();
    for _ in 0..=draw.below(5) {
        let (kind, name) = (kind(draw), *draw.one(&NAMES));
        if seen.insert((kind.name, name)) {
            let mut resource = json!({ "kind": kind.name, "name": name, "args": args(kind, draw) });
            match draw.below(8) {
                0 => resource["state"] = json!(["read"]),
                1 | 2 => resource["provider"] = json!(draw.one(&NAMES)),
                _ => {}
            }
            resources.push(resource);
        }
    }
    json!({ "environment": environment, "resources": resources })
}

/// The same with anything else in it that a document may say, or should not.
pub fn odd_document(draw: &mut Draw<'_>) -> Value {
    let mut document = document(draw);
    for _ in 0..draw.below(6) {
        let text = text(draw);
        let count = document["resources"].as_array().map_or(0, Vec::len);
        let at = draw.below(count.max(1));
        match draw.below(15) {
            0 => document["target"] = json!(draw.one(&TARGETS)),
            1 => document["partial"] = json!(draw.byte() & 1 == 1),
            2 => document["packages"] = json!(["@pulumi/pulumi", "@kurrent/pulumi-kurrentcloud@0.3.0", text, 5]),
            3 => {
                document["configuration"] = json!({ "eventstorecloud:organizationId": text, "eventstorecloud:token": { "secret": format!("{HUSH} {text}") } })
            }
            4 => document["configuration"] = json!({ "kurrentcloud:token": text, "eventstorecloud:url": 5, "x": text }),
            5 => document["environmentVariables"] = json!({ "ESC_TOKEN": text, "ESC_ORG_ID": { "unknown": true } }),
            6 => document[text.as_str()] = json!(draw.byte()),
            7 => {
                document[*draw.one(&["schema", "target", "partial", "packages", "resources", "environment"])] =
                    number(draw)
            }
            _ if !document["resources"][at].is_object() => {}
            8 => {
                let kind =
                    format!("{}{}", draw.one(&PACKAGES), document["resources"][at]["kind"].as_str().unwrap_or(""));
                document["resources"][at]["kind"] = json!(kind);
            }
            9 => {
                let words = [*draw.one(&NAMES), "tainted", "failed", "pendingReplacement", "leftBehind", "read"];
                document["resources"][at][*draw.one(&["dependsOn", "state"])] = json!([draw.one(&words), text, 5]);
            }
            10 => {
                let key = *draw.one(&["kind", "name", "args", "provider", "state", "existing", "x"]);
                document["resources"][at][key] = inside(draw);
            }
            11 => {
                document["resources"][at]["kind"] =
                    json!(draw.one(&["aws:ec2/vpc:Vpc", "Netwrk", "kurrentcloud:index:X"]))
            }
            12 => {
                let twin = document["resources"][at].clone();
                document["resources"][at] = json!(text);
                if let Some(resources) = document["resources"].as_array_mut() {
                    resources.extend([twin.clone(), twin]);
                }
            }
            13 => {
                let changes =
                    json!({ "changes": [text, "serverVersion", 5], "serverVersionTag": text, text.as_str(): 1 });
                document["resources"][at]["existing"] = draw.one(&[json!(true), json!(false), changes]).clone();
            }
            _ => document["resources"][at] = number(draw),
        }
        if !document["resources"].is_array() {
            break;
        }
    }
    document
}

/// Options of a check, right and wrong.
pub fn options(draw: &mut Draw<'_>) -> Value {
    let mut options = Map::new();
    for _ in 0..draw.below(4) {
        let (key, value) = match draw.below(12) {
            0 => ("profile", json!(draw.one(&["default", "strict", "advice", "advise"]))),
            1 => ("target", json!(draw.one(&TARGETS))),
            2 => ("environment", json!(text(draw))),
            3 => ("now", json!(draw.one(&["2026-11-23", "2026-11-23T08:00:00Z", "9999-12-31", "0000-01-01", "x"]))),
            4 => (
                "severity",
                json!({ *draw.one(&["NET009", "CLU012", "ARG001", "X"]): draw.one(&["off", "info", "error", "x"]) }),
            ),
            5 => ("vcpuQuota", number(draw)),
            6 => ("name", json!(text(draw))),
            7 => ("packageJson", json!({ "dependencies": { "@kurrent/pulumi-kurrentcloud": text(draw) } })),
            8 => ("catalogue", json!({ "regions": [{ "cloud": "aws", "id": text(draw) }] })),
            9 => {
                ("catalogue", json!({ *draw.one(&["serverVersions", "instanceTypes", "regions", "x"]): [text(draw)] }))
            }
            10 => ("onDiagnostic", number(draw)),
            _ => (*draw.one(&["profil", "", "partial"]), json!(text(draw))),
        };
        options.insert(key.to_string(), value);
    }
    Value::Object(options)
}
