//! The boundary: unpack, call, pack. The only room that knows wasm-bindgen, js-sys and serde-wasm-bindgen.
//!
//! Nothing is kept between calls. Expected problems are part of the answer; an answer is what was asked for, or `{ refused: { path, reason } }` when an option or argument is invalid.

pub mod bytes;
pub mod planners;
pub mod tools;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::model::kind::Kind;
use crate::model::kinds::{KINDS, WrittenKind};
use crate::model::raw::{Raw, Unusable};
use crate::model::reader::{InputError, expected};
use crate::model::resource::{Args, Notation};
use crate::model::settings::Settings;
use crate::packed::{self, Malformed, Values};
use crate::rules;

/// Checks a whole program: a document and options, packed.
pub fn check(input: &[u8]) -> Result<Vec<u8>, JsError> {
    let [document, options] = unpacked(input)?;
    packed_answer(rules::check_document(document, &options))
}

/// Completes and checks the args of one builder call: the kind, options and args, packed. No bytes when there is nothing
/// to say.
pub fn build(input: &[u8]) -> Result<Vec<u8>, JsError> {
    built(input, Notation::Call)
}

/// The same once the Outputs and promises among the args have been resolved: args in the notation of a document.
pub fn build_resolved(input: &[u8]) -> Result<Vec<u8>, JsError> {
    built(input, Notation::Document)
}

fn built(input: &[u8], notation: Notation) -> Result<Vec<u8>, JsError> {
    let mut values = Values::of(input);
    let (kind, options) = (values.whole().map_err(malformed)?, values.whole().map_err(malformed)?);
    let known = KINDS.iter().find(|known| Some(known.name) == kind.as_text());
    let known = known.ok_or_else(|| InputError::new("kind", "unknown kind; no builder has it"));
    let build = |args: Args<'_, '_>| {
        known.clone().and_then(|kind| rules::build_if_needed(kind, args, notation, &builder_options(options.clone())?))
    };
    let built = if values.is_object() {
        build(Args::Entries(&mut values.entries().map_err(malformed)?))
    } else {
        build(Args::Whole(values.whole().map_err(malformed)?))
    };
    match built {
        // Then the args have not been read.
        Err(refused) => packed_answer::<rules::Built>(Err(refused)),
        Ok(built) => {
            values.finish().map_err(malformed)?;
            built.map_or(Ok(Vec::new()), |built| packed_answer(Ok(built)))
        }
    }
}

fn unpacked<const N: usize>(input: &[u8]) -> Result<[Raw; N], JsError> {
    packed::read(input).map_err(malformed)
}

fn malformed(_: Malformed) -> JsError {
    JsError::new("the input is not packed as it should be")
}

/// The facts of every rule.
#[wasm_bindgen]
pub fn rules() -> Result<JsValue, JsError> {
    encode(&rules::all().collect::<Vec<_>>())
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
pub fn catalogue(input: &[u8]) -> Result<JsValue, JsError> {
    #[derive(Serialize)]
    struct Answer<'a> {
        catalogue: crate::catalogue::Snapshot<'a>,
    }
    let [options] = unpacked(input)?;
    match Settings::read(&options, rules::codes) {
        Ok(settings) => encode(&Answer { catalogue: settings.catalogue.snapshot() }),
        Err(refused) => refuse(refused),
    }
}

/// The version of this package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_string()
}

/// The options of a builder: `onDiagnostic` is for the caller of the core, who may rely on it being a function.
fn builder_options(mut options: Raw) -> Result<Raw, InputError> {
    let callback = match &mut options {
        Raw::Object(options) => options.remove("onDiagnostic"),
        _ => None,
    };
    match callback {
        None | Some(Raw::Unusable(Unusable::Function)) => Ok(options),
        Some(other) => Err(expected("options.onDiagnostic", "a function", &other)),
    }
}

fn answer<T: Serialize>(result: Result<T, InputError>) -> Result<JsValue, JsError> {
    match result {
        Ok(value) => encode(&value),
        Err(refused) => refuse(refused),
    }
}

fn refuse(refused: InputError) -> Result<JsValue, JsError> {
    encode(&Refusal { refused })
}

#[derive(Serialize)]
struct Refusal {
    refused: InputError,
}

fn packed_answer<T: Serialize>(result: Result<T, InputError>) -> Result<Vec<u8>, JsError> {
    let packed = match result {
        Ok(value) => packed::write(&value),
        Err(refused) => packed::write(&Refusal { refused }),
    };
    packed.map_err(JsError::from)
}

/// Plain objects, arrays, strings, numbers and booleans, as `JSON.parse` would make them.
fn encode<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsError> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsError::from)
}
