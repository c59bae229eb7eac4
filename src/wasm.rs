//! The only file that knows wasm-bindgen and serde-wasm-bindgen: [`ffi`](crate::ffi) as JavaScript reaches it. What is exported
//! is said by the crates in `wasm/`, one for each [`Module`](crate::ffi::Module).

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use crate::ffi::{self, Fact};

/// An answer of [`ffi`], given as its place in the memory; it tells its own length. Who asked frees it with
/// `__wbindgen_free`: reading it in place spares a copy and an array for each call.
#[must_use]
pub fn placed(answer: Vec<u8>) -> *const u8 {
    Box::into_raw(answer.into_boxed_slice()).cast_const().cast()
}

/// A [`Fact`], as values of JavaScript's. No value of the caller's but a text comes this way: serde-wasm-bindgen reads an object
/// that contains itself without an end, and what a getter throws goes through the core. `pack.ts` knows both.
///
/// # Errors
/// There is no such fact, or the input has another type.
pub fn ask(fact: u8, input: JsValue) -> Result<JsValue, JsError> {
    match Fact::ALL.get(usize::from(fact)) {
        Some(Fact::Rules) => encode(&ffi::rules()),
        Some(Fact::Kinds) => encode(&ffi::kinds()),
        Some(Fact::KindOf) => encode(&ffi::kind_of(&decode::<String>(input)?)),
        None => Err(JsError::new("no fact has this number")),
    }
}

fn decode<T: DeserializeOwned>(value: JsValue) -> Result<T, JsError> {
    serde_wasm_bindgen::from_value(value).map_err(JsError::from)
}

/// Plain objects, arrays, strings, numbers and booleans, as `JSON.parse` would make them.
fn encode<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsError> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsError::from)
}
