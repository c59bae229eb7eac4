//! How the id of a resource is read that is written as a text, whatever the kind of the resource that has it.

use crate::model::kind::PropertyId;
use crate::model::path::PropertyPath;
use crate::model::resource::Resource;
use crate::rules::context::Context;
use crate::value::identifier::is_kurrent_id;

/// An id that is written as a text.
#[derive(Clone, Copy, Debug)]
pub struct Literal<'a> {
    /// As the user wrote it.
    pub written: &'a str,
    /// The resource of the program that has it as its name, which is no id.
    pub named: Option<&'a Resource>,
}

impl Literal<'_> {
    /// Whether there is white space in it, which no id has.
    pub fn has_white_space(self) -> bool {
        self.written.contains(char::is_whitespace)
    }

    /// Whether it has the shape of the service's ids.
    pub fn is_likely(self) -> bool {
        is_kurrent_id(self.written)
    }
}

/// The text of an id, if it is one that has a visible character. `kind` is the kind of resource that it must be the id of.
pub fn literal<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
    path: PropertyPath<'a>,
    kind: Option<&'static str>,
) -> Option<Literal<'a>> {
    let written = cx.text(resource, path).known()?;
    let trimmed = written.trim();
    if trimmed.is_empty() {
        return None;
    }
    Some(Literal { written, named: kind.and_then(|kind| cx.program().find(kind, trimmed)) })
}

/// Whether an id is written as a text without a visible character.
pub fn is_blank<'a>(cx: &mut Context<'a>, resource: &'a Resource, id: PropertyId) -> bool {
    cx.text(resource, id).known().is_some_and(|text| text.trim().is_empty())
}
