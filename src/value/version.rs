//! Versions of packages, and the version that a range of `package.json` would install.

/// A version with three numbers. Later ones compare greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(pub u16, pub u16, pub u16);

impl Version {
    /// Reads three numbers, of which the last may be `x` for the newest.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        let (major, minor, patch) = (parts.next()?, parts.next()?, parts.next()?);
        let patch = if patch == "x" { u16::MAX } else { number(patch)? };
        parts.next().is_none().then_some(Self(number(major)?, number(minor)?, patch))
    }

    /// The version that a range would install, when `newest` is the newest there is: `^0.2.5`, `~0.3.0`, `0.2.x`,
    /// `>=0.2.0 <1`, `1.2.3 || ^2.0.0`, `*` or a tag such as `latest`. Of a range that cannot have the newest, the
    /// version that it begins with; of one that says nothing, the newest.
    #[must_use]
    pub fn installed_by(range: &str, newest: Self) -> Self {
        let alternative = range.rsplit_once("||").map_or(range, |(_, last)| last);
        let Some(first) = alternative.split_whitespace().next() else { return newest };
        let digit = first.find(|c: char| c.is_ascii_digit());
        let Some((operator, bare)) = digit.and_then(|at| first.split_at_checked(at)) else { return newest };
        let core = bare.split_once(['-', '+']).map_or(bare, |(core, _)| core);
        let mut numbers = core.split('.').map(number);
        let Some(Some(major)) = numbers.next() else { return newest };
        let (minor, patch) = (numbers.next().flatten(), numbers.next().flatten());
        let Some(minor) = minor else { return if major == newest.0 { newest } else { Self(major, 0, 0) } };
        let begin = Self(major, minor, patch.unwrap_or(0));
        let same_line = (major, minor) == (newest.0, newest.1);
        let allows_newest = match operator {
            ">=" | ">" => true,
            "^" if major > 0 => major == newest.0,
            "^" | "~" => same_line,
            _ => patch.is_none() && same_line,
        };
        if allows_newest && newest >= begin { newest } else { begin }
    }
}

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}.", self.0, self.1)?;
        if self.2 == u16::MAX { f.write_str("x") } else { write!(f, "{}", self.2) }
    }
}

fn number(text: &str) -> Option<u16> {
    let plain = !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_install_what_npm_would() {
        let newest = Version(0, 2, 20);
        for (range, expected) in [
            ("0.2.20", "0.2.20"),
            ("0.2.7", "0.2.7"),
            ("=0.2.7", "0.2.7"),
            ("v0.2.7", "0.2.7"),
            ("^0.2.3", "0.2.20"),
            ("~0.2.3", "0.2.20"),
            ("0.2.x", "0.2.20"),
            ("0.2", "0.2.20"),
            ("0.x", "0.2.20"),
            ("^0.1.9", "0.1.9"),
            ("^0.2.21", "0.2.21"),
            (">=0.1.0 <1", "0.2.20"),
            ("^0.1.0 || ^0.2.0", "0.2.20"),
            ("*", "0.2.20"),
            ("", "0.2.20"),
            ("latest", "0.2.20"),
            ("workspace:*", "0.2.20"),
            ("0.2.7-alpha.1", "0.2.7"),
            ("^1.0.0", "1.0.0"),
            ("99999.0.0", "0.2.20"),
        ] {
            assert_eq!(Version::installed_by(range, newest).to_string(), expected, "{range}");
        }
        assert_eq!(Version::installed_by("^2.0.0", Version(2, 1, 1)), Version(2, 1, 1));
    }

    #[test]
    fn versions_have_three_numbers() {
        assert_eq!(Version::parse("0.3.x").unwrap().to_string(), "0.3.x");
        assert!(Version::parse("0.3.x") > Version::parse("0.3.9"));
        for bad in ["", "0.2", "0.2.20.1", "0.2.-1", "v0.2.20", "0..1", "0.2.99999"] {
            assert_eq!(Version::parse(bad), None, "{bad}");
        }
    }
}
