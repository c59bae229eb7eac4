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
        let [tens @ b'1'..=b'9', ones @ b'0'..=b'9', b'.', rest @ ..] = text.as_bytes() else { return None };
        let mut parts = rest.split(|byte| *byte == b'.').map(number);
        let minor = u8::try_from(parts.next()??).ok().filter(|minor| *minor < 100)?;
        let line = Line { year: digit(*tens) * 10 + digit(*ones), minor };
        match (parts.next(), parts.next()) {
            (None, None) => Some(Self::Line(line)),
            (Some(patch), None) => patch.map(|_| Self::Patch(line)),
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
            Self::Patch(_) => number(text.rsplit('.').next()?.as_bytes()),
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

/// The number that a digit is.
const fn digit(byte: u8) -> u8 {
    byte - b'0'
}

/// A number of at most nine digits without leading zeros.
fn number(text: &[u8]) -> Option<u32> {
    let is_plain = matches!(text, [b'0'] | [b'1'..=b'9', ..]) && text.len() <= 9 && text.iter().all(u8::is_ascii_digit);
    is_plain.then(|| text.iter().fold(0_u32, |number, byte| number * 10 + u32::from(digit(*byte))))
}

impl Line {
    /// What [`fmt::Display`] writes, to be compared with many texts.
    #[must_use]
    pub fn written(self) -> Written {
        let [year, minor] = [self.year, self.minor].map(|n| [n / 10, n % 10].map(|digit| b'0' + digit));
        match (year, minor) {
            ([a, b], [b'0', c]) => Written { bytes: [a, b, b'.', c, 0], length: 4 },
            ([a, b], [c, d]) => Written { bytes: [a, b, b'.', c, d], length: 5 },
        }
    }
}

/// A release line as text.
#[derive(Clone, Copy, Debug)]
pub struct Written {
    bytes: [u8; 5],
    length: usize,
}

impl Written {
    /// Whether a text is the same.
    #[must_use]
    pub fn is(&self, text: &str) -> bool {
        self.bytes.get(..self.length) == Some(text.as_bytes())
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
                assert!(line.written().is(&line.to_string()), "{line}");
                for other in
                    [format!("{year}.{minor}0"), format!("{year}.0{minor}"), format!("{year}{minor}"), String::new()]
                {
                    assert_eq!(line.written().is(&other), other == line.to_string(), "{line} {other}");
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
