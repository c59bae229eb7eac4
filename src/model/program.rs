//! A whole program: its resources, and how they refer to each other.

use std::collections::BTreeMap;

use super::kind::Kind;
use super::object::Object;
use super::resource::{Args, Notation, Resource};
use super::target::{ImportedPackage, Provider, Target};
use super::{
    acl, cloudwatch_logs, cloudwatch_metrics, integration, managed_cluster, network, peering, project, provider,
    replicaset, scheduled_backup,
};

/// All kinds of the provider packages, in the order of their creation.
pub static KINDS: [&Kind; 11] = [
    &provider::KIND,
    &project::KIND,
    &network::KIND,
    &acl::KIND,
    &peering::KIND,
    &managed_cluster::KIND,
    &replicaset::KIND,
    &scheduled_backup::KIND,
    &integration::KIND,
    &cloudwatch_logs::KIND,
    &cloudwatch_metrics::KIND,
];

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
    /// The first resource of each name. Filled, as `by_kind`, when there are more than [`FEW`] resources.
    by_name: BTreeMap<String, usize>,
    by_kind: BTreeMap<String, OfKind>,
    /// The kinds that there are, a bit each.
    kinds: u16,
}

/// Up to this many resources are looked through one by one: that is faster than making an index of them.
const FEW: usize = 4;

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
    /// One of the provider packages; with the namespace of the package, where it is written as a token.
    Modelled(&'static Kind, Option<&'static str>),
    /// A resource of another provider.
    Foreign,
    /// Nothing known.
    Unknown,
}

impl WrittenKind {
    /// Reads `Network`, `eventstorecloud:index/network:Network` or the same of `kurrentcloud`; an explicit provider is
    /// `Provider` or `pulumi:providers:kurrentcloud`.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let namespace = |name: &str| Provider::ALL.map(Provider::namespace).into_iter().find(|known| *known == name);
        let (name, namespace) = match text.split_once(':') {
            Some(("pulumi", rest)) => match rest.strip_prefix("providers:").and_then(namespace) {
                Some(known) => (provider::KIND.name, Some(known)),
                None => return Self::Foreign,
            },
            Some((package, rest)) => match namespace(package) {
                Some(known) => (rest.rsplit_once(':').map_or(rest, |(_, name)| name), Some(known)),
                None => return Self::Foreign,
            },
            None => (text, None),
        };
        KINDS.iter().find(|kind| kind.name == name).map_or(Self::Unknown, |kind| Self::Modelled(kind, namespace))
    }
}

/// The names of all kinds of the provider packages.
pub fn kind_names() -> impl Iterator<Item = &'static str> {
    KINDS.iter().map(|kind| kind.name)
}

impl Program {
    /// A program of one resource without a name, as a builder sees it.
    #[must_use]
    pub fn of_call(kind: &'static Kind, args: Args<'_, '_>, notation: Notation) -> Self {
        let mut program = Self::default();
        program.push(Resource::new(0, kind, String::new(), args, notation));
        program
    }

    /// Adds a resource and notes its name for references. A configuration is no resource, so nothing can refer to it.
    pub(super) fn push(&mut self, resource: Resource) {
        let last = self.resources.len();
        self.kinds |= resource.kind.map_or(0, |kind| kind.id.bit());
        self.resources.push(resource);
        match last {
            0..FEW => {}
            FEW => (0..=FEW).for_each(|index| self.index(index)),
            _ => self.index(last),
        }
    }

    fn index(&mut self, index: usize) {
        let Some(resource) = self.resources.get(index).filter(|resource| !resource.is_configuration()) else { return };
        self.by_name.entry(resource.name.clone()).or_insert(index);
        let of_kind = self.by_kind.entry(resource.kind_name.clone()).or_default();
        of_kind.all.push(index);
        of_kind.by_name.entry(resource.name.clone()).or_insert(index);
    }

    /// The resources that others can refer to, as long as they are few enough to be looked through.
    fn few(&self) -> impl Iterator<Item = &Resource> {
        let few = if self.resources.len() > FEW { &[] } else { self.resources.as_slice() };
        few.iter().filter(|resource| !resource.is_configuration())
    }

    /// The first resource of a name, whatever its kind.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&Resource> {
        let indexed = || self.resources.get(*self.by_name.get(name)?);
        self.few().find(|resource| resource.name == name).or_else(indexed)
    }

    /// The first resource of a kind and a name.
    #[must_use]
    pub fn find(&self, kind: &str, name: &str) -> Option<&Resource> {
        let indexed = || self.resources.get(*self.by_kind.get(kind)?.by_name.get(name)?);
        self.few().find(|resource| resource.kind_name == kind && resource.name == name).or_else(indexed)
    }

    /// Whether there is anything of these kinds, a bit each, the configuration of the stack included.
    pub(crate) const fn has_any(&self, kinds: u16) -> bool {
        self.kinds & kinds != 0
    }

    /// The resources of a kind, in their order.
    pub fn of_kind<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Resource> {
        let indices = self.by_kind.get(kind).map_or(&[][..], |of_kind| &of_kind.all);
        let few = self.few().filter(move |resource| resource.kind_name == kind);
        few.chain(indices.iter().filter_map(|index| self.resources.get(*index)))
    }
}
