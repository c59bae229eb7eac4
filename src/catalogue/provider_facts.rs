//! What the provider of a version does with each property: measured, and the same for all who ask.
//!
//! `data/provider_facts.json` says since which version of the Terraform provider each fact holds; a Pulumi package has those
//! of the provider that it was built on.

use super::rows::Range;
use crate::value::version::{Among, Version};

/// What a provider does with a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Who gives it.
    pub given_by: GivenBy,
    /// Whether a change of it replaces the resource.
    pub replaces: bool,
    /// Whether it is a list without order.
    pub is_set: bool,
    /// What holds while it is left out.
    pub default: Default,
    /// Whether the provider writes all letters small before it compares.
    pub lower_cased: bool,
    /// Whether it comes back in lower case from the service, and is compared as it is written.
    pub stored_lower: bool,
}

/// Who gives the value of a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GivenBy {
    /// The program must.
    Required,
    /// The program may.
    Optional,
    /// The program may, else the service does.
    OptionalComputed,
    /// Only the service does.
    Computed,
}

/// What holds while a property is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Default {
    /// Nothing is known to.
    Nothing,
    /// `false`.
    False,
    /// This text.
    Text(&'static str),
}

/// What a property may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limits {
    /// One of these words.
    Words(&'static [&'static str]),
    /// A number, or the prefix length of a CIDR block, in this range.
    Within(Range),
}

/// What a provider checks before it asks the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// What it accepts.
    pub accepts: Limits,
    /// Whether an environment variable switches the check off.
    pub is_bypassed: bool,
}

impl Limit {
    /// Whether it is a list that has a word, in any case.
    #[must_use]
    pub fn has_word(&self, text: &str) -> bool {
        matches!(self.accepts, Limits::Words(words) if words.iter().any(|word| word.eq_ignore_ascii_case(text)))
    }
}

/// What a provider is strict about, where older versions were not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strictness {
    /// Numbers without a fraction; before, it was cut off.
    WholeNumbers,
    /// No `null` among the items of a list.
    NoNullItems,
    /// Words in any case by Unicode's folding; before, lower case was compared.
    FoldedCase,
}

/// An answer about a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked<T> {
    /// What holds.
    Known(T),
    /// The version is not known, and what holds is not the same in the known ones before and after it.
    Unknown,
}

/// What holds since which version, by the index of the version; nothing once it is gone.
type Held<T> = &'static [(u8, Option<T>)];
/// What holds of each property of each kind.
type Kinds<T> = &'static [(&'static str, &'static [(&'static str, Held<T>)])];

/// All that is known of a provider.
#[derive(Debug)]
struct History {
    terraform: &'static str,
    pulumi: &'static str,
    /// The version of the first provider whose facts hold where this one has none of its own.
    base: Option<u8>,
    versions: &'static [Version],
    /// The Pulumi packages, each with the index of the version that it was built on.
    packages: &'static [(Version, u8)],
    facts: Kinds<Attribute>,
}

include!(concat!(env!("OUT_DIR"), "/provider_facts.rs"));

/// The facts of one version of one provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProviderVersion {
    /// The index of its history.
    provider: usize,
    place: Place,
}

/// Where a version is among the known ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// It is this one, or is judged by it.
    At(u8),
    /// Between these two.
    Between(u8, u8),
    /// Before the first one.
    Before,
}

/// The known versions of a target, from old to new; the last number may be any of a line. Empty for what is no target.
#[must_use]
pub fn known_versions(target: &str) -> Vec<Version> {
    HISTORIES.iter().find_map(|history| history.versions_of(target)).unwrap_or_default()
}

/// ISO date on which the facts were measured.
#[must_use]
pub const fn measured_on() -> &'static str {
    AS_OF
}

impl History {
    fn versions_of(&self, target: &str) -> Option<Vec<Version>> {
        match target {
            _ if target == self.terraform => Some(self.versions.to_vec()),
            _ if target == self.pulumi => Some(self.packages.iter().map(|(version, _)| *version).collect()),
            _ => None,
        }
    }

    /// The index of the version of the Terraform provider behind the one that has this index among the known ones.
    fn built_on(&self, target: &str, index: usize) -> Option<u8> {
        if target == self.pulumi {
            return self.packages.get(index).map(|(_, built_on)| *built_on);
        }
        u8::try_from(index).ok()
    }
}

impl ProviderVersion {
    /// The facts of a version of a target.
    #[must_use]
    pub fn of(target: &str, version: Version) -> Self {
        let found = HISTORIES.iter().enumerate().find_map(|(at, history)| {
            let known = history.versions_of(target)?;
            let index = |index: usize| history.built_on(target, index);
            let place = match version.among(&known) {
                Among::Known(at) => index(at).map(Place::At),
                Among::Newer => index(known.len().checked_sub(1)?).map(Place::At),
                Among::Between(old, new) => index(old).zip(index(new)).map(|(old, new)| Place::Between(old, new)),
                Among::Older => Some(Place::Before),
            };
            Some(Self { provider: at, place: place.unwrap_or(Place::Before) })
        });
        found.unwrap_or(Self { provider: 0, place: Place::Before })
    }

    /// What the provider does with a property; nothing where it does not have it.
    #[must_use]
    pub fn attribute(&self, kind: &str, property: &str) -> Asked<Option<&'static Attribute>> {
        self.asked(kind, property, |provider| HISTORIES.get(provider).map_or(&[], |history| history.facts))
    }

    /// What a property may be; nothing where anything passes.
    #[must_use]
    pub fn limit(&self, kind: &str, property: &str) -> Asked<Option<&'static Limit>> {
        self.asked(kind, property, |provider| LIMITS.get(provider).copied().unwrap_or_default())
    }

    /// Whether this version is strict about something; nothing where that is not known.
    #[must_use]
    pub fn is_strict(&self, about: Strictness) -> Option<bool> {
        let since = match about {
            Strictness::WholeNumbers => WHOLE_NUMBERS_SINCE,
            Strictness::NoNullItems => NO_NULL_ITEMS_SINCE,
            Strictness::FoldedCase => FOLDED_CASE_SINCE,
        };
        match self.place {
            Place::Before => None,
            // The others were built on the first when it was strict about all of it.
            _ if self.provider > 0 => Some(true),
            Place::At(at) => Some(at >= since),
            Place::Between(old, new) if (old >= since) == (new >= since) => Some(old >= since),
            Place::Between(..) => None,
        }
    }

    /// The first version of a target from which on a property passes for good, if there is one.
    #[must_use]
    pub fn passes_since(
        &self,
        target: &str,
        (kind, property): (&str, &str),
        passes: &dyn Fn(Option<&Limit>) -> bool,
    ) -> Option<Version> {
        let history = HISTORIES.get(self.provider)?;
        let held = held(LIMITS.get(self.provider)?, kind, property)?;
        let since = held.iter().rev().take_while(|(_, limit)| passes(limit.as_ref())).last()?.0;
        let known = history.versions_of(target)?;
        let mut known = known.iter().enumerate();
        known.find(|(index, _)| history.built_on(target, *index).is_some_and(|at| at >= since)).map(|(_, it)| *it)
    }

    /// What holds of a property where this version does not have it, or is not known: what the first later one that has it
    /// does, else the last one before.
    #[must_use]
    pub fn nearest(&self, kind: &str, property: &str) -> Option<&'static Attribute> {
        let at = match self.place {
            Place::At(at) | Place::Between(_, at) => at,
            Place::Before => 0,
        };
        let all = [self.provider, 0, 1].into_iter();
        let mut held = all.filter_map(|provider| held(HISTORIES.get(provider)?.facts, kind, property));
        let held = held.find(|held| !held.is_empty())?;
        let later = held.iter().find(|(since, attribute)| *since >= at && attribute.is_some());
        later.or_else(|| held.iter().rev().find(|(_, attribute)| attribute.is_some()))?.1.as_ref()
    }

    fn asked<T>(&self, kind: &str, property: &str, facts: fn(usize) -> Kinds<T>) -> Asked<Option<&'static T>> {
        if let Some(held) = held(facts(self.provider), kind, property) {
            return match self.place {
                Place::At(at) => Asked::Known(held_at(held, at)),
                Place::Between(old, new)
                    if held.iter().any(|(since, _)| (old.saturating_add(1)..=new).contains(since)) =>
                {
                    Asked::Unknown
                }
                Place::Between(old, _) => Asked::Known(held_at(held, old)),
                Place::Before => Asked::Unknown,
            };
        }
        let base = HISTORIES.get(self.provider).and_then(|history| history.base);
        match (base, self.place) {
            (_, Place::Before) => Asked::Unknown,
            (Some(base), _) => Self { provider: 0, place: Place::At(base) }.asked(kind, property, facts),
            (None, _) => Asked::Known(None),
        }
    }
}

/// Whether any version of any provider changes a property in place.
#[must_use]
pub fn is_ever_in_place(kind: &str, property: &str) -> bool {
    let all = HISTORIES.iter().filter_map(|history| held(history.facts, kind, property));
    all.flatten().any(|(_, attribute)| attribute.is_some_and(|attribute| !attribute.replaces))
}

fn held<T>(kinds: Kinds<T>, kind: &str, property: &str) -> Option<Held<T>> {
    let (_, properties) = kinds.iter().find(|(name, _)| *name == kind)?;
    properties.iter().find(|(name, _)| *name == property).map(|(_, held)| *held)
}

fn held_at<T>(held: Held<T>, at: u8) -> Option<&'static T> {
    held.iter().rev().find(|(since, _)| *since <= at)?.1.as_ref()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(target: &str, version: &str) -> ProviderVersion {
        ProviderVersion::of(target, Version::parse(version).unwrap())
    }

    fn replaces(target: &str, version: &str, kind: &str, property: &str) -> Option<Option<bool>> {
        match of(target, version).attribute(kind, property) {
            Asked::Known(attribute) => Some(attribute.map(|attribute| attribute.replaces)),
            Asked::Unknown => None,
        }
    }

    #[test]
    fn each_version_has_the_facts_since_then() {
        const TERRAFORM: &str = "eventstore/eventstorecloud";
        for (target, version, property, expected) in [
            (TERRAFORM, "1.1.0", "diskSize", Some(Some(true))),
            (TERRAFORM, "1.2.0", "diskSize", Some(Some(false))),
            (TERRAFORM, "1.5.27", "instanceType", Some(Some(true))),
            (TERRAFORM, "1.5.28", "instanceType", Some(Some(false))),
            (TERRAFORM, "1.5.29", "aclId", Some(None)),
            (TERRAFORM, "1.5.30", "aclId", None),
            (TERRAFORM, "1.5.30", "instanceType", Some(Some(false))),
            (TERRAFORM, "0.9.0", "topology", None),
            (TERRAFORM, "2.0.0", "aclId", Some(Some(true))),
            ("eventstorecloud", "0.2.11", "instanceType", Some(Some(true))),
            ("eventstorecloud", "0.2.12", "instanceType", Some(Some(false))),
            ("eventstorecloud", "0.2.16", "aclId", None),
            ("eventstorecloud", "0.2.20", "aclId", Some(Some(true))),
            ("kurrent-io/kurrentcloud", "2.0.2", "projectionLevel", Some(Some(true))),
            ("kurrent-io/kurrentcloud", "2.1.0", "projectionLevel", Some(Some(false))),
            ("kurrent-io/kurrentcloud", "3.1.0", "topology", Some(Some(true))),
            ("kurrentcloud", "0.3.1", "projectionLevel", Some(Some(false))),
        ] {
            assert_eq!(
                replaces(target, version, "managed_cluster", property),
                expected,
                "{target}@{version} {property}"
            );
        }
    }

    #[test]
    fn what_a_version_lacks_is_judged_by_the_first_that_has_it() {
        let legacy = of("eventstorecloud", "0.2.20");
        assert_eq!(legacy.attribute("managed_cluster_replicaset", "clusterId"), Asked::Known(None));
        assert!(legacy.nearest("managed_cluster_replicaset", "clusterId").unwrap().replaces);
        assert!(!of("eventstore/eventstorecloud", "1.0.0").nearest("managed_cluster", "protected").unwrap().replaces);
    }

    #[test]
    fn words_and_ranges_begin_with_a_version_too() {
        let within = |min, max, is_bypassed| {
            Asked::Known(Some(Limit { accepts: Limits::Within(Range { min, max }), is_bypassed }))
        };
        let copied = |asked| match asked {
            Asked::Known(limit) => Asked::Known(Option::<&Limit>::copied(limit)),
            Asked::Unknown => Asked::Unknown,
        };
        let limit =
            |version, property| copied(of("eventstore/eventstorecloud", version).limit("managed_cluster", property));
        let gp2 = Limit { accepts: Limits::Words(&["gp2"]), is_bypassed: false };
        assert_eq!(limit("1.0.0", "diskType"), Asked::Known(Some(gp2)));
        assert_eq!(limit("1.5.12", "diskIops"), within(3000, 16_000, false));
        assert_eq!(limit("1.5.14", "diskSize"), within(8, 4096, true));
        assert_eq!(limit("1.6.0", "serverVersion"), Asked::Known(None));
        let kurrent = of("kurrent-io/kurrentcloud", "2.1.2").limit("managed_cluster", "diskType");
        assert_eq!(kurrent, Asked::Unknown, "gp2 went after 2.1.1");
        assert_eq!(copied(of("eventstore/eventstorecloud", "1.5.20").limit("peering", "routes")), within(8, 27, false));
    }
}
