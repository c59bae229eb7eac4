//! The types of args and the builders, from the tables of the resource kinds.

use std::fmt::Write as _;

use eventstorecloud_planner::catalogue::Catalogue;
use eventstorecloud_planner::model::kind::{Kind, Presence, Property, ValueSet, ValueType};
use eventstorecloud_planner::model::program::KINDS;

use crate::typescript::{HEADER, comment, string};

/// The lists that editors complete from: type name, meaning, values.
fn value_sets() -> Vec<(ValueSet, &'static str, &'static str, Vec<String>)> {
    let facts = Catalogue::default();
    vec![
        (
            ValueSet::Clouds,
            "ResourceProvider",
            "Clouds.",
            facts.clouds().map(|row| row.id.as_str().to_owned()).collect(),
        ),
        (ValueSet::Topologies, "Topology", "Topologies.", facts.topologies().map(|row| row.id.to_string()).collect()),
        (
            ValueSet::InstanceTypes,
            "InstanceType",
            "Instance sizes, from small to large.",
            facts.instance_types().map(|row| row.id.to_string()).collect(),
        ),
        (
            ValueSet::DiskTypes,
            "DiskType",
            "Disk types that the service takes.",
            facts.disk_types().filter(|row| row.replaced_by.is_none()).map(|row| row.id.to_string()).collect(),
        ),
        (
            ValueSet::ProjectionLevels,
            "ProjectionLevel",
            "Projection levels.",
            facts.projection_levels().map(|row| row.id.to_string()).collect(),
        ),
    ]
}

/// The text of `args.ts`.
pub fn text() -> String {
    let mut text = format!("{HEADER}import type {{ Input, OpenString }} from \"../input\";\n");
    for (_, name, meaning, values) in value_sets() {
        let values: Vec<String> = values.iter().map(|value| string(value)).collect();
        let _ = write!(text, "\n{}export type {name} = {};\n", comment(meaning, ""), values.join(" | "));
    }
    for kind in KINDS {
        text.push_str(&interfaces(kind));
    }
    text
}

fn interfaces(kind: &Kind) -> String {
    let mut text = format!("\n{}export interface {}Inputs {{\n", comment(kind.doc, ""), kind.name);
    for property in kind.properties.iter().filter(|property| !property.is_computed()) {
        let optional =
            if matches!(property.presence, Presence::Required | Presence::RequiredByRule) { "" } else { "?" };
        text.push_str(&comment(property.doc, "  "));
        let _ = writeln!(text, "  {}{optional}: {};", property.name, input_type(property));
    }
    let _ = write!(
        text,
        "}}\n\n{}export interface {}Args extends {}Inputs {{",
        comment(&format!("What `{}` returns: args that the provider takes.", kind.builder), ""),
        kind.name,
        kind.name
    );
    let completed: Vec<&Property> =
        kind.properties.iter().filter(|property| property.presence == Presence::Completed).collect();
    for property in &completed {
        let _ = write!(text, "\n{}  {}: {};", comment(property.doc, "  "), property.name, input_type(property));
    }
    text.push_str(if completed.is_empty() { "}\n" } else { "\n}\n" });
    text
}

fn input_type(property: &Property) -> String {
    let named = value_sets().into_iter().find(|(set, ..)| Some(*set) == property.values).map(|(_, name, ..)| name);
    match (property.value, named) {
        (ValueType::Text, Some(name)) => format!("Input<OpenString<{name}>>"),
        (ValueType::Text, None) => "Input<string>".to_owned(),
        (ValueType::Integer, _) => "Input<number>".to_owned(),
        (ValueType::Boolean, _) => "Input<boolean>".to_owned(),
    }
}

/// The text of `builders.ts`.
pub fn builders() -> String {
    let types: Vec<String> =
        KINDS.iter().flat_map(|kind| [format!("{}Args", kind.name), format!("{}Inputs", kind.name)]).collect();
    let mut text = format!(
        "{HEADER}import {{ build }} from \"../build\";\nimport type {{ BuilderOptions }} from \"../options\";\nimport type {{ {} }} from \"./args\";\n",
        types.join(", ")
    );
    for kind in KINDS {
        let name = kind.name;
        let doc = format!(
            "Checks the args of a {name} and returns them ready for `new {name}(...)`: spellings made canonical, documented \
             defaults completed, everything else as it was. Outputs and promises pass through untouched. Throws one \
             `ValidationError` with all errors."
        );
        let required = if kind.properties.iter().any(Property::is_required) { "" } else { " = {}" };
        let _ = write!(
            text,
            "\n{}export function {builder}(args: {name}Inputs{required}, options?: BuilderOptions): {name}Args {{\n  return build<{name}Inputs, {name}Args>({kind}, args, options, {builder});\n}}\n",
            comment(&doc, ""),
            builder = kind.builder,
            kind = string(name),
        );
    }
    text
}
