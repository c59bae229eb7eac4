//! Each property alone, held against what is documented of it (`facts/fields`, a file for each kind): its type, whether it
//! must be given, and values inside, at the edges of and just outside what it may be. The tables are written from the
//! sources that they name, not from the catalogue. Where this project judges otherwise on purpose, the row says so with
//! the rule and the reason; a difference that is no more has to leave the table.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use eventstorecloud_planner::diagnostic::{Diagnostic, Severity};
use eventstorecloud_planner::model::kind::{Kind, Property, ValueType};
use eventstorecloud_planner::model::kinds::KINDS;
use eventstorecloud_planner::rules::{by_code, check_document};
use rule_pages::page::{expand, input};
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// What is documented of one kind.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    kind: String,
    /// The package that values are judged for, where a value names no other.
    target: String,
    /// Args that several values need around them, under a name.
    #[serde(default)]
    around: BTreeMap<String, Map<String, Value>>,
    fields: Vec<Row>,
}

/// What is documented of one property.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    name: String,
    #[serde(rename = "type")]
    kind_of_value: String,
    presence: Documented,
    /// What it may be, in words.
    allowed: String,
    source: Vec<String>,
    #[serde(default)]
    accepted: Vec<Value>,
    #[serde(default)]
    refused: Vec<Value>,
    #[serde(default)]
    differences: Vec<Difference>,
}

#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
enum Documented {
    Required,
    Optional,
    Computed,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
enum Verdict {
    Accepted,
    Refused,
}

/// Values that are judged otherwise here than they are documented.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Difference {
    values: Vec<Value>,
    documented: Verdict,
    /// The rule that makes the difference: it refuses the value, or says of it what is less than an error. None where
    /// nothing is said at all.
    rule: Option<String>,
    reason: String,
}

/// A value of a property, with what is around it.
struct Case {
    target: String,
    args: Map<String, Value>,
}

fn tables() -> Vec<Table> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/facts/fields");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |file: &PathBuf| {
        let text = std::fs::read_to_string(file).unwrap();
        serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", file.display()))
    };
    files.iter().map(read).collect()
}

fn kind(name: &str) -> &'static Kind {
    KINDS.iter().find(|kind| kind.name == name).unwrap_or_else(|| panic!("{name} is no kind"))
}

impl Table {
    /// A value is written as it is; as `{ "value": ..., "with": ..., "target": ... }` where the args around it matter, or
    /// as `{ "repeat": "a", "times": 512 }`. `null` leaves the property out.
    fn case(&self, property: &str, written: &Value) -> Case {
        let mut case = Case { target: self.target.clone(), args: Map::new() };
        let mut value = written;
        if let Some(inner) = written.get("value") {
            match written.get("with") {
                None => {}
                Some(Value::String(name)) => case.args = self.around[name].clone(),
                Some(Value::Object(args)) => case.args = args.clone(),
                Some(other) => panic!("{other}"),
            }
            if let Some(target) = written.get("target") {
                case.target = target.as_str().unwrap().to_string();
            }
            value = inner;
        }
        let value = match value.get("repeat") {
            Some(text) => {
                let times = value["times"].as_u64().unwrap();
                json!(text.as_str().unwrap().repeat(usize::try_from(times).unwrap()))
            }
            None => value.clone(),
        };
        case.args.insert(property.to_string(), value);
        case
    }

    /// What is said of the property when it has a value, everything else being valid.
    fn said(&self, property: &str, written: &Value) -> Vec<Diagnostic> {
        let case = self.case(property, written);
        let resource = json!({ "kind": self.kind, "name": "example", "args": case.args });
        let document = json!({ "target": case.target, "resources": [resource] });
        let (document, _) = expand(&document.to_string()).unwrap();
        let options = input(&json!({ "profile": "advice", "now": "2026-07-01T00:00:00Z" })).unwrap();
        let report = check_document(&input(&document).unwrap(), &options).unwrap();
        report.diagnostics.into_iter().filter(|diagnostic| is_at(&diagnostic.path, property)).collect()
    }
}

/// Whether a path leads to a property or into it.
fn is_at(path: &str, property: &str) -> bool {
    path.strip_prefix(property).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

fn verdict(said: &[Diagnostic]) -> Verdict {
    match said.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
        true => Verdict::Refused,
        false => Verdict::Accepted,
    }
}

fn codes(said: &[Diagnostic]) -> Vec<&'static str> {
    said.iter().map(|diagnostic| diagnostic.code).collect()
}

/// The words of the tables for types.
fn type_name(value: ValueType) -> &'static str {
    match value {
        ValueType::Text => "text",
        ValueType::Integer => "integer",
        ValueType::Boolean => "boolean",
        ValueType::TextList => "list of texts",
        ValueType::TextMap => "object of texts",
        ValueType::Entries(_) => "list of objects of texts",
    }
}

/// Values that are of no documented type but the one named.
fn of_other_types(documented: &str) -> Vec<Value> {
    let samples = [
        ("text", json!("8")),
        ("integer", json!(8)),
        ("boolean", json!(true)),
        ("list of texts", json!(["8"])),
        ("list of objects of texts", json!([{ "8": "8" }])),
        ("object of texts", json!({ "8": "8" })),
    ];
    assert!(samples.iter().any(|(name, _)| *name == documented), "{documented}");
    samples.into_iter().filter(|(name, _)| *name != documented).map(|(_, value)| value).collect()
}

#[test]
fn every_property_has_a_row_and_every_row_a_property() {
    let tables = tables();
    let known: BTreeSet<&str> = KINDS.iter().map(|kind| kind.name).collect();
    let written: BTreeSet<&str> = tables.iter().map(|table| table.kind.as_str()).collect();
    assert_eq!((written, tables.len()), (known, KINDS.len()));
    for table in &tables {
        let known: Vec<&str> = kind(&table.kind).properties.iter().map(|property| property.name).collect();
        let mut written: Vec<&str> = table.fields.iter().map(|row| row.name.as_str()).collect();
        let order = |name: &&str| known.iter().position(|other| other == name);
        assert_eq!(BTreeSet::from_iter(&known), BTreeSet::from_iter(&written), "{}", table.kind);
        written.sort_by_key(order);
        assert_eq!(known, written, "{}", table.kind);
    }
}

#[test]
fn types_and_presence_are_as_documented() {
    for table in tables() {
        for row in &table.fields {
            let (_, property) = kind(&table.kind).property(&row.name).unwrap();
            let at = format!("{}.{}", table.kind, row.name);
            assert_eq!(row.kind_of_value, type_name(property.value), "{at}");
            assert!(row.presence == presence(property), "{at}");
            assert!(!row.allowed.is_empty() && !row.source.is_empty(), "{at}");
        }
    }
}

fn presence(property: &Property) -> Documented {
    match (property.is_computed(), property.is_required()) {
        (true, _) => Documented::Computed,
        (false, true) => Documented::Required,
        (false, false) => Documented::Optional,
    }
}

#[test]
fn verdicts_are_those_of_the_documentation() {
    let (mut rows, mut written, mut types, mut wrong) = (0, 0, 0, Vec::new());
    for table in tables() {
        for row in &table.fields {
            rows += 1;
            let mut cases: Vec<(Value, Verdict)> = Vec::new();
            cases.extend(row.accepted.iter().map(|value| (value.clone(), Verdict::Accepted)));
            cases.extend(row.refused.iter().map(|value| (value.clone(), Verdict::Refused)));
            written += cases.len();
            for value in of_other_types(&row.kind_of_value) {
                types += 1;
                let said = table.said(&row.name, &value);
                // What the provider converts is no error, but never passes in silence.
                if said.is_empty() {
                    wrong.push(format!("{}.{}: {value} has another type, we say nothing", table.kind, row.name));
                }
            }
            let without = if row.presence == Documented::Required { Verdict::Refused } else { Verdict::Accepted };
            // A value that differs from `null` in nothing but the args around it says itself what is right.
            if !cases.iter().any(|(value, _)| value.is_null()) {
                cases.push((Value::Null, without));
            }
            for (value, documented) in cases {
                let said = table.said(&row.name, &value);
                if verdict(&said) != documented {
                    let codes = codes(&said);
                    wrong.push(format!("{}.{}: {value} is {documented:?}, we say {codes:?}", table.kind, row.name));
                }
            }
        }
    }
    assert_eq!(wrong, [""; 0], "{}", wrong.join("\n"));
    println!("{rows} properties, {written} values, {types} values of another type: as documented");
}

#[test]
fn every_row_has_values_on_both_sides() {
    for table in tables() {
        for row in &table.fields {
            let of = |verdict| row.differences.iter().filter(move |d| d.documented == verdict).count();
            let (accepted, refused) = (row.accepted.len(), row.refused.len());
            let at = format!("{}.{}", table.kind, row.name);
            match row.presence {
                Documented::Computed => assert!(accepted == 0 && refused > 0, "{at}"),
                // What any text or both of two values may be has no other side but values of another type.
                _ if row.allowed.starts_with("any") => assert!(accepted > 0, "{at}"),
                _ => assert!(accepted > 0 && refused + of(Verdict::Refused) > 0, "{at}"),
            }
        }
    }
}

#[test]
fn every_difference_is_still_there_and_has_its_reason() {
    let (mut stricter, mut milder, mut wrong) = (0, 0, Vec::new());
    for table in tables() {
        for row in &table.fields {
            for difference in &row.differences {
                let at = format!("{}.{}", table.kind, row.name);
                assert!(!difference.reason.is_empty() && !difference.values.is_empty(), "{at}");
                let rule = difference.rule.as_deref();
                assert!(rule.is_none_or(|rule| by_code(rule).is_some()), "{at}: {rule:?}");
                match difference.documented {
                    Verdict::Accepted => stricter += 1,
                    Verdict::Refused => milder += 1,
                }
                for value in &difference.values {
                    let said = table.said(&row.name, value);
                    let codes = codes(&said);
                    let is_by_rule = rule.map_or(codes.is_empty(), |rule| codes.contains(&rule));
                    if verdict(&said) == difference.documented || !is_by_rule {
                        wrong.push(format!("{at}: {value} does not differ by {rule:?}, we say {codes:?}"));
                    }
                }
            }
        }
    }
    assert_eq!(wrong, [""; 0], "{}", wrong.join("\n"));
    println!("{stricter} differences in which we are stricter, {milder} in which we are milder");
}
