//! Texts that a program has made of something that is no text.

use super::kind::Property;
use super::path::PropertyPath;
use super::program::Program;
use super::resource::{Resource, Slot, State};

/// What a text was made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// An Output.
    Output,
    /// A value that is not set.
    Undefined,
    /// A promise that nobody waited for.
    Promise,
    /// Another object.
    Object,
    /// One of these that is secret.
    Hidden,
}

/// How the explanation ends that the SDKs put in the place of an Output: in Node.js, Java and .NET, and in Python.
const EXPLANATIONS: [&str; 2] = ["on an [Output<T>] is not supported", "on an Output[T] is not supported"];
const UNDEFINED: &str = "undefined";
const OBJECT: &str = "[object ";
const PROMISE: &str = "[object Promise]";

/// What a text was made of, if that was no text.
pub fn origin(text: &str) -> Option<Origin> {
    if EXPLANATIONS.iter().any(|words| text.contains(words)) {
        return Some(Origin::Output);
    }
    match written_of(text)? {
        UNDEFINED => Some(Origin::Undefined),
        PROMISE => Some(Origin::Promise),
        _ => Some(Origin::Object),
    }
}

/// What JavaScript has written for a value that is no text.
pub fn written_of(text: &str) -> Option<&str> {
    let mut objects = text.match_indices(OBJECT).filter_map(|(at, _)| {
        let rest = text.get(at + OBJECT.len()..)?;
        let name = rest.split(']').next().filter(|name| name.len() < rest.len())?;
        let is_name = name.starts_with(|c: char| c.is_ascii_uppercase()) && name.chars().all(char::is_alphanumeric);
        text.get(at..at + OBJECT.len() + name.len() + 1).filter(|_| is_name)
    });
    let is_word = |(at, word): &(usize, &str)| {
        let (before, after) = (text.get(..*at).unwrap_or_default(), text.get(at + word.len()..).unwrap_or_default());
        let has_end = !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
        // In the middle of a sentence it is a word like any other.
        has_end && !(before.ends_with(' ') && after.starts_with(' '))
    };
    let mut undefined = text.match_indices(UNDEFINED).filter(is_word);
    objects.next().or_else(|| undefined.next().map(|(_, word)| word))
}

/// Where a program has such a text.
#[derive(Clone, Copy, Debug)]
pub struct MadeText<'a> {
    /// The resource.
    pub resource: &'a Resource,
    /// Where in it.
    pub path: PropertyPath<'a>,
    /// What it was made of.
    pub origin: Origin,
}

/// All such texts of a program.
pub fn made_texts(program: &Program) -> Vec<MadeText<'_>> {
    let mut found = Vec::new();
    for resource in &program.resources {
        resource.walk(&mut |path, _: &'static Property, slot: &Slot| {
            found.extend(origin_of(slot).map(|origin| MadeText { resource, path, origin }));
        });
    }
    found
}

/// What a value was made of. Of a secret, only that it was made of an Output, or of something else, is told.
fn origin_of(slot: &Slot) -> Option<Origin> {
    match &slot.state {
        State::Text(text) => origin(text).map(|origin| match origin {
            Origin::Undefined | Origin::Promise | Origin::Object if slot.secret => Origin::Hidden,
            origin => origin,
        }),
        State::Hidden(hidden) if hidden.is(|text| origin(text) == Some(Origin::Output)) => Some(Origin::Output),
        State::Hidden(hidden) => hidden.is(|text| origin(text).is_some()).then_some(Origin::Hidden),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_seen_in_texts() {
        for (text, wanted) in [
            ("Calling [toString] on an [Output<T>] is not supported.\n\nTo get", Some(Origin::Output)),
            ("x-Calling [toJSON] on an [Output<T>] is not supported.", Some(Origin::Output)),
            ("Calling __str__ on an Output[T] is not supported.", Some(Origin::Output)),
            ("undefined", Some(Origin::Undefined)),
            ("peer-undefined", Some(Origin::Undefined)),
            ("undefined.undefined/16", Some(Origin::Undefined)),
            ("backup of undefined", Some(Origin::Undefined)),
            ("backup of undefined things", None),
            ("undefinedness", None),
            ("net-[object Object]-[object Promise]", Some(Origin::Object)),
            ("[object of][object Promise]", Some(Origin::Promise)),
            ("[object Set]", Some(Origin::Object)),
            ("[object of desire]", None),
            ("[object Object", None),
            ("", None),
        ] {
            assert_eq!(origin(text), wanted, "{text}");
        }
    }
}
