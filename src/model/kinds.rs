//! All kinds of resources, and how documents name them.

use super::kind::Kind;
use super::target::Provider;
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
