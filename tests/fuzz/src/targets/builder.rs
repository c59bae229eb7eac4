//! Calls of builders, in both notations: what is written is written once, and what is answered keeps the laws.

use serde_json::{Value, json};

use super::written;
use crate::draw::Draw;
use crate::ffi::Question;
use crate::ffi::codec::{UNUSABLE, pack};
use crate::model::kind::Kind;
use crate::model::kinds::KINDS;
use crate::model::program::Program;
use crate::model::raw::{MAX_DEPTH, Raw};
use crate::model::resource::Notation;
use crate::questions::ask;
use crate::rules::build;
use crate::{laws, programs};

/// A seed is a resource. Of other inputs the first byte is what is done with the args, the others are kind, args and options.
pub fn run(bytes: &[u8]) {
    if let Some([name, args]) = written(bytes, ["kind", "args"]) {
        return KINDS.into_iter().filter(|kind| name == kind.name && args.is_object()).for_each(|kind| {
            laws::building_twice_changes_nothing_more(kind, &args);
            hidden(kind, &args);
        });
    }
    let mut draw = Draw::of(bytes);
    let way = draw.below(4);
    let kind = programs::kind(&mut draw);
    let args = programs::args(kind, &mut draw);
    match way {
        0 => laws::building_twice_changes_nothing_more(kind, &args),
        1 => hidden(kind, &args),
        _ => {
            let options = programs::options(&mut draw);
            let options = serde_json::from_value(options).unwrap_or(Raw::Null);
            let input = pack(&[Raw::Text(kind.name.to_string()), options, with_surprises(&args, &mut draw)]);
            for question in [Question::Build, Question::BuildResolved] {
                ask(question, &input);
            }
        }
    }
}

/// The args with now and then something in them that only JavaScript can pass.
fn with_surprises(args: &Value, draw: &mut Draw<'_>) -> Raw {
    let mut raw: Raw = serde_json::from_value(args.clone()).unwrap_or(Raw::Null);
    if let Raw::Object(object) = raw {
        let changed = object.iter().map(|(key, value)| {
            let value = match draw.below(12) {
                0 => Raw::Unknown,
                1 => Raw::Unusable(*draw.one(&UNUSABLE)),
                2 => Raw::List(vec![value.clone(), Raw::Unusable(*draw.one(&UNUSABLE)), Raw::Unknown]),
                3 => (0..MAX_DEPTH - 1).fold(Raw::Null, |inside, _| Raw::List(vec![inside])),
                _ => value.clone(),
            };
            (key.to_string(), value)
        });
        raw = Raw::Object(changed.collect());
    }
    raw
}

/// Texts that are marked as secret stand in no report. What is to be written into the args is the program's own.
fn hidden(kind: &'static Kind, args: &Value) {
    let mut marked = args.clone();
    for value in marked.as_object_mut().into_iter().flat_map(|args| args.values_mut()) {
        if let Value::String(text) = value {
            *value = json!({ "secret": format!("{} {text}", laws::HUSH) });
        }
    }
    let raw = |value: &Value| serde_json::from_value(value.clone()).unwrap_or(Raw::Null);
    let options = raw(&json!({ "profile": "advice" }));
    match build(Program::of_args(kind, &raw(&marked), Notation::Document), &options) {
        Ok(built) => {
            let report = json!(built.report).to_string();
            assert!(!report.contains(laws::HUSH), "{report}");
        }
        Err(refused) => panic!("{refused}"),
    }
}
