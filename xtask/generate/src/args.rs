//! The types of args and the builders, from the tables of the resource kinds.

use std::fmt::Write as _;

use eventstorecloud_planner::catalogue::Catalogue;
use eventstorecloud_planner::model::kind::{Kind, Presence, Property, ValueSet, ValueType};
use eventstorecloud_planner::model::kinds::KINDS;

use crate::typescript::{HEADER, comment, string, wrap};

/// The lists that editors complete from, with the name of the type and its meaning.
const VALUE_SETS: [(ValueSet, &str, &str); 5] = [
    (ValueSet::Clouds, "ResourceProvider", "Clouds."),
    (ValueSet::Topologies, "Topology", "Topologies."),
    (ValueSet::InstanceTypes, "InstanceType", "Instance sizes, from small to large."),
    (ValueSet::DiskTypes, "DiskType", "Disk types that the service accepts."),
    (ValueSet::ProjectionLevels, "ProjectionLevel", "Projection levels."),
];

/// The text of `args.ts`.
pub fn text() -> String {
    let mut text = format!("{HEADER}import type {{ Input, OpenString }} from \"../input\";\n");
    let catalogue = Catalogue::default();
    for (set, name, meaning) in VALUE_SETS {
        let values: Vec<String> = catalogue.values(set).into_iter().map(string).collect();
        let _ = write!(text, "\n{}export type {name} = {};\n", comment(meaning, ""), values.join(" | "));
    }
    for kind in KINDS {
        text.push_str(&interfaces(kind));
    }
    text
}

/// Whether a type is that of what a builder takes or of what it returns.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Inputs,
    Args,
}

fn interfaces(kind: &Kind) -> String {
    let mut text = String::new();
    for property in kind.properties {
        if let ValueType::Entries(keys) = property.value {
            text.push_str(&entries(kind, property, keys));
        }
    }
    let _ = write!(text, "\n{}export interface {}Inputs {{\n", comment(kind.doc, ""), kind.name);
    for property in kind.properties.iter().filter(|property| !property.is_computed()) {
        text.push_str(&comment(property.doc, "  "));
        let _ = writeln!(
            text,
            "  {}{}: {};",
            property.name,
            mark(property, Side::Inputs),
            input_type(kind, property, Side::Inputs)
        );
    }
    let _ = write!(
        text,
        "}}\n\n{}export interface {}Args extends {}Inputs {{",
        comment(&format!("What `{}` returns: args that the provider accepts.", kind.builder), ""),
        kind.name,
        kind.name
    );
    let is_completed = |property: &&Property| {
        property.presence == Presence::Completed || matches!(property.value, ValueType::Entries(_))
    };
    let completed: Vec<&Property> = kind.properties.iter().filter(is_completed).collect();
    for property in &completed {
        let _ = write!(
            text,
            "\n{}  {}: {};",
            comment(property.doc, "  "),
            property.name,
            input_type(kind, property, Side::Args)
        );
    }
    text.push_str(if completed.is_empty() { "}\n" } else { "\n}\n" });
    text
}

/// The objects in a list, as they are written and as they are returned. Aliases, because only those are assignable to
/// the provider's objects with any key.
fn entries(kind: &Kind, property: &Property, keys: &[Property]) -> String {
    let mut text = String::new();
    for (side, doc) in [
        (Side::Inputs, format!("One entry of `{}`.", property.name)),
        (Side::Args, format!("One entry of `{}`, as `{}` returns it.", property.name, kind.builder)),
    ] {
        let _ = write!(text, "\n{}export type {} = {{\n", comment(&doc, ""), entry_name(kind, side));
        for key in keys {
            text.push_str(&comment(key.doc, "  "));
            let _ = writeln!(text, "  {}{}: Input<string>;", key.name, mark(key, side));
        }
        text.push_str("};\n");
    }
    text
}

fn entry_name(kind: &Kind, side: Side) -> String {
    format!("{}Entry{}", kind.name, if side == Side::Inputs { "Inputs" } else { "Args" })
}

/// `?` for what may be left out.
const fn mark(property: &Property, side: Side) -> &'static str {
    match (property.presence, side) {
        (Presence::Required | Presence::RequiredByRule, _) | (Presence::Completed, Side::Args) => "",
        _ => "?",
    }
}

fn input_type(kind: &Kind, property: &Property, side: Side) -> String {
    let named = VALUE_SETS.into_iter().find(|(set, ..)| Some(*set) == property.values).map(|(_, name, _)| name);
    match (property.value, named) {
        (ValueType::Text, Some(name)) => format!("Input<OpenString<{name}>>"),
        (ValueType::Text, None) => "Input<string>".to_owned(),
        (ValueType::Integer, _) => "Input<number>".to_owned(),
        (ValueType::Boolean, _) => "Input<boolean>".to_owned(),
        (ValueType::TextList, _) => "Input<Input<string>[]>".to_owned(),
        (ValueType::TextMap, _) => "Input<{ [key: string]: Input<string> }>".to_owned(),
        (ValueType::Entries(_), _) => format!("Input<Input<{}>[]>", entry_name(kind, side)),
    }
}

/// What is said and called of the builders of an entry point.
struct Builders {
    import: &'static str,
    function: &'static str,
    later: &'static str,
}

/// The text of `builders.ts`, the builders of the package root.
pub fn builders() -> String {
    builders_of(&Builders {
        import: "import { build } from \"../build\";\nimport type { BuilderOptions } from \"../options\";",
        function: "build",
        later: "Outputs and promises pass through untouched.",
    })
}

/// The text of `pulumi-builders.ts`, those for Pulumi programs.
pub fn pulumi_builders() -> String {
    builders_of(&Builders {
        import: "import type { BuilderOptions } from \"../options\";\nimport { buildWithOutputs } from \"../pulumi/builder\";",
        function: "buildWithOutputs",
        later: "What is in Outputs and promises is checked as soon as it is known; an error then stops this resource.",
    })
}

/// The names of the builders, as a paragraph.
pub fn builder_names() -> String {
    let names: Vec<String> = KINDS.iter().map(|kind| format!("`{}`", kind.builder)).collect();
    wrap(&(names.join(", ") + "."), 120).join("\n") + "\n"
}

fn builders_of(Builders { import, function, later }: &Builders) -> String {
    let types: Vec<String> =
        KINDS.iter().flat_map(|kind| [format!("{}Args", kind.name), format!("{}Inputs", kind.name)]).collect();
    let mut text = format!("{HEADER}{import}\nimport type {{ {} }} from \"./args\";\n", types.join(", "));
    for kind in KINDS {
        let name = kind.name;
        let doc = format!(
            "Checks the args of a {name} and returns them ready for `new {name}(...)`: spellings made canonical, documented \
             defaults completed, everything else as it was. {later} Throws one `ValidationError` with all errors."
        );
        let required = if kind.properties.iter().any(Property::is_required) { "" } else { " = {}" };
        let _ = write!(
            text,
            "\n{}export function {builder}(args: {name}Inputs{required}, options?: BuilderOptions): {name}Args {{\n  return {function}<{name}Inputs, {name}Args>({kind}, args, options, {builder});\n}}\n",
            comment(&doc, ""),
            builder = kind.builder,
            kind = string(name),
        );
    }
    text
}
