//! One resource with its args, each property known, unknown or wrong.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::entries::Entries;
use super::hidden::Hidden;
use super::keys::{REFERENCE, SECRET, UNKNOWN};
use super::kind::{Kind, KindId, Property, PropertyId, Secrecy, ValueType};
use super::moment::{self, Existing};
use super::names::Name;
use super::path::{PropertyPath, join};
use super::pieces::Pieces;
use super::provider::Used;
use super::standing::Standing;
use crate::collect;
use smol_str::SmolStr;

use super::raw::{Piece, Unusable};
use super::scalar::{Conversion, Scalar};

/// Characters of a resource's name. Reports repeat it with every problem, so a name of a megabyte would fill the memory.
pub const MAX_NAME: usize = 1_000;

/// One resource of a program.
#[derive(Debug)]
pub struct Resource {
    /// Its place in the program.
    pub index: usize,
    /// Its place in the list of the document, where others may stand that could not be read.
    pub position: usize,
    /// Its kind, when it is one of the provider packages. The args of others are not looked at.
    pub kind: Option<&'static Kind>,
    /// The name of its kind: the short one where it is known, else as written.
    pub kind_name: Cow<'static, str>,
    /// The namespace of the provider package, where its kind is written as a token.
    pub namespace: Option<&'static str>,
    /// Its name in the program, which is not the name that the service shows.
    pub name: String,
    /// Where its args come from.
    pub origin: Origin,
    /// The provider that it uses.
    pub provider: Used,
    /// The resources, by their names, that it is made after although it does not refer to them.
    pub depends_on: Vec<String>,
    /// Whether there may be more of these, which are not known.
    pub may_depend_on_more: bool,
    /// What an engine says of it.
    pub standings: Vec<Standing>,
    /// What is known of it, where the document says that it exists.
    pub existing: Option<Existing>,
    /// Keys of its args that its kind does not have, each with whether its value is `null`.
    pub unknown_keys: Vec<(String, bool)>,
    /// What the args are, when they are not an object.
    pub args_fault: Option<Fault>,
    /// The values that the provider takes for another one.
    pub conversions: Vec<Conversion>,
    /// Whether any property is an Output, which the engine may know although nobody here does.
    pub has_outputs: bool,
    /// Whether there is anything in the args that is not as its property wants it.
    pub(super) has_faults: bool,
    pub(super) slots: Vec<Slot>,
}

/// Where the args of a resource come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// From a resource of the program.
    #[default]
    Resource,
    /// From the configuration of the stack and the environment: no resource, but read like one. Has the place of each
    /// property in the document.
    Configuration {
        /// By property.
        paths: Vec<String>,
        /// The properties that the document leaves to the environment, or to the engine.
        left_open: Vec<PropertyId>,
        /// What its keys begin with, such as `eventstorecloud:`.
        namespace: String,
    },
}

/// The state of one property.
#[derive(Clone, Debug, Default, PartialEq)]
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
    Text(SmolStr),
    /// A number, where one belongs. May have a fraction.
    Number(f64),
    /// A boolean, where one belongs.
    Boolean(bool),
    /// Text that is secret by its nature.
    Hidden(Hidden),
    /// A list.
    List(Vec<Slot>),
    /// An object.
    Map(Entries<Slot>),
    /// The id of another resource of the program, by that resource's name.
    Reference(Box<Reference>),
    /// It has a value that is not known yet.
    Unknown,
    /// Something that cannot be the value of this property.
    Wrong(Fault),
}

/// A reference to another resource of the program.
#[derive(Clone, Debug)]
pub struct Reference {
    /// The name of the other one.
    pub name: String,
    /// The place of the other one in the program, once it has been looked up: many rules follow one reference.
    pub(super) found: OnceLock<Option<usize>>,
}

/// References to one name are equal.
impl PartialEq for Reference {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// Why something cannot be the value of a property.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// It is of another type.
    Type {
        /// What it is, as the end of a sentence that begins "is".
        found: &'static str,
        /// The value, where it is a single one: the provider may make another one of it.
        scalar: Scalar,
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
            Self::Hidden(_) => "Hidden",
            Self::List(_) => "List",
            Self::Map(_) => "Map",
            Self::Reference(_) => "Reference",
            Self::Unknown => "Unknown",
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
    /// A resource of one of the provider packages, with the args that begin with a piece. Without a name it gets that of its args,
    /// if they have one that can be shown in a message.
    #[must_use]
    pub fn new<'m>(
        index: usize,
        kind: &'static Kind,
        name: Option<String>,
        (value, from): (Piece<'m>, &mut impl Pieces<'m>),
        notation: Notation,
    ) -> Self {
        let mut resource = Self {
            index,
            position: index,
            kind: Some(kind),
            kind_name: Cow::Borrowed(kind.name),
            namespace: None,
            name: String::new(),
            origin: Origin::Resource,
            provider: Used::Default,
            depends_on: Vec::new(),
            may_depend_on_more: false,
            standings: Vec::new(),
            existing: None,
            unknown_keys: Vec::new(),
            args_fault: None,
            conversions: Vec::new(),
            has_outputs: false,
            has_faults: false,
            slots: Vec::new(),
        };
        let mut own_name = None;
        resource.slots.resize_with(kind.properties.len(), Slot::default);
        match value {
            Piece::Object(count) => {
                for _ in 0..count {
                    let (key, value) = (from.name(), from.piece());
                    if let (Piece::Text(text), "name") = (value, key.text()) {
                        own_name = Some(text).filter(|text| is_name(text));
                    }
                    resource.take(kind, key, value, from, notation);
                }
                if resource.unknown_keys.len() > 1 {
                    let keys = std::mem::take(&mut resource.unknown_keys);
                    resource.unknown_keys = collect::sorted_by(keys, |(a, _), (b, _)| a.cmp(b));
                    // Of one that is there twice, the first counts.
                    resource.unknown_keys.dedup_by(|(again, _), (key, _)| again == key);
                }
            }
            Piece::Unusable(unusable) => resource.args_fault = Some(Fault::Unusable(unusable)),
            other => {
                resource.args_fault = Some(Fault::Type { found: other.described(), scalar: Scalar::None });
                from.rest_of(other);
            }
        }
        resource.name = name.or_else(|| own_name.map(str::to_string)).unwrap_or_default();
        resource
    }

    /// A resource of another provider or of an unknown kind: others may refer to it, and that is all.
    #[must_use]
    pub const fn opaque(index: usize, kind_name: Cow<'static, str>, name: String) -> Self {
        Self {
            index,
            position: index,
            kind: None,
            kind_name,
            namespace: None,
            name,
            origin: Origin::Resource,
            provider: Used::Default,
            depends_on: Vec::new(),
            may_depend_on_more: false,
            standings: Vec::new(),
            existing: None,
            unknown_keys: Vec::new(),
            args_fault: None,
            conversions: Vec::new(),
            has_outputs: false,
            has_faults: false,
            slots: Vec::new(),
        }
    }

    /// Whether it is the configuration of the stack and no resource.
    #[must_use]
    pub const fn is_configuration(&self) -> bool {
        matches!(self.origin, Origin::Configuration { .. })
    }

    /// Whether the program only reads it: it is as it is, and nothing is said of it.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.standings.contains(&Standing::Read)
    }

    /// Makes it one that is only read: it exists, and what is not said of it is unknown.
    pub(super) fn read_only(&mut self) {
        self.existing.get_or_insert_default();
        for slot in self.slots.iter_mut().filter(|slot| slot.state.is_missing()) {
            slot.state = State::Unknown;
        }
    }

    /// What is known of it, if the service has it and keeps it: not of what the next run creates anew, nor of a provider, whose settings no service has.
    #[must_use]
    pub fn kept(&self) -> Option<&Existing> {
        let is_provider = self.kind.is_some_and(|kind| kind.id == KindId::Provider);
        self.existing
            .as_ref()
            .filter(|existing| !is_provider && !existing.is_replaced && moment::is_kept(&self.standings))
    }

    /// Whether it is kept with what is at a path of its args, which the service has accepted then. The empty path is all of it.
    #[must_use]
    pub fn keeps(&self, path: &str) -> bool {
        self.kept().is_some_and(|existing| existing.keeps(path))
    }

    /// Reads an entry of the args whose value begins with a piece.
    fn take<'m>(
        &mut self,
        kind: &'static Kind,
        name: Name<'m>,
        value: Piece<'m>,
        from: &mut impl Pieces<'m>,
        notation: Notation,
    ) {
        let place = name.property_of(kind).map(|PropertyId(place)| place);
        match place.and_then(|place| kind.properties.get(place).zip(self.slots.get_mut(place))) {
            Some((property, slot)) => {
                self.has_outputs |= value == Piece::Unknown;
                *slot = Slot::read(Shape::of(property), value, from, notation, false);
                self.has_faults |= slot.has_faults();
            }
            None => {
                from.rest_of(value);
                self.unknown_keys.push((name.text().to_string(), value == Piece::Null));
            }
        }
    }

    /// A property and what is known of it.
    #[must_use]
    pub fn slot(&self, id: PropertyId) -> Option<&Slot> {
        self.slots.get(id.0)
    }

    /// What is known at a place. `None` where there is no such place.
    #[must_use]
    pub fn slot_at(&self, place: PropertyPath<'_>) -> Option<&Slot> {
        let mut slot = self.slot(place.id)?;
        if let Some(index) = place.index {
            let State::List(items) = &slot.state else { return None };
            slot = items.get(index)?;
        }
        if let Some(key) = place.key {
            let State::Map(entries) = &slot.state else { return None };
            slot = entries.get(key)?;
        }
        Some(slot)
    }

    /// Replaces what is known at a place; a key that an object does not have is added.
    pub fn set(&mut self, place: PropertyPath<'_>, state: State) {
        self.conversions.retain(|conversion| conversion.path() != place);
        let Some(mut slot) = self.slots.get_mut(place.id.0) else { return };
        if let Some(index) = place.index {
            let State::List(items) = &mut slot.state else { return };
            let Some(item) = items.get_mut(index) else { return };
            slot = item;
        }
        if let Some(key) = place.key {
            let State::Map(entries) = &mut slot.state else { return };
            if !entries.contains_key(key) {
                entries.insert(key.to_string(), Slot::default());
            }
            let Some(entry) = entries.get_mut(key) else { return };
            slot = entry;
        }
        slot.state = state;
    }

    /// Visits every property and everything inside it, in the order of the table.
    pub fn walk<'a>(&'a self, visit: &mut dyn FnMut(PropertyPath<'a>, &'static Property, &'a Slot)) {
        for (id, property, slot) in self.properties() {
            let place = PropertyPath::from(id);
            visit(place, property, slot);
            slot.walk_keys(place, property, visit);
            let State::List(items) = &slot.state else { continue };
            for (index, item) in items.iter().enumerate() {
                visit(id.at(index), property, item);
                item.walk_keys(id.at(index), property, visit);
            }
        }
    }

    /// The references to other resources, with the property of each.
    pub fn references(&self) -> impl Iterator<Item = (&'static Property, &Reference)> {
        let may_hold_some = |state: &State| matches!(state, State::Reference(_) | State::List(_) | State::Map(_));
        self.properties().filter(move |(_, _, slot)| may_hold_some(&slot.state)).flat_map(|(_, property, slot)| {
            let items: &[Slot] = match &slot.state {
                State::List(items) => items,
                _ => std::slice::from_ref(slot),
            };
            items.iter().flat_map(move |item| {
                let keys = match &item.state {
                    State::Map(entries) => Some(entries.iter().map(|(_, slot)| slot)),
                    _ => None,
                };
                let references = std::iter::once(item).chain(keys.into_iter().flatten());
                references.filter_map(move |slot| match &slot.state {
                    State::Reference(reference) => Some((property, &**reference)),
                    _ => None,
                })
            })
        })
    }

    /// Visits what cannot be the value of its property, in the order of the table.
    pub fn walk_faults<'a>(&'a self, visit: &mut dyn FnMut(PropertyPath<'a>, &'static Property, &'a Fault)) {
        if !self.has_faults {
            return;
        }
        self.walk(&mut |place, property, slot| {
            if let State::Wrong(fault) = &slot.state {
                visit(place, property, fault);
            }
        });
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

/// Whether a text is short enough to be the name of a resource in reports.
#[must_use]
pub fn is_name(text: &str) -> bool {
    text.chars().nth(MAX_NAME).is_none()
}

/// What belongs at a place: the type of its value, and which values are secret by their nature.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    pub(super) value: ValueType,
    pub(super) secrecy: Secrecy,
}

impl Shape {
    pub(super) const fn of(property: &Property) -> Self {
        Self { value: property.value, secrecy: property.secrecy }
    }

    /// What belongs inside a list.
    pub(super) fn item(self) -> Self {
        Self { value: self.value.inside().unwrap_or(ValueType::Text), ..self }
    }

    /// What belongs under a key of an object.
    pub(super) fn under(self, key: &str) -> Self {
        let secrecy = match self.secrecy {
            Secrecy::SecretBut(keys) if keys.contains(&key) => Secrecy::Open,
            Secrecy::SecretBut(_) | Secrecy::Secret => Secrecy::Secret,
            Secrecy::Open => Secrecy::Open,
        };
        Self { value: ValueType::Text, secrecy }
    }
}

impl PropertyPath<'_> {
    /// The path in the args: `routes[1]`, `data.sink`, `cidrBlocks[0].address`. Of a configuration, the path in the
    /// document. It ends where something is secret as a whole: what is inside that is nobody's business.
    #[must_use]
    pub fn path(self, resource: &Resource) -> String {
        if let Origin::Configuration { paths, .. } = &resource.origin {
            return paths.get(self.id.0).cloned().unwrap_or_default();
        }
        let is_secret = |place: PropertyPath<'_>| resource.slot_at(place).is_some_and(|slot| slot.secret);
        let property = resource.kind.and_then(|kind| kind.properties.get(self.id.0));
        let mut path = property.map_or(String::new(), |property| property.name.to_string());
        if is_secret(self.property()) {
            return path;
        }
        // A single value that stands for a list has no places.
        if let Some(index) = self.index.filter(|_| resource.conversion(self.property()).is_none()) {
            path = format!("{path}[{index}]");
        }
        match self.key {
            Some(key) if self.index.is_none() || !is_secret(PropertyPath { key: None, ..self }) => join(&path, key),
            _ => path,
        }
    }
}

impl Slot {
    /// Reads the value that begins with a piece. `secret` says whether what it is in is marked as secret.
    fn read<'m>(
        shape: Shape,
        mut value: Piece<'m>,
        from: &mut impl Pieces<'m>,
        notation: Notation,
        mut secret: bool,
    ) -> Self {
        let mut first = None;
        // An object that is a marker has one entry.
        while matches!((value, notation), (Piece::Object(1), Notation::Document)) {
            let (name, inside) = (from.name(), from.piece());
            let state = match (name.text(), inside) {
                (REFERENCE, Piece::Text(name)) => {
                    State::Reference(Box::new(Reference { name: name.to_string(), found: OnceLock::new() }))
                }
                (UNKNOWN, Piece::Boolean(true)) => State::Unknown,
                (SECRET, Piece::Boolean(true)) => return Self { state: State::Unknown, secret: true },
                (SECRET, inside) => {
                    secret = true;
                    value = inside;
                    continue;
                }
                _ => {
                    first = Some((name, inside));
                    break;
                }
            };
            return Self { state, secret };
        }
        Self { state: State::read(shape, value, first, from, notation, secret), secret }
    }

    /// Whether its value, or anything inside it, must never be shown.
    #[must_use]
    pub fn holds_secret(&self) -> bool {
        self.secret
            || match &self.state {
                State::Hidden(_) => true,
                State::List(items) => items.iter().any(Self::holds_secret),
                State::Map(entries) => entries.iter().map(|(_, slot)| slot).any(Self::holds_secret),
                _ => false,
            }
    }

    fn has_faults(&self) -> bool {
        match &self.state {
            State::Wrong(_) => true,
            State::Number(number) => number.fract() != 0.0,
            State::List(items) => items.iter().any(Self::has_faults),
            State::Map(entries) => entries.iter().map(|(_, slot)| slot).any(Self::has_faults),
            _ => false,
        }
    }

    fn walk_keys<'a>(
        &'a self,
        place: PropertyPath<'a>,
        property: &'static Property,
        visit: &mut dyn FnMut(PropertyPath<'a>, &'static Property, &'a Self),
    ) {
        let State::Map(entries) = &self.state else { return };
        for (key, slot) in entries.iter() {
            visit(place.key(key), property, slot);
        }
    }
}

impl State {
    /// Whether nothing is given.
    #[must_use]
    pub const fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }

    /// Reads a value that is no marker. The first entry of an object may have been read already.
    fn read<'m>(
        shape: Shape,
        value: Piece<'m>,
        first: Option<(Name<'m>, Piece<'m>)>,
        from: &mut impl Pieces<'m>,
        notation: Notation,
        secret: bool,
    ) -> Self {
        let is_open = shape.secrecy == Secrecy::Open;
        match (shape.value, value) {
            (ValueType::Text, Piece::Text(text)) if is_open => Self::Text(text.into()),
            (ValueType::Text, Piece::Text(text)) => Self::Hidden(Hidden::new(text.to_string())),
            (ValueType::Integer, Piece::Number(number)) => Self::Number(number),
            (ValueType::Boolean, Piece::Boolean(boolean)) => Self::Boolean(boolean),
            (ValueType::TextList | ValueType::Entries(_), Piece::List(count)) => {
                let mut next = || {
                    let item = from.piece();
                    Slot::read(shape.item(), item, from, notation, secret)
                };
                Self::List((0..count).map(|_| next()).collect())
            }
            (ValueType::TextMap, Piece::Object(count)) => {
                let mut first = first;
                let mut next = || {
                    let (name, value) = first.take().unwrap_or_else(|| (from.name(), from.piece()));
                    (name.key(), Slot::read(shape.under(name.text()), value, from, notation, secret))
                };
                Self::Map(Entries::of((0..count).map(|_| next()).collect()))
            }
            (_, Piece::Unknown) => Self::Unknown,
            (_, Piece::Unusable(unusable)) => Self::Wrong(Fault::Unusable(unusable)),
            (_, other) => {
                match first {
                    Some((_, inside)) => from.rest_of(inside),
                    None => from.rest_of(other),
                };
                Self::Wrong(Fault::Type { found: other.described(), scalar: Scalar::of(other) })
            }
        }
    }
}
