//! A value is read once for each resource: what it is, and what is wrong with it.
//!
//! A reading notes on the way which unknown values it needed and which secrets it saw; whoever asks for it takes these
//! notes over, as if it had read the value itself.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use crate::model::path::PropertyPath;
use crate::model::resource::Resource;

/// What one property is.
#[derive(Debug)]
pub struct Reading<T, F> {
    /// The value that is meant, if that is clear, whatever else is wrong with it.
    pub value: Option<T>,
    /// What is wrong with it, most important first. Only the first fault is reported that a rule reports at all: a rule that
    /// is off hides nothing.
    pub faults: Vec<F>,
}

impl<T, F> Reading<T, F> {
    /// Nothing that can be said anything about.
    pub const NOTHING: Self = Self { value: None, faults: Vec::new() };

    /// A value without a fault.
    pub const fn good(value: T) -> Self {
        Self { value: Some(value), faults: Vec::new() }
    }

    /// A fault, and no value.
    pub fn bad(fault: F) -> Self {
        Self { value: None, faults: vec![fault] }
    }

    /// The value, if nothing is wrong with it.
    pub const fn sound(&self) -> Option<&T> {
        if self.faults.is_empty() { self.value.as_ref() } else { None }
    }

    /// The same of another value.
    pub fn map<U>(self, value: impl FnOnce(T) -> U) -> Reading<U, F> {
        Reading { value: self.value.map(value), faults: self.faults }
    }

    /// A value with the faults that there are.
    pub fn with<const N: usize>(value: T, faults: [Option<F>; N]) -> Self {
        let mut found = Vec::new();
        for fault in faults.into_iter().flatten() {
            found.push(fault);
        }
        Self { value: Some(value), faults: found }
    }
}

impl<T, F> Reading<T, F> {
    /// Whether nothing is wrong with it.
    pub(super) const fn is_faultless(&self) -> bool {
        self.faults.is_empty()
    }

    /// How much is wrong with it.
    pub(super) const fn counts(&self) -> [(Option<usize>, usize); 1] {
        [(None, self.faults.len())]
    }

    /// One of its faults.
    pub(super) fn fault(&self, _: Option<usize>, place: usize) -> Option<&F> {
        self.faults.get(place)
    }
}

/// What the items of a list are.
#[derive(Debug)]
pub struct Items<T, F>(pub Vec<Reading<T, F>>);

impl<T, F> Items<T, F> {
    /// Nothing that can be said anything about.
    pub const NOTHING: Self = Self(Vec::new());

    /// Faults, and no values.
    pub fn bad(faults: impl Iterator<Item = F>) -> Self {
        Self(faults.map(Reading::bad).collect())
    }

    /// The values, as far as they are clear, whatever else is wrong with them.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.0.iter().filter_map(|item| item.value.as_ref())
    }

    /// What else is wrong with the values of its items, whatever is wrong with the items themselves.
    pub fn judged<G>(&self, judge: impl Fn(&T) -> Option<G>) -> Items<(), G> {
        if self.values().all(|value| judge(value).is_none()) {
            return Items::NOTHING;
        }
        Items(self.0.iter().map(|item| Reading::with((), [item.value.as_ref().and_then(&judge)])).collect())
    }

    /// Whether nothing is wrong with any.
    pub(super) fn is_faultless(&self) -> bool {
        self.0.iter().all(Reading::is_faultless)
    }

    /// How much is wrong with each.
    pub(super) fn counts(&self) -> Vec<(Option<usize>, usize)> {
        self.0.iter().enumerate().map(|(place, item)| (Some(place), item.faults.len())).collect()
    }

    /// One of the faults of an item.
    pub(super) fn fault(&self, item: Option<usize>, place: usize) -> Option<&F> {
        self.0.get(item?)?.faults.get(place)
    }
}

/// What a rule, or a reading, has looked at.
#[derive(Clone, Debug, Default)]
pub(super) struct Notes<'a> {
    /// The resources, by index, of which a secret value was read.
    pub secrets: BTreeSet<usize>,
    /// The unknown values that were read.
    pub deferred: Vec<(&'a Resource, PropertyPath<'a>)>,
}

impl<'a> Notes<'a> {
    /// Whether nothing was noted.
    pub fn is_empty(&self) -> bool {
        self.secrets.is_empty() && self.deferred.is_empty()
    }

    /// Takes other notes over.
    pub fn extend(&mut self, other: &Self) {
        self.secrets.extend(&other.secrets);
        self.deferred.extend(&other.deferred);
    }
}

/// A reading once it has been made, with its notes, if there are any.
pub(super) type Once<'a, R> = OnceCell<(R, Option<Box<Notes<'a>>>)>;
