//! Reading any JavaScript value, whatever it is.
//!
//! Every value is classified before it is read, and everything that can run the caller's code (getters, proxies) is
//! called in a way that catches what it throws. Nothing is coerced.

use std::collections::BTreeMap;

use js_sys::{Array, Function, JsString, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::model::raw::{MAX_DEPTH, MAX_TEXT, MAX_VALUES, Raw, Unusable, number};

/// Reads a value. Never throws.
pub(super) fn raw(value: &JsValue) -> Raw {
    let mut left = Left { values: MAX_VALUES, text: MAX_TEXT };
    if let Some(scalar) = scalar(value, &mut left) {
        return scalar;
    }
    match Tools::find() {
        Some(tools) => Decoder { left, open: Vec::new(), tools: &tools }.read(value),
        None => Raw::Unusable(Unusable::BuiltIn),
    }
}

/// What may still be read. Taken before it is read, so that neither an array with four thousand million places nor one
/// object in a thousand places costs more than the limits.
struct Left {
    values: usize,
    text: usize,
}

impl Left {
    /// Whether that many values may be read.
    fn take_values(&mut self, count: f64) -> bool {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a cast stops at the ends of the type"
        )]
        let left = self.values.checked_sub(count as usize);
        self.values = left.unwrap_or(self.values);
        left.is_some()
    }

    fn take_text(&mut self, text: &JsString) -> bool {
        let left = usize::try_from(text.length()).ok().and_then(|length| self.text.checked_sub(length));
        self.text = left.unwrap_or(self.text);
        left.is_some()
    }
}

/// Reads what is no object. `None` for an object.
fn scalar(value: &JsValue, left: &mut Left) -> Option<Raw> {
    if let Some(text) = value.dyn_ref::<JsString>() {
        return Some(if left.take_text(text) { well_formed(text) } else { Raw::Unusable(Unusable::TooMany) });
    }
    if let Some(float) = value.as_f64() {
        return Some(number(float));
    }
    if value.is_null() || value.is_undefined() {
        return Some(Raw::Null);
    }
    if let Some(boolean) = value.as_bool() {
        return Some(Raw::Boolean(boolean));
    }
    let unusable = if value.is_function() {
        Unusable::Function
    } else if value.is_bigint() {
        Unusable::BigInt
    } else if value.is_symbol() {
        Unusable::Symbol
    } else {
        return None;
    };
    Some(Raw::Unusable(unusable))
}

/// The text. Half of a surrogate pair becomes U+FFFD on the way; only a text that has one is worth a second look.
fn well_formed(text: &JsString) -> Raw {
    let read = String::from(text);
    if read.contains(char::REPLACEMENT_CHARACTER) && !text.is_valid_utf16() {
        Raw::Unusable(Unusable::LoneSurrogate)
    } else {
        Raw::Text(read)
    }
}

/// Functions of the language, called through `Function` so that what they throw is caught, and the names of the
/// properties that tell what an object is.
struct Tools {
    is_array: Function,
    keys: Function,
    tag: Function,
    length: JsValue,
    output: JsValue,
    unknown: JsValue,
    resource: JsValue,
    then: JsValue,
    wasm_pointer: JsValue,
}

impl Tools {
    fn find() -> Option<Self> {
        let get = |of: &JsValue, name: &str| Reflect::get(of, &JsValue::from_str(name)).ok();
        let function = |of: &JsValue, name: &str| get(of, name)?.dyn_into::<Function>().ok();
        let prototype = Object::get_prototype_of(&Object::new());
        Some(Self {
            is_array: function(&get(&Array::new(), "constructor")?, "isArray")?,
            keys: function(&get(&prototype, "constructor")?, "keys")?,
            tag: function(&prototype, "toString")?,
            length: JsValue::from_str("length"),
            output: JsValue::from_str("__pulumiOutput"),
            unknown: JsValue::from_str("__pulumiUnknown"),
            resource: JsValue::from_str("__pulumiResource"),
            then: JsValue::from_str("then"),
            wasm_pointer: JsValue::from_str("__wbg_ptr"),
        })
    }

    /// What an object is when it is no plain one, by the tag that every realm agrees on.
    fn built_in(&self, value: &JsValue) -> Result<Option<Unusable>, JsValue> {
        if Reflect::has(value, &self.wasm_pointer)? {
            return Ok(Some(Unusable::WasmObject));
        }
        let tag = self.tag.call0(value)?.as_string().unwrap_or_default();
        Ok(match tag.as_str() {
            "[object Object]" => None,
            "[object Date]" => Some(Unusable::Date),
            "[object Map]" | "[object WeakMap]" => Some(Unusable::Map),
            "[object Set]" | "[object WeakSet]" => Some(Unusable::Set),
            _ => Some(Unusable::BuiltIn),
        })
    }
}

struct Decoder<'a> {
    left: Left,
    /// The objects around the one that is being read.
    open: Vec<JsValue>,
    tools: &'a Tools,
}

impl Decoder<'_> {
    fn read(&mut self, value: &JsValue) -> Raw {
        match scalar(value, &mut self.left) {
            Some(scalar) => scalar,
            None => self.object(value).unwrap_or(Raw::Unusable(Unusable::Throws)),
        }
    }

    /// Reads an object or array. `Err` when something in it throws.
    fn object(&mut self, value: &JsValue) -> Result<Raw, JsValue> {
        let tools = self.tools;
        if is_true(value, &tools.output)? || is_true(value, &tools.unknown)? {
            return Ok(Raw::Later);
        }
        if is_true(value, &tools.resource)? {
            return Ok(Raw::Unusable(Unusable::Resource));
        }
        let is_array = tools.is_array.call1(&JsValue::UNDEFINED, value)?.is_truthy();
        if !is_array {
            if Reflect::get(value, &tools.then)?.is_function() {
                return Ok(Raw::Later);
            }
            if let Some(unusable) = tools.built_in(value)? {
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

    fn list(&mut self, value: &JsValue) -> Result<Raw, JsValue> {
        let length = Reflect::get(value, &self.tools.length)?.as_f64().unwrap_or(0.0);
        if !self.left.take_values(length) {
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
        let keys: Array = self.tools.keys.call1(&JsValue::UNDEFINED, value)?.dyn_into()?;
        if !self.left.take_values(f64::from(keys.length())) {
            return Ok(Raw::Unusable(Unusable::TooMany));
        }
        let mut entries = BTreeMap::new();
        for key in keys.iter() {
            let item = Reflect::get(value, &key);
            let Some(key) = key.dyn_ref::<JsString>() else { continue };
            if !self.left.take_text(key) {
                return Ok(Raw::Unusable(Unusable::TooMany));
            }
            let read = match item {
                // As in JSON and in Pulumi: a property that is undefined was not given.
                Ok(item) if item.is_undefined() => continue,
                Ok(item) => self.read(&item),
                Err(_) => Raw::Unusable(Unusable::Throws),
            };
            entries.insert(String::from(key), read);
        }
        Ok(Raw::Object(entries))
    }
}

fn is_true(value: &JsValue, key: &JsValue) -> Result<bool, JsValue> {
    Ok(Reflect::get(value, key)?.as_bool() == Some(true))
}
