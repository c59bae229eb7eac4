//! The module `arithmetic.wasm`: what it exports.
#![cfg(target_arch = "wasm32")]

use eventstorecloud_planner::{ffi, wasm};
use wasm_bindgen::prelude::wasm_bindgen;

/// [`ffi::call_arithmetic`], its answer as [`wasm::placed`] gives it.
#[wasm_bindgen]
#[must_use]
pub fn call(question: u8, input: &[u8]) -> *const u8 {
    wasm::placed(ffi::call_arithmetic(question, input))
}
