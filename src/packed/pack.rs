//! From values to bytes, for callers in Rust; JavaScript's are packed by `pack.ts`.

use super::{UNUSABLE, tag};
use crate::model::names::Name;
use crate::model::raw::{Raw, Unusable};

/// Packs values one after the other, as [`super::read`] reads them.
///
/// ```
/// use eventstorecloud_planner::model::raw::Raw;
/// use eventstorecloud_planner::packed::{pack, read};
///
/// let bytes = pack(&[Raw::Text("hi".to_string()), Raw::Null]);
/// assert_eq!(bytes, [4, 2, 0, 0, 0, b'h', b'i', 0]);
/// assert_eq!(read(&bytes), Ok([Raw::Text("hi".to_string()), Raw::Null]));
/// ```
#[must_use]
pub fn pack(values: &[Raw]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for value in values {
        add(&mut bytes, value);
    }
    bytes
}

fn add(bytes: &mut Vec<u8>, value: &Raw) {
    match value {
        Raw::Null => bytes.push(tag::NULL),
        Raw::Boolean(false) => bytes.push(tag::FALSE),
        Raw::Boolean(true) => bytes.push(tag::TRUE),
        Raw::Number(number) => add_number(bytes, *number),
        Raw::Text(text) => {
            bytes.push(tag::TEXT);
            add_text(bytes, text);
        }
        Raw::List(items) => {
            bytes.push(tag::LIST);
            add_count(bytes, items.len());
            items.iter().for_each(|item| add(bytes, item));
        }
        Raw::Object(entries) => {
            bytes.push(tag::OBJECT);
            add_count(bytes, entries.len());
            for (key, value) in entries.iter() {
                match Name::of(key) {
                    Name::Known(number) => bytes.push(number),
                    Name::Other(text) => {
                        bytes.push(tag::OTHER_NAME);
                        add_text(bytes, text);
                    }
                }
                add(bytes, value);
            }
        }
        Raw::Unknown => bytes.push(tag::UNKNOWN),
        Raw::Unusable(Unusable::NotANumber) => add_number(bytes, f64::NAN),
        Raw::Unusable(Unusable::Infinite) => add_number(bytes, f64::INFINITY),
        Raw::Unusable(unusable) => {
            let tag = (tag::UNUSABLE..).zip(UNUSABLE).find(|(_, known)| known == unusable);
            bytes.push(tag.map_or(tag::NULL, |(tag, _)| tag));
        }
    }
}

fn add_number(bytes: &mut Vec<u8>, number: f64) {
    bytes.push(tag::NUMBER);
    bytes.extend(number.to_le_bytes());
}

fn add_text(bytes: &mut Vec<u8>, text: &str) {
    add_count(bytes, text.len());
    bytes.extend(text.as_bytes());
}

#[expect(clippy::cast_possible_truncation, reason = "no memory holds four thousand million items twice")]
fn add_count(bytes: &mut Vec<u8>, count: usize) {
    bytes.extend((count as u32).to_le_bytes());
}
