//! Values of the wrong type, and what is said about them.

use serde_json::{Value, json};

use eventstorecloud_planner::diagnostic::Diagnostic;
use eventstorecloud_planner::rules::check_document;
use rule_pages::page::{expand, input};

/// The first diagnostic of a valid resource with one other value, in a dialect.
fn first(dialect: &str, kind: &str, property: &str, value: Value) -> Diagnostic {
    let example = json!({ "options": { "dialect": dialect }, "kind": kind, "args": {} });
    let (mut document, options) = expand(&example.to_string()).unwrap();
    let args = document.pointer_mut("/resources/0/args").and_then(Value::as_object_mut).unwrap();
    args.insert(property.to_string(), value);
    let report = check_document(input(&document).unwrap(), &input(&options).unwrap()).unwrap();
    report.diagnostics.into_iter().next().unwrap()
}

#[test]
fn a_type_mismatch_names_both_types_and_what_to_do() {
    for (kind, property, value, message, help) in [
        (
            "ManagedCluster",
            "diskSize",
            json!("1000"),
            "`diskSize` must be a number, not a string",
            "write the number without quotes",
        ),
        (
            "ManagedCluster",
            "diskSize",
            json!([8]),
            "`diskSize` must be a number, not an array",
            "set it to a single number",
        ),
        (
            "ManagedCluster",
            "diskIops",
            json!(null),
            "`diskIops` must be a number, not `null`",
            "remove the property instead of setting it to `null`",
        ),
        (
            "ManagedCluster",
            "protected",
            json!("yes"),
            "`protected` must be a boolean, not a string",
            "use `true` or `false`",
        ),
        (
            "ManagedCluster",
            "topology",
            json!({}),
            "`topology` must be a string, not an object",
            "set it to a single string",
        ),
        (
            "Peering",
            "routes",
            json!("10.0.0.0/16"),
            "`routes` must be an array of strings, not a string",
            "put the string in an array",
        ),
        ("Peering", "routes", json!([5]), "`routes[0]` must be a string, not a number", "put the value in quotes"),
        (
            "Acl",
            "cidrBlocks",
            json!(true),
            "`cidrBlocks` must be an array of objects, not a boolean",
            "use an array with one object for each entry",
        ),
        (
            "Acl",
            "cidrBlocks",
            json!(["9.9.9.0/24"]),
            "`cidrBlocks[0]` must be an object with string values, not a string",
            "use an object with the keys `address` and `comment`",
        ),
        (
            "Integration",
            "data",
            json!("slack"),
            "`data` must be an object with string values, not a string",
            "use an object with a string under each key",
        ),
    ] {
        let found = first("pulumi", kind, property, value);
        assert_eq!((found.code, found.message.as_str(), found.help.as_str()), ("ARG002", message, help));
    }
}

#[test]
fn the_values_of_a_boolean_are_suggested() {
    let found = first("pulumi", "ManagedCluster", "protected", json!(1));
    let suggested: Vec<_> = found.suggestions.iter().map(|s| format!("{}: {}", s.path, s.value)).collect();
    assert_eq!(suggested, ["protected: true", "protected: false"]);
}

#[test]
fn a_message_names_the_property_in_the_dialect_of_the_input() {
    for (value, message) in [
        (json!("1000"), "`disk_size` must be a number, not a string"),
        (json!({ "js": "NaN" }), "`disk_size` must be plain data, not `NaN`"),
    ] {
        assert_eq!(first("terraform", "ManagedCluster", "diskSize", value).message, message);
    }
    let unknown = first("terraform", "ManagedCluster", "diskSise", json!(8));
    assert_eq!(unknown.message, "unknown property `diskSise` of ManagedCluster; did you mean `disk_size`?");
}
