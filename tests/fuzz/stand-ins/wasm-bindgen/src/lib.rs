//! What src/wasm uses of wasm-bindgen, natively: a JavaScript value is JSON.

use std::error::Error;

/// What `use wasm_bindgen::prelude::*` brings.
pub mod prelude {
    pub use crate::{JsError, JsValue};
    pub use wasm_bindgen_macro::wasm_bindgen;
}

/// A value of JavaScript's.
pub type JsValue = serde_json::Value;

/// What JavaScript would catch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsError(String);

impl JsError {
    /// An error with this message.
    #[must_use]
    pub fn new(message: &str) -> Self {
        Self(message.to_string())
    }

    /// What it says.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0
    }
}

impl<E: Error> From<E> for JsError {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

impl From<JsError> for JsValue {
    fn from(error: JsError) -> Self {
        Self::String(error.0)
    }
}

/// Ends a call with an exception.
///
/// # Panics
/// Always.
pub fn throw_val(value: JsValue) -> ! {
    panic!("{value}")
}
