//! Rows about how a program reaches the service, and what it connects to.

use serde::{Deserialize, Serialize};

use super::{Cloud, Confidence, List, Text};

/// A feature that not every provider package and version has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum FeatureId {
    /// Access lists, and with them `publicAccess` and `aclId`.
    AccessLists,
    /// Disks of type `gp2` pass the provider's own check.
    Gp2Disks,
    /// A change of `projectionLevel` keeps the cluster.
    ProjectionLevelInPlace,
    /// The resource ManagedClusterReplicaset.
    ReplicaSets,
    /// A change of `instanceType` keeps the cluster for certain.
    ResizeInPlace,
    /// Service accounts: `clientSecret` and `identityKitUrl`.
    ServiceAccounts,
}

/// The versions of one target that have a feature.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Availability {
    /// The target, as in the option `target` without its version.
    pub target: Text,
    /// First version that has it. Nothing: all of them, from the first on.
    pub since: Option<Text>,
    /// First later version that no longer has it.
    pub before: Option<Text>,
}

/// Which targets have a feature. A target that is not listed never has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Feature {
    /// Which feature.
    pub id: FeatureId,
    /// What it is, in words.
    pub about: Text,
    /// The targets that have it.
    pub available: List<Availability>,
    /// How sure.
    pub confidence: Confidence,
    /// Where this is read.
    pub source: List<Text>,
}

/// One setting of the provider.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProviderSetting {
    /// Name of the property.
    pub id: Text,
    /// Environment variable that is read if the configuration does not have it.
    pub environment_variable: Text,
    /// What is used if nothing is given.
    pub default: Option<Text>,
    /// What to pass to an explicit provider for the default, where that is possible.
    pub neutral: Option<Text>,
    /// Whether the constructor of an explicit provider requires it.
    pub required_of_explicit: bool,
    /// How sure.
    pub confidence: Confidence,
    /// Where this is read.
    pub source: List<Text>,
}

/// One key of a sink.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SinkKey {
    /// Its name in `data`.
    pub name: Text,
    /// Whether its value is a credential.
    pub secret: bool,
}

/// A service that integrations send to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Sink {
    /// Its name in `data.sink`; case matters.
    pub id: Text,
    /// The keys that it requires.
    pub keys: List<SinkKey>,
    /// What can be sent to it.
    pub sources: List<Text>,
    /// Those of them on which the sources disagree.
    pub doubtful_sources: List<Text>,
    /// Whether the documentation describes it, not only the API.
    pub documented: bool,
    /// The kind of resource to use for it.
    pub resource: Text,
    /// What its vendor announced about its end.
    pub retired: Option<Text>,
    /// How sure.
    pub confidence: Confidence,
    /// Where this is read.
    pub source: List<Text>,
}

/// A key of `data` in snake case that the provider translates. Every other key is sent as it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SinkKeySpelling {
    /// As written.
    pub id: Text,
    /// As sent.
    pub key: Text,
    /// How sure.
    pub confidence: Confidence,
    /// Where this is read.
    pub source: List<Text>,
}

/// The shape of an identifier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IdentifierShape {
    /// Which identifier.
    pub id: Text,
    /// The cloud that it belongs to, if it is one of a cloud.
    pub cloud: Option<Cloud>,
    /// What it looks like.
    pub shape: Text,
    /// An example.
    pub example: Text,
    /// How sure.
    pub confidence: Confidence,
    /// Where this is read.
    pub source: List<Text>,
}

/// The other side of a peering in one cloud.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PeerSide {
    /// The cloud.
    pub cloud: Cloud,
    /// Identifier that `peerAccountId` is, by its id in the identifier shapes.
    pub account: Text,
    /// Identifier that `peerNetworkId` is.
    pub network: Text,
    /// Types of the resource that the other side needs, as their Pulumi tokens end; one for each package that has it.
    pub counterparts: List<Text>,
    /// Keys of `providerMetadata`.
    pub metadata_keys: List<Text>,
    /// Application of the service that must be given a role first.
    pub application_id: Option<Text>,
    /// How sure.
    pub confidence: Confidence,
    /// Where this is read.
    pub source: List<Text>,
}

pub(super) mod variants {
    pub use super::FeatureId::*;
}

/// The tables of these rows, as in `mod.rs`.
macro_rules! access_tables {
    ($then:ident { $($before:tt)* }) => {
        $then! {
            $($before)*
            /// Features that not every target has.
            features: Feature,
            /// Settings of the provider.
            provider_settings: ProviderSetting,
            /// Services that integrations send to.
            sinks: Sink,
            /// Keys of integrations that the provider translates.
            sink_key_spellings: SinkKeySpelling,
            /// Shapes of identifiers.
            identifier_shapes: IdentifierShape,
            /// The other side of a peering in each cloud.
            peer_sides: PeerSide,
        }
    };
}
pub(crate) use access_tables;
