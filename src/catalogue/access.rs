//! Questions about how a program reaches the service, and what it connects to.

use super::Catalogue;
use super::provider_facts::known_versions;
use super::rows::{
    Availability, Cloud, Feature, FeatureId, IdentifierShape, Limit, LimitId, MilestoneId, PeerSide, ProviderSetting,
    ReplicaLimits, ServerMilestone, Sink, SinkKeySpelling, Text, UpgradePath,
};
use crate::value::server_version::{Line, ServerVersion};
use crate::value::version::{Among, Version};

/// Whether a version of a target has a feature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Support {
    /// It has it.
    Yes,
    /// Versions from this one on have it.
    From(&'static str),
    /// Versions before this one have it.
    Before(&'static str),
    /// No version has it.
    Never,
    /// The version is not known, and the known ones before and after it differ.
    Unknown,
}

impl Catalogue {
    /// Whether a version of a target has a feature. `target` is as in the option of that name, without the version.
    #[must_use]
    pub fn support(&self, feature: FeatureId, target: &str, version: Version) -> Support {
        let row = self.rows::<Feature>().find(|row| row.id == feature);
        let versions = row.and_then(|row| row.available.iter().find(|versions| versions.target.as_str() == target));
        let Some(versions) = versions else { return Support::Never };
        let since = versions.since.as_ref().map(Text::as_str);
        let before = versions.before.as_ref().map(Text::as_str);
        let limit = |text: &str| Version::parse(text);
        let known = known_versions(target);
        // A limit is the first known version with or without it: what is right before it and not known may have it or not.
        let is_before = |text: &str| match version.among(&known) {
            Among::Between(_, next) => known.get(next).copied() == limit(text),
            _ => false,
        };
        match (since, before) {
            (None, _) if version.among(&known) == Among::Older => Support::Unknown,
            (Some(limit), _) | (_, Some(limit)) if is_before(limit) => Support::Unknown,
            (Some(since), _) if limit(since).is_some_and(|since| version < since) => Support::From(since),
            (_, Some(before)) if limit(before).is_some_and(|before| version >= before) => Support::Before(before),
            _ => Support::Yes,
        }
    }

    /// The targets that have a feature in some version.
    pub fn targets_with(&self, feature: FeatureId) -> impl Iterator<Item = &'static Availability> {
        let row = self.rows::<Feature>().find(move |row| row.id == feature);
        row.into_iter().flat_map(|row| row.available.iter())
    }

    /// A setting of the provider by the name of its property.
    #[must_use]
    pub fn provider_setting(&self, property: &str) -> Option<&'static ProviderSetting> {
        self.rows::<ProviderSetting>().find(|row| row.id.as_str() == property)
    }

    /// The sinks of integrations.
    pub fn sinks(&self) -> impl Iterator<Item = &'static Sink> {
        self.rows()
    }

    /// A sink by its exact name.
    #[must_use]
    pub fn sink(&self, name: &str) -> Option<&'static Sink> {
        self.sinks().find(|row| row.id.as_str() == name)
    }

    /// A sink by its name in any case.
    #[must_use]
    pub fn sink_in_any_case(&self, name: &str) -> Option<&'static Sink> {
        self.sinks().find(|row| row.id.as_str().eq_ignore_ascii_case(name))
    }

    /// The keys of integrations that the provider translates.
    pub fn sink_key_spellings(&self) -> impl Iterator<Item = &'static SinkKeySpelling> {
        self.rows()
    }

    /// The shape of an identifier, by the id of its row.
    #[must_use]
    pub fn identifier_shape(&self, id: &str) -> Option<&'static IdentifierShape> {
        self.rows::<IdentifierShape>().find(|row| row.id.as_str() == id)
    }

    /// The other side of a peering in a cloud.
    #[must_use]
    pub fn peer_side(&self, cloud: Cloud) -> Option<&'static PeerSide> {
        self.rows::<PeerSide>().find(|row| row.cloud == cloud)
    }

    /// Direct upgrades, by the line to reach.
    pub fn upgrade_paths(&self) -> impl Iterator<Item = &'static UpgradePath> {
        self.rows()
    }

    /// The lines from which a cluster goes directly to a line.
    pub fn upgrade_sources(&self, to: Line) -> impl Iterator<Item = Line> {
        let rows = self.upgrade_paths().filter(move |row| ServerVersion::parse_line(row.to.as_str()) == Some(to));
        rows.flat_map(|row| row.from.iter()).filter_map(|from| ServerVersion::parse_line(from.as_str()))
    }

    /// The line, and the patch where one is named, from which on the server behaves in another way.
    #[must_use]
    pub fn milestone(&self, id: MilestoneId) -> Option<(Line, Option<u32>)> {
        let row = self.rows::<ServerMilestone>().find(|row| row.id == id)?;
        let version = row.version.as_str();
        Some((ServerVersion::parse(version)?.line(), ServerVersion::parse_patch(version)))
    }

    /// A limit of the service.
    #[must_use]
    pub fn limit(&self, id: LimitId) -> Option<&'static Limit> {
        self.rows::<Limit>().find(|row| row.id == id)
    }

    /// Limits of replica sets.
    #[must_use]
    pub fn replica_limits(&self) -> Option<&'static ReplicaLimits> {
        self.rows().next()
    }
}

impl PeerSide {
    /// The type of the resource that the other side needs, as it is named first.
    #[must_use]
    pub fn counterpart(&self) -> &str {
        self.counterparts.iter().next().map_or("", |name| name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_have_a_beginning_and_an_end() {
        let facts = Catalogue::default();
        let of = |feature, target, version| facts.support(feature, target, Version::parse(version).unwrap());
        for (feature, target, version, expected) in [
            (FeatureId::AccessLists, "eventstorecloud", "0.2.20", Support::Yes),
            (FeatureId::AccessLists, "eventstorecloud", "0.2.7", Support::From("0.2.17")),
            (FeatureId::AccessLists, "eventstorecloud", "0.2.16", Support::Unknown),
            (FeatureId::ResizeInPlace, "eventstorecloud", "0.2.11", Support::From("0.2.12")),
            (FeatureId::ResizeInPlace, "eventstore/eventstorecloud", "1.5.28", Support::Yes),
            (FeatureId::ResizeInPlace, "eventstore/eventstorecloud", "0.9.0", Support::From("1.5.28")),
            (FeatureId::Gp2Disks, "eventstore/eventstorecloud", "0.9.0", Support::Unknown),
            (FeatureId::Gp2Disks, "kurrent-io/kurrentcloud", "2.1.2", Support::Unknown),
            (FeatureId::ReplicaSets, "eventstorecloud", "0.2.x", Support::Never),
            (FeatureId::ReplicaSets, "kurrent-io/kurrentcloud", "2.0.9", Support::From("2.1.0")),
            (FeatureId::Gp2Disks, "kurrent-io/kurrentcloud", "2.1.1", Support::Yes),
            (FeatureId::Gp2Disks, "kurrent-io/kurrentcloud", "3.1.0", Support::Before("3.1.0")),
            (FeatureId::Gp2Disks, "kurrentcloud", "0.3.0", Support::Before("0.3.0")),
        ] {
            assert_eq!(of(feature, target, version), expected, "{feature:?} {target}@{version}");
        }
    }
}
