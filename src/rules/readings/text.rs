//! How any text is read that must be there.

use crate::model::kind::PropertyId;
use crate::model::resource::Resource;
use crate::rules::context::{Context, Field};
use crate::rules::faults::text::Absent;
use crate::rules::reading::Reading;

/// A text that must be there.
pub fn present<'a>(cx: &mut Context<'a>, resource: &'a Resource, id: PropertyId) -> Reading<&'a str, Absent> {
    match cx.text(resource, id) {
        Field::Missing => Reading::bad(Absent::Missing),
        Field::Known(text) if text.trim().is_empty() => Reading::bad(Absent::Blank),
        Field::Known(text) => Reading::good(text),
        Field::Unknown => Reading::NOTHING,
    }
}

/// A text with a visible character.
pub fn visible<'a>(cx: &mut Context<'a>, resource: &'a Resource, id: PropertyId) -> Option<&'a str> {
    cx.text(resource, id).known().filter(|text| !text.trim().is_empty())
}
