//! The provider package and version that a program is written for.

use std::fmt;

/// A provider package with a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Which package.
    pub provider: Provider,
    /// Its version.
    pub version: Version,
    written: String,
}

/// The two provider packages; the second is the renamed first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provider {
    /// `@eventstore/pulumi-eventstorecloud`
    Eventstorecloud,
    /// `@kurrent/pulumi-kurrentcloud`
    Kurrentcloud,
}

/// A version with three numbers. Later ones compare greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(pub u16, pub u16, pub u16);

impl Provider {
    /// The namespace of its resource tokens.
    #[must_use]
    pub const fn namespace(self) -> &'static str {
        match self {
            Self::Eventstorecloud => "eventstorecloud",
            Self::Kurrentcloud => "kurrentcloud",
        }
    }
}

impl Target {
    /// Reads `eventstorecloud@0.2.20` or `kurrentcloud@0.3.x`: a namespace and three numbers, of which the last may
    /// be `x` for the newest.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (name, version) = text.split_once('@')?;
        let provider =
            [Provider::Eventstorecloud, Provider::Kurrentcloud].into_iter().find(|p| p.namespace() == name)?;
        Some(Self { provider, version: Version::parse(version)?, written: text.to_string() })
    }
}

impl Version {
    /// Reads three numbers, of which the last may be `x` for the newest.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        let number = |text: &str| {
            let plain = !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| text.parse().ok())?
        };
        let (major, minor, patch) = (parts.next()?, parts.next()?, parts.next()?);
        let patch = if patch == "x" { u16::MAX } else { number(patch)? };
        parts.next().is_none().then_some(Self(number(major)?, number(minor)?, patch))
    }
}

/// The legacy package in its last version: the only one that every registry has.
impl Default for Target {
    fn default() -> Self {
        Self {
            provider: Provider::Eventstorecloud,
            version: Version(0, 2, 20),
            written: "eventstorecloud@0.2.20".to_string(),
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
        for bad in [
            "",
            "eventstorecloud",
            "eventstorecloud@",
            "eventstorecloud@0.2",
            "eventstorecloud@0.2.20.1",
            "eventstorecloud@0.2.-1",
            "other@0.2.20",
            "eventstorecloud@v0.2.20",
        ] {
            assert_eq!(Target::parse(bad), None, "{bad}");
        }
    }
}
