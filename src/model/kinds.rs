//! All kinds of resources, and how documents name them.

use super::kind::{Kind, KindId, all_kinds};
use super::provider;
use super::target::Provider;

macro_rules! tables {
    ($($kind:ident: $module:ident,)+) => {
        /// All kinds of the provider packages, in the order of their creation.
        pub static KINDS: [&Kind; KindId::ALL.len()] = [$(&super::$module::KIND,)+];
    };
}
all_kinds!(tables);

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_listed_under_their_names() {
        assert!(KINDS.iter().map(|kind| kind.id).eq(KindId::ALL));
        for kind in KINDS {
            assert_eq!(kind.name, format!("{:?}", kind.id));
            for property in kind.properties {
                // References go to kinds that are created before.
                let is_before = |name| KINDS.iter().any(|other| other.name == name && other.id < kind.id);
                assert!(property.refers_to.is_none_or(is_before), "{}.{}", kind.name, property.name);
            }
        }
    }
}
