//! One resource with its args, each property known, unknown or wrong.

use std::collections::BTreeMap;

use super::kind::{Kind, Property, PropertyId, ValueType};
use super::raw::{Raw, Unusable};

/// One resource of a program.
#[derive(Debug)]
pub struct Resource {
    /// Its place in the program.
    pub index: usize,
    /// Its kind, when it is one that is modelled. The args of others are not looked at.
    pub kind: Option<&'static Kind>,
    /// The name of its kind: the short one where it is known, else as written.
    pub kind_name: String,
    /// Its name in the program, which is not the name that the service shows.
    pub name: String,
    /// Keys of its args that its kind does not have.
    pub unknown_keys: Vec<String>,
    /// What the args are, when they are not an object.
    pub args_fault: Option<Fault>,
    slots: Vec<Slot>,
}

/// The state of one property.
#[derive(Clone, Debug, Default)]
pub struct Slot {
    /// What is there.
    pub state: State,
    /// Whether its value must never be shown.
    pub secret: bool,
}

/// What is known of one property. Has no output that shows a value.
#[derive(Clone, Default, PartialEq)]
pub enum State {
    /// It was not given.
    #[default]
    Missing,
    /// Text, where text belongs.
    Text(String),
    /// A number, where one belongs. May have a fraction.
    Number(f64),
    /// A boolean, where one belongs.
    Boolean(bool),
    /// The id of another resource of the program, by that resource's name.
    Reference(String),
    /// It has a value that is not known yet.
    Later,
    /// Something that cannot be the value of this property.
    Wrong(Fault),
}

/// Why something cannot be the value of a property.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    /// It is of another type. Says which, and the number if it is one.
    Type {
        /// What it is, as the end of a sentence that begins "is".
        found: &'static str,
        /// The number, where a number was given for text.
        number: Option<f64>,
    },
    /// It is nothing that any property can be.
    Unusable(Unusable),
}

impl std::fmt::Debug for State {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Missing => "Missing",
            Self::Text(_) => "Text",
            Self::Number(_) => "Number",
            Self::Boolean(_) => "Boolean",
            Self::Reference(_) => "Reference",
            Self::Later => "Later",
            Self::Wrong(_) => "Wrong",
        })
    }
}

/// How the values of args are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// In a document: `{"ref": NAME}`, `{"unknown": true}` and `{"secret": VALUE}` have their meaning.
    Document,
    /// In a call: values are what they are.
    Call,
}

impl Resource {
    /// A resource of a modelled kind.
    #[must_use]
    pub fn new(index: usize, kind: &'static Kind, name: String, args: Raw, notation: Notation) -> Self {
        let mut resource = Self {
            index,
            kind: Some(kind),
            kind_name: kind.name.to_string(),
            name,
            unknown_keys: Vec::new(),
            args_fault: None,
            slots: vec![Slot::default(); kind.properties.len()],
        };
        match args {
            Raw::Object(args) => resource.fill(kind, args, notation),
            Raw::Unusable(unusable) => resource.args_fault = Some(Fault::Unusable(unusable)),
            other => resource.args_fault = Some(Fault::Type { found: other.described(), number: None }),
        }
        resource
    }

    /// A resource whose kind is not modelled: others may refer to it, and that is all.
    #[must_use]
    pub const fn opaque(index: usize, kind_name: String, name: String) -> Self {
        Self { index, kind: None, kind_name, name, unknown_keys: Vec::new(), args_fault: None, slots: Vec::new() }
    }

    fn fill(&mut self, kind: &'static Kind, args: BTreeMap<String, Raw>, notation: Notation) {
        for (key, value) in args {
            match kind.property(&key) {
                Some((PropertyId(place), property)) => {
                    if let Some(slot) = self.slots.get_mut(place) {
                        *slot = Slot::read(property, value, notation);
                    }
                }
                None => self.unknown_keys.push(key),
            }
        }
    }

    /// A property and what is known of it.
    #[must_use]
    pub fn slot(&self, id: PropertyId) -> Option<&Slot> {
        self.slots.get(id.0)
    }

    /// Replaces what is known of a property.
    pub fn set(&mut self, id: PropertyId, state: State) {
        if let Some(slot) = self.slots.get_mut(id.0) {
            slot.state = state;
        }
    }

    /// Whether the args could be read at all.
    #[must_use]
    pub const fn is_readable(&self) -> bool {
        self.args_fault.is_none()
    }

    /// Every property of the kind with what is known of it, in the order of the table.
    pub fn properties(&self) -> impl Iterator<Item = (PropertyId, &'static Property, &Slot)> {
        let properties = self.kind.map_or(&[][..], |kind| kind.properties);
        properties
            .iter()
            .zip(&self.slots)
            .enumerate()
            .map(|(place, (property, slot))| (PropertyId(place), property, slot))
    }
}

impl Slot {
    fn read(property: &Property, value: Raw, notation: Notation) -> Self {
        match marker(value, notation) {
            Marked::Value(value) => Self { state: State::read(property, value), secret: false },
            Marked::Reference(name) => Self { state: State::Reference(name), secret: false },
            Marked::Later => Self { state: State::Later, secret: false },
            Marked::Secret(None) => Self { state: State::Later, secret: true },
            Marked::Secret(Some(value)) => Self { secret: true, ..Self::read(property, value, notation) },
        }
    }
}

enum Marked {
    Value(Raw),
    Reference(String),
    Later,
    Secret(Option<Raw>),
}

fn marker(value: Raw, notation: Notation) -> Marked {
    let Raw::Object(object) = value else { return Marked::Value(value) };
    if notation == Notation::Call || object.len() != 1 {
        return Marked::Value(Raw::Object(object));
    }
    let mut entries = object.into_iter();
    match entries.next() {
        Some((key, Raw::Text(name))) if key == "ref" => Marked::Reference(name),
        Some((key, Raw::Boolean(true))) if key == "unknown" => Marked::Later,
        Some((key, Raw::Boolean(true))) if key == "secret" => Marked::Secret(None),
        Some((key, value)) if key == "secret" => Marked::Secret(Some(value)),
        Some((key, value)) => Marked::Value(Raw::Object(BTreeMap::from([(key, value)]))),
        None => Marked::Value(Raw::Object(BTreeMap::new())),
    }
}

impl State {
    fn read(property: &Property, value: Raw) -> Self {
        match (property.value, value) {
            (ValueType::Text, Raw::Text(text)) => Self::Text(text),
            (ValueType::Integer, Raw::Number(number)) => Self::Number(number),
            (ValueType::Boolean, Raw::Boolean(boolean)) => Self::Boolean(boolean),
            (_, Raw::Later) => Self::Later,
            (_, Raw::Unusable(unusable)) => Self::Wrong(Fault::Unusable(unusable)),
            (_, Raw::Number(number)) => Self::Wrong(Fault::Type { found: "a number", number: Some(number) }),
            (_, other) => Self::Wrong(Fault::Type { found: other.described(), number: None }),
        }
    }
}
