//! How the id of a resource is read that is written as a text, whatever the kind of the resource that has it.

use crate::model::kind::PropertyId;
use crate::model::path::PropertyPath;
use crate::model::resource::{Resource, State};
use crate::rules::context::Context;
use crate::value::identifier::is_kurrent_id;

/// An id that is written as a text.
#[derive(Clone, Copy, Debug)]
pub struct Literal<'a> {
    /// As the user wrote it.
    pub written: &'a str,
    /// The resource of the program that has it as its name or URN, which is no id.
    pub named: Option<&'a Resource>,
}

/// What every URN of Pulumi begins with.
const URN: &str = "urn:pulumi:";
/// Maximum number of names in the service that a text is compared with: a program of thousands of resources stays fast.
const MAX_COMPARED: usize = 200;

impl Literal<'_> {
    /// Whether there is white space in it, which no id has.
    pub fn has_white_space(self) -> bool {
        self.written.contains(char::is_whitespace)
    }

    /// Whether it is an URN of Pulumi.
    pub fn is_urn(self) -> bool {
        self.written.trim_start().starts_with(URN)
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
    Some(Literal { written, named: kind.and_then(|kind| named(cx, kind, trimmed)) })
}

/// The resource of a kind that a text names: in the program, by its URN, or in the service.
fn named<'a>(cx: &Context<'a>, kind: &'static str, text: &str) -> Option<&'a Resource> {
    let program = cx.program();
    let name = if text.starts_with(URN) { text.rsplit("::").next()? } else { text };
    program.find(kind, name).or_else(|| {
        let is_called = |other: &&Resource| {
            let id = other.kind.and_then(|kind| kind.property(NAME)).map(|(id, _)| id);
            let slot = id.and_then(|id| other.slot(id)).filter(|slot| !slot.secret);
            matches!(slot.map(|slot| &slot.state), Some(State::Text(called)) if called == name)
        };
        if is_kurrent_id(name) { None } else { program.of_kind(kind).take(MAX_COMPARED).find(is_called) }
    })
}

/// The property that has the name of a resource in the service.
const NAME: &str = "name";

/// Whether an id is written as a text without a visible character.
pub fn is_blank<'a>(cx: &mut Context<'a>, resource: &'a Resource, id: PropertyId) -> bool {
    cx.text(resource, id).known().is_some_and(|text| text.trim().is_empty())
}
