//! Server versions: a release line `YY.M` and a patch `YY.M.P`. Which lines exist is the catalogue's.

use std::fmt;

/// A release line such as `24.10`. Later lines compare greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    year: u8,
    minor: u8,
}

/// What a version text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServerVersion {
    /// `24.10`
    Line(Line),
    /// `24.10.1`
    Patch(Line),
}

impl ServerVersion {
    /// Reads `YY.M` or `YY.M.P`, with two digits for the year, one or two for the minor number and no leading zeros
    /// after the first dot.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        let year = number(parts.next()?).filter(|_| text.as_bytes().get(2) == Some(&b'.'))?;
        let minor = number(parts.next()?)?;
        let line = Line { year: year.try_into().ok()?, minor: u8::try_from(minor).ok().filter(|m| *m < 100)? };
        match (parts.next(), parts.next()) {
            (None, None) => Some(Self::Line(line)),
            (Some(patch), None) => number(patch).map(|_| Self::Patch(line)),
            _ => None,
        }
    }

    /// The release line.
    #[must_use]
    pub const fn line(self) -> Line {
        match self {
            Self::Line(line) | Self::Patch(line) => line,
        }
    }

    /// The last number of a full version.
    #[must_use]
    pub fn parse_patch(text: &str) -> Option<u32> {
        match Self::parse(text)? {
            Self::Line(_) => None,
            Self::Patch(_) => number(text.rsplit('.').next()?),
        }
    }

    /// The release line of a text that is a bare line.
    #[must_use]
    pub fn parse_line(text: &str) -> Option<Line> {
        match Self::parse(text)? {
            Self::Line(line) => Some(line),
            Self::Patch(_) => None,
        }
    }
}

fn number(text: &str) -> Option<u32> {
    let plain = !text.is_empty() && text.len() <= 9 && text.bytes().all(|b| b.is_ascii_digit());
    (plain && (text == "0" || !text.starts_with('0'))).then(|| text.parse().ok())?
}

impl Line {
    /// Whether a text is what [`fmt::Display`] writes of this line, without writing it.
    #[must_use]
    pub fn is_written(self, text: &str) -> bool {
        let digit = |number: u8| b'0'.saturating_add(number % 10);
        let minor = [digit(self.minor / 10), digit(self.minor)];
        let minor = if self.minor < 10 { minor.get(1..) } else { minor.get(..) };
        match text.as_bytes() {
            [tens, ones, b'.', rest @ ..] => {
                *tens == digit(self.year / 10) && *ones == digit(self.year) && minor == Some(rest)
            }
            _ => false,
        }
    }
}

impl serde::Serialize for Line {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.year, self.minor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_written_in_one_way() {
        for year in 10..100 {
            for minor in 0..100 {
                let line = Line { year, minor };
                assert!(line.is_written(&line.to_string()), "{line}");
                for other in
                    [format!("{year}.{minor}0"), format!("{year}.0{minor}"), format!("{year}{minor}"), String::new()]
                {
                    assert_eq!(line.is_written(&other), other == line.to_string(), "{line} {other}");
                }
            }
        }
    }

    #[test]
    fn lines_and_patches_are_told_apart() {
        assert_eq!(ServerVersion::parse_line("24.10").unwrap().to_string(), "24.10");
        assert_eq!(ServerVersion::parse_line("26.0").unwrap().to_string(), "26.0");
        assert!(matches!(ServerVersion::parse("24.10.1"), Some(ServerVersion::Patch(_))));
        assert_eq!(ServerVersion::parse_line("24.10.1"), None);
        let patches = ["24.10.0", "23.10.12", "24.10"].map(ServerVersion::parse_patch);
        assert_eq!(patches, [Some(0), Some(12), None]);
        for bad in [
            "",
            "latest",
            "v24.10",
            "24",
            "24.",
            "24.010",
            "24.10.",
            "24.10.1.2",
            "124.1",
            "4.1",
            "24.100",
            "24.-1",
            "２４.10",
            "24.10.99999999999",
        ] {
            assert_eq!(ServerVersion::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn later_lines_are_greater() {
        let line = |text| ServerVersion::parse_line(text).unwrap();
        assert!(line("22.10") > line("22.6"));
        assert!(line("26.0") > line("25.1"));
    }
}
