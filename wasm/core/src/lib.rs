//! What the modules `core.wasm` and `planner.wasm` export. They are linked as one; `xtask` takes out of it what only the
//! planners need.
#![cfg(target_arch = "wasm32")]

use eventstorecloud_planner::{ffi, wasm};
use wasm_bindgen::prelude::*;

/// [`ffi::call_core`], its answer as [`wasm::placed`] gives it.
#[wasm_bindgen]
#[must_use]
pub fn call(question: u8, input: &[u8]) -> *const u8 {
    wasm::placed(ffi::call_core(question, input))
}

/// [`ffi::call_planner`], likewise.
#[wasm_bindgen]
#[must_use]
pub fn call_planner(question: u8, input: &[u8]) -> *const u8 {
    wasm::placed(ffi::call_planner(question, input))
}

/// [`wasm::ask`]
///
/// # Errors
/// As there.
#[wasm_bindgen]
pub fn ask(fact: u8, input: JsValue) -> Result<JsValue, JsError> {
    wasm::ask(fact, input)
}
