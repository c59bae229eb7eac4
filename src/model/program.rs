//! A whole program: its resources, and how they refer to each other.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::kind::Kind;
use super::pieces::{Again, Pieces};
use super::raw::{Object, Raw};
use super::resource::{Notation, Reference, Resource};
use super::target::{ImportedPackage, Target};
use crate::catalogue::Catalogue;
use crate::collect;

/// What a document or a builder call says.
#[derive(Debug, Default)]
pub struct Program {
    /// The resources in their order.
    pub resources: Vec<Resource>,
    /// Whether it is a whole program: not one call of a builder, nor a document that says it is only a part.
    pub is_whole: bool,
    /// The npm packages that the program imports its resources from.
    pub packages: Vec<ImportedPackage>,
    /// The configuration of the stack, by key, as far as the document has it.
    pub configuration: Option<Object>,
    /// Environment variables, as far as the document has them.
    pub variables: Option<Object>,
    /// The target that the document names.
    pub target: Option<Target>,
    /// The environment that the document names.
    pub environment: Option<String>,
    /// What is wrong with the document itself.
    pub faults: Vec<DocumentFault>,
    /// The places of the resources of a document, by name and kind, and of one name and kind in their order.
    by_name: Vec<usize>,
    /// The places of the resources of each kind: those that are only read, and those of the program, each in their order.
    by_kind: BTreeMap<String, Vec<usize>>,
    /// The kinds that there are, a bit each.
    kinds: u16,
}

/// Something wrong with a document rather than with a resource.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentFault {
    /// Where, as a path in the document.
    pub path: String,
    /// What.
    pub problem: DocumentProblem,
}

/// What is wrong with a document.
#[derive(Clone, Debug, PartialEq)]
pub enum DocumentProblem {
    /// Something else is expected here. Says what, and what is there.
    Type {
        /// What belongs here.
        expected: &'static str,
        /// What is here, as the end of a sentence that begins "is".
        found: &'static str,
    },
    /// A key that is required is not there.
    Missing(&'static str),
    /// A key that nothing reads.
    UnknownKey {
        /// The key.
        key: String,
        /// The keys that are read here.
        known: &'static [&'static str],
    },
    /// A property that the kind of a resource does not have.
    UnknownProperty {
        /// The property.
        name: String,
        /// The properties that the kind has.
        known: Vec<&'static str>,
    },
    /// A kind that neither package has.
    UnknownKind(String),
    /// A word about the state of a resource that is none.
    UnknownState(String),
    /// A target that is no target.
    UnknownTarget(String),
    /// No version of the target is in both of these constraints.
    NoVersion(String, String),
    /// A second resource of the same kind and name.
    Duplicate {
        /// The kind of both.
        kind: String,
        /// The name of both.
        name: String,
    },
}

impl Program {
    /// Takes the values that the provider of a target gets for those that are written.
    pub fn settle(&mut self, target: &Target) {
        self.resources.iter_mut().for_each(|resource| resource.settle(target));
    }

    /// Whether the environment switches off the validation of the provider: with any value but an empty one.
    #[must_use]
    pub fn bypasses_validation(&self, catalogue: &Catalogue) -> bool {
        let variable = catalogue.provider_setting("bypassValidation").map(|row| row.environment_variable.as_str());
        let value = variable.and_then(|variable| self.variables.as_ref()?.get(variable));
        matches!(value, Some(Raw::Text(text)) if !text.is_empty())
    }

    /// A program of one resource, as a builder sees it.
    #[must_use]
    pub fn of_call<'m>(kind: &'static Kind, from: &mut impl Pieces<'m>, notation: Notation) -> Self {
        let mut program = Self::default();
        program.push(Resource::new(0, kind, None, (from.piece(), from), notation));
        program
    }

    /// As [`Program::of_call`], of args that have been read before.
    #[must_use]
    pub fn of_args(kind: &'static Kind, args: &Raw, notation: Notation) -> Self {
        Self::of_call(kind, &mut Again::of(args), notation)
    }

    /// Adds a resource.
    pub(super) fn push(&mut self, resource: Resource) {
        self.kinds |= resource.kind.map_or(0, |kind| kind.id.bit());
        self.resources.push(resource);
    }

    /// Notes names and kinds, so that references are found fast. Of a document only: the one resource of a call is looked at
    /// itself.
    pub(super) fn index(&mut self) {
        let resources = &self.resources;
        self.by_name = collect::order(resources.len(), &mut |a, b| match (resources.get(a), resources.get(b)) {
            (Some(a), Some(b)) => (&a.name, &a.kind_name).cmp(&(&b.name, &b.kind_name)),
            _ => Ordering::Equal,
        });
        // Of two that are in each other's way, rules report the later one: of what is only read, nothing is reported.
        let (read, managed): (Vec<&Resource>, Vec<&Resource>) = resources.iter().partition(|one| one.is_read());
        for resource in read.into_iter().chain(managed) {
            match self.by_kind.get_mut(resource.kind_name.as_ref()) {
                Some(places) => places.push(resource.index),
                None => drop(self.by_kind.insert(resource.kind_name.to_string(), vec![resource.index])),
            }
        }
    }

    /// The resources that have the kind and name of one before them, in their order.
    pub(super) fn duplicates(&self) -> Vec<usize> {
        let named = |place: &usize| self.resources.get(*place).map(|resource| (&resource.kind_name, &resource.name));
        let pairs = self.by_name.iter().zip(self.by_name.iter().skip(1));
        let again = pairs.filter(|(before, place)| named(before) == named(place)).map(|(_, place)| *place);
        collect::set(again).into_iter().collect()
    }

    /// The resources that others can refer to and that are not indexed: a configuration is no resource.
    fn unindexed(&self) -> impl Iterator<Item = &Resource> {
        let all = if self.by_name.is_empty() { self.resources.as_slice() } else { &[] };
        all.iter().filter(|resource| !resource.is_configuration())
    }

    /// The places of all resources of a name, whatever their kinds.
    pub(crate) fn all_named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = usize> + 'a {
        let of = |place: &usize| self.resources.get(*place).map_or("", |resource| resource.name.as_str());
        let first = self.by_name.partition_point(|place| of(place) < name);
        let indexed = self.by_name.iter().skip(first).copied().take_while(move |place| of(place) == name);
        self.unindexed().filter(move |resource| resource.name == name).map(|resource| resource.index).chain(indexed)
    }

    /// The first resource of a name, whatever its kind.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&Resource> {
        self.resources.get(self.all_named(name).min()?)
    }

    /// The first resource of a kind and a name.
    #[must_use]
    pub fn find(&self, kind: &str, name: &str) -> Option<&Resource> {
        let indexed = || {
            let of =
                |place: &usize| self.resources.get(*place).map(|other| (other.name.as_str(), other.kind_name.as_ref()));
            let first = self.by_name.partition_point(|place| of(place) < Some((name, kind)));
            let found = self.resources.get(*self.by_name.get(first)?)?;
            (found.name == name && found.kind_name == kind).then_some(found)
        };
        self.unindexed().find(|resource| resource.kind_name == kind && resource.name == name).or_else(indexed)
    }

    /// The resource that a reference to this kind names.
    #[must_use]
    pub fn referred(&self, kind: &str, reference: &Reference) -> Option<&Resource> {
        let look_up = || self.find(kind, &reference.name).map(|resource| resource.index);
        self.resources.get((*reference.found.get_or_init(look_up))?)
    }

    /// Whether there is anything of these kinds, a bit each, the configuration of the stack included.
    pub(crate) const fn has_any(&self, kinds: u16) -> bool {
        self.kinds & kinds != 0
    }

    /// The resources of a kind: those that are only read, then those of the program, each in their order.
    pub fn of_kind<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Resource> {
        let indexed = self.by_kind.get(kind).map_or(&[][..], Vec::as_slice);
        let unindexed = self.unindexed().filter(move |resource| resource.kind_name == kind);
        unindexed.chain(indexed.iter().filter_map(|place| self.resources.get(*place)))
    }
}
