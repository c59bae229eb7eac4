//! The provider package and version that a program is written for.

use std::borrow::Cow;
use std::fmt;

use crate::catalogue::rows::FeatureId;
use crate::catalogue::{Catalogue, Support};
use crate::value::spelling::nearest;
use crate::value::version::Version;

/// A provider with a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Which of the two.
    pub provider: Provider,
    /// What runs it.
    pub engine: Engine,
    /// Its version.
    pub version: Version,
    written: Cow<'static, str>,
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
        match text.rsplit_once('@') {
            Some((name, range)) if !name.is_empty() => Self { name: name.to_string(), range: Some(range.to_string()) },
            _ => Self { name: text.to_string(), range: None },
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
    /// `eventstore/eventstorecloud@1.6.x`, `kurrent-io/kurrentcloud@3.1.0`. The last number may be `x` for the newest.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (name, version) = text.split_once('@')?;
        let version = Version::parse(version)?;
        let all = [Engine::Pulumi, Engine::Terraform].into_iter();
        let mut all = all.flat_map(|engine| Provider::ALL.map(|provider| (engine, provider)));
        let (engine, provider) = all.find(|(engine, provider)| provider.name_in(*engine) == name)?;
        Some(Self { provider, engine, version, written: text.to_string().into() })
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

    /// The Pulumi package of a provider in a version.
    fn of_package(provider: Provider, version: Version) -> Self {
        let written = format!("{}@{version}", provider.namespace());
        Self { provider, engine: Engine::Pulumi, version, written: written.into() }
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

    /// What one of these packages is, when it is one of the provider's: in the version that its range would install.
    #[must_use]
    pub fn of_packages(packages: &[ImportedPackage], catalogue: &Catalogue) -> Option<Self> {
        packages.iter().find_map(|package| {
            let row = catalogue.packages().find(|row| row.exists && row.id.as_str() == package.name)?;
            let provider = Provider::of_namespace(row.namespace.as_str())?;
            let newest = Version::parse(row.version.as_ref()?.as_str())?;
            let installed = package.range.as_deref().map_or(newest, |range| Version::installed_by(range, newest));
            Some(Self::of_package(provider, installed))
        })
    }

    /// The package of a namespace, as the type tokens of resources have it, in its newest version.
    #[must_use]
    pub fn of_namespace(namespace: &str, catalogue: &Catalogue) -> Option<Self> {
        let newest = Version::parse(catalogue.package_of(namespace)?.version.as_ref()?.as_str())?;
        Some(Self::of_package(Provider::of_namespace(namespace)?, newest))
    }
}

/// The legacy package in its last version: the only one that every registry has.
impl Default for Target {
    fn default() -> Self {
        Self {
            provider: Provider::Eventstorecloud,
            engine: Engine::Pulumi,
            version: Version(0, 2, 20),
            written: Cow::Borrowed("eventstorecloud@0.2.20"),
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
        ] {
            assert_eq!(Target::parse(bad), None, "{bad}");
        }
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
        assert_eq!(of(&["@pulumi/eventstorecloud", "zod@4"]), None);
    }
}
