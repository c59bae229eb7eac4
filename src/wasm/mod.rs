//! The boundary: decode, call, encode. The only room that knows wasm-bindgen, js-sys and serde-wasm-bindgen.
//!
//! Nothing is kept between calls. Expected problems are part of the answer; an answer is `{ report }`, `{ value }` and
//! the like, or `{ refused: { path, message } }` when an option or argument cannot be used.

mod decode;
pub mod planners;
pub mod tools;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::model::kind::Kind;
use crate::model::program::{KINDS, WrittenKind};
use crate::model::raw::{Raw, Unusable};
use crate::model::reader::{Refused, expected};
use crate::model::settings::Settings;
use crate::rules;

/// Checks a whole program, given as a document.
#[wasm_bindgen]
pub fn check(document: &JsValue, options: &JsValue) -> Result<JsValue, JsError> {
    #[derive(Serialize)]
    struct Answer {
        report: crate::diagnostic::Report,
    }
    answer(rules::check_document(decode::raw(document), &optional(options)).map(|report| Answer { report }))
}

/// Completes and checks the args of one builder call.
#[wasm_bindgen]
pub fn build(kind: &str, args: &JsValue, options: &JsValue) -> Result<JsValue, JsError> {
    built(kind, args, options, rules::build)
}

/// The same once the Outputs and promises among the args have been resolved: args in the notation of a document.
#[wasm_bindgen(js_name = buildResolved)]
pub fn build_resolved(kind: &str, args: &JsValue, options: &JsValue) -> Result<JsValue, JsError> {
    built(kind, args, options, rules::build_resolved)
}

type Build = fn(&'static Kind, Raw, &Raw) -> Result<rules::Built, Refused>;

fn built(kind: &str, args: &JsValue, options: &JsValue, build: Build) -> Result<JsValue, JsError> {
    let known = KINDS.iter().find(|known| known.name == kind);
    let known = known.ok_or_else(|| Refused::new("kind", "is no kind that has a builder"));
    // Left out args are an empty object: every property may be missing.
    let args = if args.is_undefined() { Raw::Object(std::collections::BTreeMap::new()) } else { decode::raw(args) };
    answer(known.and_then(|kind| build(kind, args, &builder_options(options)?)))
}

/// The facts of every rule.
#[wasm_bindgen]
pub fn rules() -> Result<JsValue, JsError> {
    encode(&rules::all().map(rules::Rule::meta).collect::<Vec<_>>())
}

/// The facts of every kind of resource.
#[wasm_bindgen]
pub fn kinds() -> Result<JsValue, JsError> {
    encode(&KINDS.map(Kind::meta))
}

/// The kind that a document's `kind` stands for, which may be a type token; nothing for a resource of another provider.
#[wasm_bindgen(js_name = kindOf)]
pub fn kind_of(kind: &str) -> Option<String> {
    match WrittenKind::read(kind) {
        WrittenKind::Modelled(kind, _) => Some(kind.name.to_string()),
        WrittenKind::Foreign | WrittenKind::Unknown => None,
    }
}

/// The facts about the cloud, with what the options add.
#[wasm_bindgen]
pub fn catalogue(options: &JsValue) -> Result<JsValue, JsError> {
    #[derive(Serialize)]
    struct Answer<'a> {
        catalogue: crate::catalogue::Snapshot<'a>,
    }
    match Settings::read(&optional(options), &rules::codes()) {
        Ok(settings) => encode(&Answer { catalogue: settings.catalogue.snapshot() }),
        Err(refused) => refuse(refused),
    }
}

/// The version of this package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_string()
}

/// Options that may be left out.
fn optional(options: &JsValue) -> Raw {
    if options.is_undefined() { Raw::Null } else { decode::raw(options) }
}

/// Those of a builder: `onDiagnostic` is for the caller of the core, who may rely on it being a function.
fn builder_options(options: &JsValue) -> Result<Raw, Refused> {
    let mut options = optional(options);
    let callback = match &mut options {
        Raw::Object(options) => options.remove("onDiagnostic"),
        _ => None,
    };
    match callback {
        None | Some(Raw::Unusable(Unusable::Function)) => Ok(options),
        Some(other) => Err(expected("options.onDiagnostic", "a function", &other)),
    }
}

fn answer<T: Serialize>(result: Result<T, Refused>) -> Result<JsValue, JsError> {
    match result {
        Ok(value) => encode(&value),
        Err(refused) => refuse(refused),
    }
}

fn refuse(refused: Refused) -> Result<JsValue, JsError> {
    #[derive(Serialize)]
    struct Answer {
        refused: Refused,
    }
    encode(&Answer { refused })
}

/// Plain objects, arrays, strings, numbers and booleans, as `JSON.parse` would make them.
fn encode<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsError> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsError::from)
}
