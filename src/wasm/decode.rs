//! Reading any JavaScript value, whatever it is.
//!
//! Every value is classified before it is read, and everything that can run the caller's code (getters, proxies) is
//! called in a way that catches what it throws. Nothing is coerced.

use std::collections::BTreeMap;

use js_sys::{Array, Function, JsString, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::model::raw::{MAX_DEPTH, MAX_VALUES, Raw, Unusable, number};

/// Reads a value. Never throws.
pub(super) fn raw(value: &JsValue) -> Raw {
    let mut decoder = Decoder { left: MAX_VALUES, open: Vec::new(), tools: Tools::find() };
    decoder.read(value)
}

struct Decoder {
    /// Values that may still be read.
    left: usize,
    /// The objects around the one that is being read.
    open: Vec<JsValue>,
    tools: Option<Tools>,
}

/// `Object.prototype.toString` and `Object.keys`, called through `Function` so that what they throw is caught.
struct Tools {
    tag: Function,
    keys: Function,
}

impl Tools {
    fn find() -> Option<Self> {
        let prototype = Object::get_prototype_of(&Object::new());
        let constructor = Reflect::get(&prototype, &JsValue::from_str("constructor")).ok()?;
        let tag = Reflect::get(&prototype, &JsValue::from_str("toString")).ok()?.dyn_into().ok()?;
        let keys = Reflect::get(&constructor, &JsValue::from_str("keys")).ok()?.dyn_into().ok()?;
        Some(Self { tag, keys })
    }
}

impl Decoder {
    fn read(&mut self, value: &JsValue) -> Raw {
        let Some(left) = self.left.checked_sub(1) else { return Raw::Unusable(Unusable::TooMany) };
        self.left = left;
        if value.is_null() || value.is_undefined() {
            Raw::Null
        } else if let Some(boolean) = value.as_bool() {
            Raw::Boolean(boolean)
        } else if let Some(float) = value.as_f64() {
            number(float)
        } else if let Some(string) = value.dyn_ref::<JsString>() {
            if string.is_valid_utf16() {
                Raw::Text(String::from(string))
            } else {
                Raw::Unusable(Unusable::LoneSurrogate)
            }
        } else if value.is_bigint() {
            Raw::Unusable(Unusable::BigInt)
        } else if value.is_symbol() {
            Raw::Unusable(Unusable::Symbol)
        } else if value.is_function() {
            Raw::Unusable(Unusable::Function)
        } else {
            self.object(value).unwrap_or(Raw::Unusable(Unusable::Throws))
        }
    }

    /// Reads an object or array. `Err` when something in it throws.
    fn object(&mut self, value: &JsValue) -> Result<Raw, JsValue> {
        if is_true(value, "__pulumiOutput")? || is_true(value, "__pulumiUnknown")? {
            return Ok(Raw::Later);
        }
        if is_true(value, "__pulumiResource")? {
            return Ok(Raw::Unusable(Unusable::Resource));
        }
        let is_array = Array::is_array(value);
        if !is_array {
            if get(value, "then")?.is_function() {
                return Ok(Raw::Later);
            }
            if let Some(unusable) = self.built_in(value)? {
                return Ok(Raw::Unusable(unusable));
            }
        }
        if self.open.iter().any(|open| Object::is(open, value)) {
            return Ok(Raw::Unusable(Unusable::Cycle));
        }
        if self.open.len() >= MAX_DEPTH {
            return Ok(Raw::Unusable(Unusable::TooDeep));
        }
        self.open.push(value.clone());
        let read = if is_array { self.list(value) } else { self.entries(value) };
        self.open.pop();
        read
    }

    /// What an object is when it is no plain one, by the tag that every realm agrees on.
    fn built_in(&self, value: &JsValue) -> Result<Option<Unusable>, JsValue> {
        if Reflect::has(value, &JsValue::from_str("__wbg_ptr"))? {
            return Ok(Some(Unusable::WasmObject));
        }
        let Some(tools) = &self.tools else { return Ok(None) };
        let tag = tools.tag.call0(value)?.as_string().unwrap_or_default();
        Ok(match tag.as_str() {
            "[object Object]" => None,
            "[object Date]" => Some(Unusable::Date),
            "[object Map]" | "[object WeakMap]" => Some(Unusable::Map),
            "[object Set]" | "[object WeakSet]" => Some(Unusable::Set),
            _ => Some(Unusable::BuiltIn),
        })
    }

    fn list(&mut self, value: &JsValue) -> Result<Raw, JsValue> {
        let length = get(value, "length")?.as_f64().unwrap_or(0.0);
        // A sparse array may claim four thousand million places; those are not walked.
        #[allow(clippy::cast_precision_loss, reason = "the limit is far below 2^53")]
        if length > self.left as f64 {
            return Ok(Raw::Unusable(Unusable::TooMany));
        }
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the length of an array is a u32")]
        let length = length as u32;
        let mut items = Vec::new();
        for index in 0..length {
            let item = Reflect::get_u32(value, index);
            items.push(match item {
                Ok(item) if item.is_undefined() => Raw::Unusable(Unusable::Hole),
                Ok(item) => self.read(&item),
                Err(_) => Raw::Unusable(Unusable::Throws),
            });
        }
        Ok(Raw::List(items))
    }

    fn entries(&mut self, value: &JsValue) -> Result<Raw, JsValue> {
        let Some(tools) = &self.tools else { return Ok(Raw::Unusable(Unusable::BuiltIn)) };
        let keys: Array = tools.keys.call1(&JsValue::UNDEFINED, value)?.dyn_into()?;
        let mut entries = BTreeMap::new();
        for key in keys.iter() {
            let item = Reflect::get(value, &key);
            let Some(key) = key.as_string() else { continue };
            match item {
                // As in JSON and in Pulumi: a property that is undefined was not given.
                Ok(item) if item.is_undefined() => {}
                Ok(item) => {
                    entries.insert(key, self.read(&item));
                }
                Err(_) => {
                    entries.insert(key, Raw::Unusable(Unusable::Throws));
                }
            }
        }
        Ok(Raw::Object(entries))
    }
}

fn get(value: &JsValue, key: &str) -> Result<JsValue, JsValue> {
    Reflect::get(value, &JsValue::from_str(key))
}

fn is_true(value: &JsValue, key: &str) -> Result<bool, JsValue> {
    Ok(get(value, key)?.as_bool() == Some(true))
}
