//! The facts that anyone may ask for.

use serde::{Serialize, Serializer};

use super::answer::Answer;
use super::codec::Values;
use crate::catalogue::Catalogue;
use crate::model::facts::KindMeta;
use crate::model::kind::Kind;
use crate::model::kinds::{KINDS, WrittenKind};
use crate::model::settings::Settings;
use crate::rules::{self, RuleMeta};

/// What is asked rarely, and takes no value of the caller's but a text: `wasm.rs` answers in JavaScript's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Fact {
    /// [`rules()`]
    Rules,
    /// [`kinds`]
    Kinds,
    /// [`kind_of`] a text.
    KindOf,
}

impl Fact {
    /// All, in the order of their numbers.
    pub const ALL: [Self; 3] = [Self::Rules, Self::Kinds, Self::KindOf];
}

/// The facts about the cloud, as they are shown.
pub(super) struct Shown(Catalogue);

impl Serialize for Shown {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.snapshot().serialize(serializer)
    }
}

pub(super) fn catalogue(values: &mut Values<'_>) -> Answer<Shown> {
    let settings = Settings::read(&values.whole()?, rules::codes)?;
    Ok(Some(Shown(settings.catalogue)))
}

/// The facts of every rule.
#[must_use]
pub fn rules() -> Vec<&'static RuleMeta> {
    rules::all().collect()
}

/// The facts of every kind of resource.
#[must_use]
pub fn kinds() -> [KindMeta; KINDS.len()] {
    KINDS.map(Kind::meta)
}

/// The kind that a document's `kind` stands for, which may be a type token; nothing for a resource of another provider.
#[must_use]
pub fn kind_of(kind: &str) -> Option<&'static str> {
    match WrittenKind::read(kind) {
        WrittenKind::Modelled(kind, _) => Some(kind.name),
        WrittenKind::Foreign | WrittenKind::Unknown => None,
    }
}
