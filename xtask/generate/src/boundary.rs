//! What TypeScript has to know of the boundary: tags, limits, the numbers of questions, facts, outcomes and names, and the
//! types of what only the package itself gives to the core.

use std::fmt::Write as _;

use eventstorecloud_planner::ffi::codec::{NEW_NAME, UNUSABLE, tag};
use eventstorecloud_planner::ffi::{Fact, Module, Outcome, Question};
use eventstorecloud_planner::model::change::engine::EngineStep;
use eventstorecloud_planner::model::names::NAMES;
use eventstorecloud_planner::model::raw::{MAX_DEPTH, MAX_TEXT, MAX_VALUES, Unusable};
use eventstorecloud_planner::planner::change::EngineReport;

use crate::api::declarations;
use crate::typescript::HEADER;

const TAGS: [(&str, u8); 8] = [
    ("Null", tag::NULL),
    ("False", tag::FALSE),
    ("True", tag::TRUE),
    ("Number", tag::NUMBER),
    ("Text", tag::TEXT),
    ("List", tag::LIST),
    ("Object", tag::OBJECT),
    ("Unknown", tag::UNKNOWN),
];

/// The text of `pkg-template/src/generated/boundary.ts`.
pub fn text() -> String {
    let mut text = format!("{HEADER}import type {{ Location, ResourceName }} from \"./api\";\n\n");
    text.push_str("/** What stands before each packed value. */\nexport const enum Tag {\n");
    for (name, value) in TAGS {
        let _ = writeln!(text, "  {name} = {value},");
    }
    for (unusable, value) in UNUSABLE.iter().zip(tag::UNUSABLE..) {
        let _ = writeln!(text, "  /** {} */\n  {unusable:?} = {value},", meaning(*unusable));
    }
    let _ = write!(
        text,
        "}}\n\n/** How much is read of one input. */\nexport const enum Limit {{\n  /** Levels of nesting. */\n  Depth = {MAX_DEPTH},\n  \
         /** Properties and places of lists. */\n  Values = {MAX_VALUES},\n  /** Text, keys included, in UTF-16 units. */\n  \
         Text = {MAX_TEXT},\n}}\n"
    );
    numbers(
        &mut text,
        "Question",
        "What the core can be asked; `src/ffi` of the core says with which values.",
        &Question::ALL,
    );
    for module in Module::ALL {
        let questions: Vec<String> = module.questions().iter().map(|one| format!("Question.{one:?}")).collect();
        let _ = write!(
            text,
            "\n/** What `{}.wasm` answers. */\nexport type {module:?}Question =\n  | {};\n",
            format!("{module:?}").to_lowercase(),
            questions.join("\n  | ")
        );
    }
    numbers(&mut text, "Outcome", "What an answer is.", &Outcome::ALL);
    numbers(&mut text, "Fact", "What the core tells in values of JavaScript's.", &Fact::ALL);
    let _ = write!(text, "\n/** Stands before a name that has no number. */\nexport const NEW_NAME = {NEW_NAME};\n");
    text.push_str("\n/** The names that have a number: their places. */\nexport const NAMES = [\n");
    for name in NAMES {
        let _ = writeln!(text, "  \"{name}\",");
    }
    text.push_str("];\n");
    text.push_str(&declarations!(EngineReport, EngineStep));
    text
}

/// An enumeration that Rust numbers from 0.
fn numbers<T: std::fmt::Debug>(text: &mut String, name: &str, doc: &str, all: &[T]) {
    let _ = write!(text, "\n/** {doc} */\nexport const enum {name} {{\n");
    for (number, value) in all.iter().enumerate() {
        let _ = writeln!(text, "  {value:?} = {number},");
    }
    text.push_str("}\n");
}

fn meaning(unusable: Unusable) -> String {
    format!("Is {}: no input can be that.", unusable.described())
}
