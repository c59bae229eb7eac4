//! The JSON Schema of documents, from the tables of the resource kinds: editors complete and explain with it. It says what
//! a document looks like; what is wrong with its values is the business of the rules.

use eventstorecloud_planner::catalogue::Catalogue;
use eventstorecloud_planner::model::kind::{Kind, KindId, Property, ValueType};
use eventstorecloud_planner::model::kinds::KINDS;
use eventstorecloud_planner::model::standing::Standing;
use eventstorecloud_planner::model::target::Provider;
use serde_json::{Map, Value, json};

/// The text of `document.schema.json`.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn text() -> anyhow::Result<String> {
    let mut definitions = Map::new();
    definitions.insert("mark".to_owned(), mark());
    for kind in KINDS {
        definitions.insert(kind.name.to_owned(), args(kind));
    }
    let resources: Vec<Value> = KINDS.iter().map(|kind| resource(kind)).chain([foreign()]).collect();
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A program for Event Store Cloud (Kurrent Cloud), as eventstorecloud-planner checks it",
        "type": "object",
        "required": ["resources"],
        "additionalProperties": false,
        "properties": {
            "$schema": { "type": "string", "description": "Where this schema is; for editors." },
            "schema": { "const": 1, "description": "Version of this format." },
            "target": { "type": "string", "description": "Provider package and version, such as `eventstorecloud@0.2.20` or `kurrentcloud@0.3.x`." },
            "environment": { "type": "string", "description": "What the program is for. `production` switches on the rules about production clusters." },
            "partial": { "type": "boolean", "description": "Whether it is only a part of a program: then nothing is said of what is not in it." },
            "packages": { "type": "array", "items": { "type": "string" }, "description": "npm packages that the program imports its resources from, each with or without a version." },
            "configuration": { "type": "object", "description": "The configuration of the stack, by key such as `eventstorecloud:organizationId`." },
            "environmentVariables": { "type": "object", "description": "Environment variables; those of the provider are read." },
            "resources": { "type": "array", "description": "The resources, in the order of the program.", "items": { "anyOf": resources } },
        },
        "$defs": definitions,
    });
    Ok(serde_json::to_string_pretty(&schema)? + "\n")
}

/// What may stand for a value that is not written as plain data.
fn mark() -> Value {
    let only = |key: &str, value: Value| json!({ "type": "object", "required": [key], "properties": { key: value }, "additionalProperties": false });
    json!({
        "description": "A value that is no plain data.",
        "anyOf": [
            only("ref", json!({ "type": "string", "description": "The id of the resource with this name." })),
            only("unknown", json!({ "const": true, "description": "Not known yet." })),
            only("secret", json!({ "description": "The secret value, which is checked and never shown, or `true` if it is not told." })),
        ],
    })
}

fn resource(kind: &Kind) -> Value {
    let camel: String =
        kind.name.chars().take(1).flat_map(char::to_lowercase).chain(kind.name.chars().skip(1)).collect();
    let namespaces = namespaces();
    let tokens = match kind.id {
        KindId::Provider => format!("^pulumi:providers:{namespaces}$"),
        _ => format!("^{namespaces}:index/{camel}:{}$", kind.name),
    };
    described(
        kind.doc,
        json!({ "anyOf": [{ "const": kind.name }, { "type": "string", "pattern": tokens }] }),
        json!({ "$ref": format!("#/$defs/{}", kind.name) }),
    )
}

/// The namespaces of the provider packages, as a pattern.
fn namespaces() -> String {
    format!("({})", Provider::ALL.map(Provider::namespace).join("|"))
}

/// A resource of another provider, which has a type token.
fn foreign() -> Value {
    let kind =
        json!({ "type": "string", "pattern": "^(?!(pulumi:providers:)?(eventstorecloud|kurrentcloud)(:|$)).*:" });
    described("A resource of another provider. Its args are not looked at.", kind, json!({ "type": "object" }))
}

fn described(doc: &str, kind: Value, args: Value) -> Value {
    json!({
        "type": "object",
        "description": doc,
        "required": ["kind", "name"],
        "additionalProperties": false,
        "properties": {
            "kind": kind,
            "name": { "type": "string", "maxLength": 1000, "description": "Its name in the program; others refer to it by this name." },
            "args": args,
            "dependsOn": {
                "description": "Names of resources that it is made after, or that they are not known.",
                "anyOf": [{ "type": "array", "items": { "type": "string" } }, { "const": { "unknown": true } }],
            },
            "provider": {
                "description": "The name of the provider that it uses, or that it is not known. Default: the one that is made of the configuration of the stack.",
                "anyOf": [{ "type": "string" }, { "const": { "unknown": true } }],
            },
            "state": {
                "description": "What an engine says of it: what the next run acts on, or `read` where the program only reads it.",
                "type": "array",
                "items": { "enum": Standing::WORDS },
            },
            "existing": {
                "description": "Whether it exists already, with what is known of it: what the service would no longer create is no error then. Default: false.",
                "anyOf": [{ "type": "boolean" }, existing()],
            },
        },
    })
}

/// What is known of a resource that exists.
fn existing() -> Value {
    json!({
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "changes": { "type": "array", "items": { "type": "string" }, "description": "The properties that the deployment changes. Default: none." },
            "serverVersionTag": { "type": "string", "description": "Of a cluster: the full version that it runs, where `args` do not say it." },
        },
    })
}

fn args(kind: &Kind) -> Value {
    let inputs = || kind.properties.iter().filter(|property| !property.is_computed());
    let properties: Map<String, Value> =
        inputs().map(|property| (property.name.to_owned(), property_schema(property))).collect();
    json!({ "type": "object", "description": kind.doc, "properties": properties, "additionalProperties": false })
}

fn property_schema(property: &Property) -> Value {
    let mut schema = or_mark(value_schema(property));
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("description".to_owned(), Value::from(property.doc));
    }
    schema
}

fn or_mark(schema: Value) -> Value {
    json!({ "anyOf": [schema, { "$ref": "#/$defs/mark" }] })
}

fn value_schema(property: &Property) -> Value {
    let text = json!({ "type": "string" });
    match property.value {
        ValueType::Text => match property.values {
            // Known values complete in editors; the lists grow, so any other text is a matter of the rules.
            Some(set) => json!({ "anyOf": [{ "enum": Catalogue::default().values(set) }, text] }),
            None => text,
        },
        ValueType::Integer => json!({ "type": "integer" }),
        ValueType::Boolean => json!({ "type": "boolean" }),
        ValueType::TextList => json!({ "type": "array", "items": or_mark(text) }),
        ValueType::TextMap => json!({ "type": "object", "additionalProperties": or_mark(text) }),
        ValueType::Entries(keys) => {
            let properties: Map<String, Value> =
                keys.iter().map(|key| (key.name.to_owned(), property_schema(key))).collect();
            let entry = json!({ "type": "object", "properties": properties, "additionalProperties": false });
            json!({ "type": "array", "items": or_mark(entry) })
        }
    }
}
