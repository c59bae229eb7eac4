//! A whole program: its resources, and how they refer to each other.

use std::collections::BTreeMap;

use super::kind::Kind;
use super::raw::Raw;
use super::resource::{Notation, Resource};
use super::target::Target;
use super::{managed_cluster, network, project, scheduled_backup};

/// The kinds that are modelled, in the order of their creation.
pub static KINDS: [&Kind; 4] = [&project::KIND, &network::KIND, &managed_cluster::KIND, &scheduled_backup::KIND];

/// Kinds of the provider packages whose args are not looked at yet.
const OPAQUE_KINDS: [&str; 6] = [
    "Acl",
    "Peering",
    "ManagedClusterReplicaset",
    "Integration",
    "AWSCloudWatchLogsIntegration",
    "AWSCloudWatchMetricsIntegration",
];

/// What a document or a builder call says.
#[derive(Debug, Default)]
pub struct Program {
    /// The resources in their order.
    pub resources: Vec<Resource>,
    /// The npm packages that the program imports its resources from.
    pub packages: Vec<String>,
    /// The target that the document names.
    pub target: Option<Target>,
    /// The environment that the document names.
    pub environment: Option<String>,
    /// What is wrong with the document itself.
    pub faults: Vec<DocumentFault>,
    /// The first resource of each name.
    by_name: BTreeMap<String, usize>,
    by_kind: BTreeMap<String, OfKind>,
}

/// The resources of one kind: all in their order, and the first of each name.
#[derive(Debug, Default)]
struct OfKind {
    all: Vec<usize>,
    by_name: BTreeMap<String, usize>,
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
    /// A kind that neither package has.
    UnknownKind(String),
    /// A target that is no target.
    UnknownTarget(String),
    /// A second resource of the same kind and name.
    Duplicate {
        /// The kind of both.
        kind: String,
        /// The name of both.
        name: String,
    },
}

/// A kind as written in a document.
#[derive(Debug)]
pub enum WrittenKind {
    /// One that is modelled.
    Modelled(&'static Kind),
    /// One of the provider packages that is not modelled.
    Opaque(&'static str),
    /// A resource of another provider.
    Foreign,
    /// Nothing known.
    Unknown,
}

impl WrittenKind {
    /// Reads `Network`, `eventstorecloud:index/network:Network` or the same of `kurrentcloud`.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let name = match text.split_once(':') {
            Some(("eventstorecloud" | "kurrentcloud", rest)) => rest.rsplit_once(':').map_or(rest, |(_, name)| name),
            Some(_) => return Self::Foreign,
            None => text,
        };
        if let Some(kind) = KINDS.iter().find(|kind| kind.name == name) {
            return Self::Modelled(kind);
        }
        OPAQUE_KINDS.iter().find(|kind| **kind == name).map_or(Self::Unknown, |kind| Self::Opaque(kind))
    }
}

/// The names of all kinds of the provider packages.
pub fn kind_names() -> impl Iterator<Item = &'static str> {
    KINDS.iter().map(|kind| kind.name).chain(OPAQUE_KINDS)
}

impl Program {
    /// A program of one resource, as a builder sees it.
    #[must_use]
    pub fn of_call(kind: &'static Kind, name: Option<String>, args: Raw) -> Self {
        let mut program = Self::default();
        program.push(Resource::new(0, kind, name.unwrap_or_default(), args, Notation::Call));
        program
    }

    /// Adds a resource and notes its name for references.
    pub(super) fn push(&mut self, resource: Resource) {
        let index = self.resources.len();
        self.by_name.entry(resource.name.clone()).or_insert(index);
        let of_kind = self.by_kind.entry(resource.kind_name.clone()).or_default();
        of_kind.all.push(index);
        of_kind.by_name.entry(resource.name.clone()).or_insert(index);
        self.resources.push(resource);
    }

    /// The first resource of a name, whatever its kind.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&Resource> {
        self.resources.get(*self.by_name.get(name)?)
    }

    /// The first resource of a kind and a name.
    #[must_use]
    pub fn find(&self, kind: &str, name: &str) -> Option<&Resource> {
        self.resources.get(*self.by_kind.get(kind)?.by_name.get(name)?)
    }

    /// The resources of a kind, in their order.
    pub fn of_kind(&self, kind: &str) -> impl Iterator<Item = &Resource> {
        let indices = self.by_kind.get(kind).map_or(&[][..], |of_kind| &of_kind.all);
        indices.iter().filter_map(|index| self.resources.get(*index))
    }
}
