//! The provider package and version that a program is written for.

use std::borrow::Cow;
use std::fmt;

use crate::catalogue::provider_facts::{ProviderVersion, known_versions, measured_on};
use crate::catalogue::rows::FeatureId;
use crate::catalogue::{Catalogue, Support};
use crate::value::spelling::{nearest, quoted};
use crate::value::version::{Among, Constraint, Pick, Syntax, Version};

/// A provider with a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Which of the two.
    pub provider: Provider,
    /// What runs it.
    pub engine: Engine,
    /// Its version: the one that is written, or the newest known one that a constraint allows.
    pub version: Version,
    /// What is known of that version.
    pub facts: ProviderVersion,
    written: Cow<'static, str>,
    /// The constraint that picked the version.
    constraint: Option<String>,
}

/// Why a text is no target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TargetFault {
    /// It is none.
    Unknown,
    /// No version is in both of these constraints.
    Contradiction(String, String),
}

/// The two providers; the second is the renamed first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provider {
    /// `@eventstore/pulumi-eventstorecloud`
    Eventstorecloud,
    /// `@kurrent/pulumi-kurrentcloud`
    Kurrentcloud,
}

/// What runs a provider. Versions of the two are counted apart: a Pulumi package is built on a Terraform provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Pulumi.
    Pulumi,
    /// Terraform.
    Terraform,
}

/// An npm package that a program imports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportedPackage {
    /// Its name.
    pub name: String,
    /// The versions that may be installed, as `package.json` says it.
    pub range: Option<String>,
}

impl ImportedPackage {
    /// Reads `@scope/name` or `@scope/name@range`.
    #[must_use]
    pub fn read(text: &str) -> Self {
        // Of an alias, what it stands for counts.
        let text = text.split_once("@npm:").map_or(text, |(_, package)| package);
        match text.rsplit_once('@') {
            Some((name, range)) if !name.is_empty() => Self { name: name.to_string(), range: Some(range.to_string()) },
            _ => Self { name: text.to_string(), range: None },
        }
    }

    /// The package of an entry of `package.json`.
    #[must_use]
    pub fn of_entry(name: &str, range: Option<&str>) -> Self {
        match range.and_then(|range| range.trim().strip_prefix("npm:")) {
            Some(package) => Self::read(package),
            None => Self { name: name.to_string(), range: range.map(str::to_string) },
        }
    }
}

impl Provider {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Eventstorecloud, Self::Kurrentcloud];

    /// The namespace of its resource tokens and its configuration.
    #[must_use]
    pub const fn namespace(self) -> &'static str {
        match self {
            Self::Eventstorecloud => "eventstorecloud",
            Self::Kurrentcloud => "kurrentcloud",
        }
    }

    /// Its name in an engine: the namespace of Pulumi, the source address of Terraform.
    const fn name_in(self, engine: Engine) -> &'static str {
        match (engine, self) {
            (Engine::Pulumi, provider) => provider.namespace(),
            (Engine::Terraform, Self::Eventstorecloud) => "eventstore/eventstorecloud",
            (Engine::Terraform, Self::Kurrentcloud) => "kurrent-io/kurrentcloud",
        }
    }

    fn of_namespace(namespace: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|provider| provider.namespace() == namespace)
    }
}

impl Target {
    /// What a target looks like, for people.
    pub const FORM: &str = "use a provider and a version such as `eventstorecloud@0.2.20`, `kurrentcloud@0.3.x` or, for \
                            Terraform, `kurrent-io/kurrentcloud@3.1.0`";

    /// Reads `eventstorecloud@0.2.20` or `kurrentcloud@0.3.x`, or a Terraform provider by its source address:
    /// `eventstore/eventstorecloud@1.6.x`, `kurrent-io/kurrentcloud@3.1.0`. Instead of a version, a constraint of npm or of
    /// Terraform picks the newest known version in it: `eventstore/eventstorecloud@~> 1.5.0`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::read(text).ok()
    }

    /// As [`Target::parse`].
    ///
    /// # Errors
    /// Why the text is no target.
    pub fn read(text: &str) -> Result<Self, TargetFault> {
        let (name, version) = text.split_once('@').ok_or(TargetFault::Unknown)?;
        if version.trim().is_empty() {
            return Err(TargetFault::Unknown);
        }
        let all = [Engine::Pulumi, Engine::Terraform].into_iter();
        let mut all = all.flat_map(|engine| Provider::ALL.map(|provider| (engine, provider)));
        let found = all.find(|(engine, provider)| provider.name_in(*engine) == name);
        let (engine, provider) = found.ok_or(TargetFault::Unknown)?;
        if let Some(version) = Version::parse(version) {
            return Ok(Self::of_version(provider, engine, version, Some(text.to_string())));
        }
        // One number or two may be a slip of the pen, where no engine has read it.
        let is_constraint = version.contains(['<', '>', '=', '~', '^', '*', 'x', '|']) || version.contains(" - ");
        if engine == Engine::Pulumi && !is_constraint {
            return Err(TargetFault::Unknown);
        }
        let constraint = Constraint::parse(version, engine.syntax()).ok_or(TargetFault::Unknown)?;
        Self::of_constraint(provider, engine, version, &constraint)
    }

    /// What a constraint picks.
    fn of_constraint(
        provider: Provider,
        engine: Engine,
        text: &str,
        constraint: &Constraint,
    ) -> Result<Self, TargetFault> {
        let (version, is_pick) = match constraint.pick(&known_versions(provider.name_in(engine))) {
            Pick::Exact(version) | Pick::Unknown(version) => (version, false),
            Pick::Newest(version) => (version, true),
            Pick::Contradiction(one, other) => return Err(TargetFault::Contradiction(one, other)),
        };
        let mut target = Self::of_version(provider, engine, version, None);
        target.constraint = is_pick.then(|| text.trim().to_string());
        Ok(target)
    }

    fn of_version(provider: Provider, engine: Engine, version: Version, written: Option<String>) -> Self {
        let name = provider.name_in(engine);
        let facts = ProviderVersion::of(name, version);
        let written = written.unwrap_or_else(|| format!("{name}@{version}")).into();
        Self { provider, engine, version, facts, written, constraint: None }
    }

    /// What to know of the version: that it is not known, or what picked it. Nothing of a known one that is written.
    #[must_use]
    pub fn note(&self) -> Option<String> {
        let known = known_versions(self.name());
        let at = |index: usize| known.get(index).map(Version::to_string).unwrap_or_default();
        match self.version.among(&known) {
            Among::Known(_) => {
                let constraint = self.constraint.as_deref()?;
                Some(match constraint {
                    "*" => format!("no version is written, and {} is the newest known", self.version),
                    constraint => format!("{} is the newest known version in {}", self.version, quoted(constraint)),
                })
            }
            Among::Newer => {
                let newest = at(known.len().saturating_sub(1));
                let date = measured_on();
                Some(format!(
                    "{} is newer than {newest}, the newest known version ({date}), and is judged by it",
                    self.version
                ))
            }
            Among::Between(old, new) => Some(format!(
                "{} is not a known version, so what differs between {} and {} is deferred",
                self.version,
                at(old),
                at(new)
            )),
            Among::Older => Some(format!(
                "{} is older than {}, the oldest known version, so what depends on the version is deferred",
                self.version,
                at(0)
            )),
        }
    }

    /// The target that a misspelled one probably means: a known provider in the version that is written, or in that of the
    /// default.
    #[must_use]
    pub fn meant(text: &str) -> Option<String> {
        let (name, version) = text.split_once('@').unwrap_or((text, ""));
        let names =
            [Engine::Pulumi, Engine::Terraform].map(|engine| Provider::ALL.map(|provider| provider.name_in(engine)));
        let name = nearest(name, names.into_iter().flatten())?;
        let version = Version::parse(version.trim_start_matches('v')).map(|version| version.to_string());
        match version {
            Some(version) => Some(format!("{name}@{version}")),
            None if Self::default().name() == name => Some(Self::default().to_string()),
            None => None,
        }
    }

    /// Its name without the version.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.provider.name_in(self.engine)
    }

    /// Whether it has a feature.
    #[must_use]
    pub fn support(&self, feature: FeatureId, catalogue: &Catalogue) -> Support {
        catalogue.support(feature, self.name(), self.version)
    }

    /// Whether it has a feature.
    #[must_use]
    pub fn has(&self, feature: FeatureId, catalogue: &Catalogue) -> bool {
        self.support(feature, catalogue) == Support::Yes
    }

    /// Whether it has a feature, or its version is not known and others differ in it.
    #[must_use]
    pub fn may_have(&self, feature: FeatureId, catalogue: &Catalogue) -> bool {
        matches!(self.support(feature, catalogue), Support::Yes | Support::Unknown)
    }

    /// What one of these packages is, when it is one of the provider's: in the version that its range would install.
    #[must_use]
    pub fn of_packages(packages: &[ImportedPackage], catalogue: &Catalogue) -> Option<Self> {
        packages.iter().find_map(|package| {
            let row = catalogue.packages().find(|row| row.exists && row.id.as_str() == package.name)?;
            let provider = Provider::of_namespace(row.namespace.as_str())?;
            let newest =
                Self::of_version(provider, Engine::Pulumi, Version::parse(row.version.as_ref()?.as_str())?, None);
            let Some(range) = package.range.as_deref() else { return Some(newest) };
            let constraint = Constraint::parse(range, Syntax::Npm);
            let picked = constraint
                .and_then(|constraint| Self::of_constraint(provider, Engine::Pulumi, range, &constraint).ok());
            // A range that is none, such as a tag, installs the newest; what the usual ones pick needs no words.
            Some(picked.map_or(newest, |target| Self { constraint: None, ..target }))
        })
    }

    /// The package of a namespace, as the type tokens of resources have it, in its newest version.
    #[must_use]
    pub fn of_namespace(namespace: &str, catalogue: &Catalogue) -> Option<Self> {
        let newest = Version::parse(catalogue.package_of(namespace)?.version.as_ref()?.as_str())?;
        Some(Self::of_version(Provider::of_namespace(namespace)?, Engine::Pulumi, newest, None))
    }
}

impl Engine {
    /// Whose constraints its programs write.
    const fn syntax(self) -> Syntax {
        match self {
            Self::Pulumi => Syntax::Npm,
            Self::Terraform => Syntax::Terraform,
        }
    }
}

/// The legacy package in its last version: the only one that every registry has.
impl Default for Target {
    fn default() -> Self {
        let (provider, version) = (Provider::Eventstorecloud, Version(0, 2, 20));
        Self {
            provider,
            engine: Engine::Pulumi,
            version,
            facts: ProviderVersion::of(provider.namespace(), version),
            written: Cow::Borrowed("eventstorecloud@0.2.20"),
            constraint: None,
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets() {
        let target = Target::parse("kurrentcloud@0.3.x").unwrap();
        assert_eq!((target.provider, target.version > Version(0, 3, 9)), (Provider::Kurrentcloud, true));
        assert_eq!(Target::parse("eventstorecloud@0.2.20"), Some(Target::default()));
        let terraform = Target::parse("kurrent-io/kurrentcloud@2.1.1").unwrap();
        assert_eq!((terraform.engine, terraform.name()), (Engine::Terraform, "kurrent-io/kurrentcloud"));
        for bad in [
            "",
            "eventstorecloud",
            "eventstorecloud@",
            "eventstorecloud@0.2",
            "eventstorecloud@0.2.20.1",
            "eventstorecloud@0.2.-1",
            "other@0.2.20",
            "kurrent-io/eventstorecloud@2.0.0",
            "eventstorecloud@v0.2.20",
            "eventstorecloud@0.2.20 ",
        ] {
            assert_eq!(Target::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn constraints_pick_a_version_and_say_so() {
        for (text, expected, note) in [
            ("eventstore/eventstorecloud@~> 1.5.0", "1.5.29", "1.5.29 is the newest known version in `~> 1.5.0`"),
            (
                "eventstore/eventstorecloud@>= 1.5.0, < 1.5.20",
                "1.5.19",
                "1.5.19 is the newest known version in `>= 1.5.0, < 1.5.20`",
            ),
            ("kurrent-io/kurrentcloud@~> 2.0.0", "2.0.x", "2.0.x is the newest known version in `~> 2.0.0`"),
            ("eventstorecloud@^0.2.11", "0.2.20", "0.2.20 is the newest known version in `^0.2.11`"),
            ("eventstorecloud@0.2.7", "0.2.7", ""),
            ("eventstore/eventstorecloud@1.5.x", "1.5.x", ""),
            (
                "eventstore/eventstorecloud@1.8.0",
                "1.8.0",
                "1.8.0 is newer than 1.7.2, the newest known version (2026-11-29), and is judged by it",
            ),
            (
                "eventstorecloud@0.2.16",
                "0.2.16",
                "0.2.16 is not a known version, so what differs between 0.2.15 and 0.2.17 is deferred",
            ),
            ("eventstore/eventstorecloud@*", "1.7.2", "no version is written, and 1.7.2 is the newest known"),
            ("eventstorecloud@=0.2.20-alpha.1", "0.2.20", ""),
            ("eventstore/eventstorecloud@1.5", "1.5.0", ""),
            (
                "kurrent-io/kurrentcloud@1.9.0",
                "1.9.0",
                "1.9.0 is older than 2.0.x, the oldest known version, so what depends on the version is deferred",
            ),
        ] {
            let target = Target::parse(text).unwrap();
            assert_eq!(
                (target.version.to_string().as_str(), target.note().unwrap_or_default().as_str()),
                (expected, note)
            );
        }
        let contradiction = Target::read("eventstore/eventstorecloud@~> 1.5.0, >= 1.6.0").unwrap_err();
        assert_eq!(contradiction, TargetFault::Contradiction(">= 1.6.0".to_string(), "~> 1.5.0".to_string()));
    }

    #[test]
    fn misspelled_targets_are_understood() {
        for (text, expected) in [
            ("eventstorcloud@0.2.20", Some("eventstorecloud@0.2.20")),
            ("KurrentCloud@v0.3.1", Some("kurrentcloud@0.3.1")),
            ("kurrent-io/kurrent-cloud@3.1.0", Some("kurrent-io/kurrentcloud@3.1.0")),
            ("eventstorecloud", Some("eventstorecloud@0.2.20")),
            ("kurrentcloud@latest", None),
            ("terraform", None),
        ] {
            assert_eq!(Target::meant(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn packages_tell_the_target() {
        let facts = Catalogue::default();
        let of = |texts: &[&str]| {
            let packages: Vec<_> = texts.iter().map(|text| ImportedPackage::read(text)).collect();
            Target::of_packages(&packages, &facts).map(|target| target.to_string())
        };
        assert_eq!(
            of(&["typescript@5", "@eventstore/pulumi-eventstorecloud@^0.2.3"]).unwrap(),
            "eventstorecloud@0.2.20"
        );
        assert_eq!(of(&["@eventstore/pulumi-eventstorecloud@0.2.7"]).unwrap(), "eventstorecloud@0.2.7");
        assert_eq!(of(&["@kurrent/pulumi-kurrentcloud"]).unwrap(), "kurrentcloud@0.3.1");
        assert_eq!(of(&["esc@npm:@eventstore/pulumi-eventstorecloud@~0.2.0"]).unwrap(), "eventstorecloud@0.2.20");
        assert_eq!(of(&["@eventstore/pulumi-eventstorecloud@<0.2.9"]).unwrap(), "eventstorecloud@0.2.8");
        assert_eq!(of(&["@pulumi/eventstorecloud", "zod@4"]), None);
    }
}
