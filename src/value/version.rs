//! Versions of packages, and the constraints that pick one of them.

/// A version with three numbers. Later ones compare greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(pub u16, pub u16, pub u16);

/// Where a version is among known ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// It is the one with this index.
    Known(usize),
    /// It is newer than all of them.
    Newer,
    /// It is between the ones with these indexes.
    Between(usize, usize),
    /// It is older than all of them.
    Older,
}

impl Version {
    /// Reads three numbers, of which the last may be `x` for the newest.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        let (major, minor, patch) = (parts.next()?, parts.next()?, parts.next()?);
        let patch = if patch == "x" { u16::MAX } else { number(patch)? };
        parts.next().is_none().then_some(Self(number(major)?, number(minor)?, patch))
    }

    const fn is_same_line(self, other: Self) -> bool {
        self.0 == other.0 && self.1 == other.1
    }

    /// Where it is among known versions, which go from old to new. One of them whose last number is `x` stands for all of
    /// its line; if it is this one that ends so, the newest of the line is meant.
    #[must_use]
    pub fn among(self, known: &[Self]) -> Among {
        let is_this =
            |other: &Self| *other == self || self.is_same_line(*other) && (other.2 == u16::MAX || self.2 == u16::MAX);
        if let Some(at) = known.iter().rposition(is_this) {
            return Among::Known(at);
        }
        let older = known.iter().filter(|other| **other < self).count();
        match older.checked_sub(1) {
            None => Among::Older,
            Some(_) if older == known.len() => Among::Newer,
            Some(last) => Among::Between(last, older),
        }
    }

    /// The first version after it.
    const fn next(self) -> Self {
        Self(self.0, self.1, self.2.saturating_add(1))
    }

    /// The first version after all that begin with the same numbers, of which there are this many.
    const fn after_all(self, numbers: usize) -> Self {
        match numbers {
            0 => Self(u16::MAX, u16::MAX, u16::MAX),
            1 => Self(self.0.saturating_add(1), 0, 0),
            2 => Self(self.0, self.1.saturating_add(1), 0),
            _ => self.next(),
        }
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

/// Whose rules a constraint follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// npm's: `^0.2.5`, `~0.3.0`, `0.2.x`, `>=0.2.0 <1`, `1.2.3 || ^2.0.0`.
    Npm,
    /// Terraform's: `~> 1.5.0`, `>= 1.5.0, < 1.5.20`; numbers that are left out are 0.
    Terraform,
}

/// The versions that a constraint allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Constraint {
    /// Each is enough; of one, all parts must hold.
    alternatives: Vec<Vec<Part>>,
}

/// One comparison of a constraint: versions from one on and before another, without one.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    text: String,
    from: Version,
    before: Version,
    without: Option<Version>,
}

/// What a constraint picks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// The only version that it allows.
    Exact(Version),
    /// The newest known version that it allows.
    Newest(Version),
    /// It allows no known version; the first that it does allow.
    Unknown(Version),
    /// Two of its parts allow no version together.
    Contradiction(String, String),
}

const LAST: Version = Version(u16::MAX, u16::MAX, u16::MAX);

impl Constraint {
    /// Reads a constraint; nothing that is none, such as a tag or an address.
    #[must_use]
    pub fn parse(text: &str, syntax: Syntax) -> Option<Self> {
        let alternatives: Option<Vec<_>> = text.split("||").map(|all| parts(all, syntax)).collect();
        Some(Self { alternatives: alternatives? })
    }

    /// The version that it picks of known ones, which go from old to new.
    #[must_use]
    pub fn pick(&self, known: &[Version]) -> Pick {
        if let [parts] = self.alternatives.as_slice()
            && let [part] = parts.as_slice()
            && part.before == part.from.next()
        {
            return Pick::Exact(part.from);
        }
        let allowed =
            |version: &&Version| self.alternatives.iter().any(|parts| parts.iter().all(|p| p.allows(**version)));
        if let Some(newest) = known.iter().rfind(allowed) {
            return Pick::Newest(*newest);
        }
        let mut contradiction = Pick::Unknown(Version(0, 0, 0));
        for parts in self.alternatives.iter().rev() {
            let from = parts.iter().max_by_key(|part| part.from);
            let before = parts.iter().min_by_key(|part| part.before);
            match from.zip(before) {
                Some((from, before)) if from.from < before.before => return Pick::Unknown(from.from),
                Some((from, before)) => contradiction = Pick::Contradiction(from.text.clone(), before.text.clone()),
                None => {}
            }
        }
        contradiction
    }
}

impl Part {
    fn allows(&self, version: Version) -> bool {
        self.from <= version && version < self.before && self.without != Some(version)
    }
}

/// The parts of a constraint, all of which must hold.
fn parts(text: &str, syntax: Syntax) -> Option<Vec<Part>> {
    let is_between = |c: char| c == ',' || c.is_whitespace();
    let mut rest = text.trim_matches(is_between);
    if let Some((from, to)) = rest.split_once(" - ") {
        return Some(vec![part(">=", from.trim(), syntax)?, part("<=", to.trim(), syntax)?]);
    }
    let mut found = Vec::new();
    while !rest.is_empty() {
        let bare = rest.trim_start_matches(['<', '>', '=', '~', '^', '!']);
        let operator = rest.strip_suffix(bare)?;
        let bare = bare.trim_start();
        let version = bare.split(is_between).next().unwrap_or_default();
        found.push(part(operator, version, syntax)?);
        rest = bare.strip_prefix(version)?.trim_start_matches(is_between);
    }
    if found.is_empty() {
        found.push(Part { text: "*".to_string(), from: Version(0, 0, 0), before: LAST, without: None });
    }
    Some(found)
}

/// One comparison with a version, of which the last numbers may be left out.
fn part(operator: &str, text: &str, syntax: Syntax) -> Option<Part> {
    let core = text.strip_prefix(['v', 'V']).unwrap_or(text);
    let core = core.split_once(['-', '+']).map_or(core, |(core, _)| core);
    let is_any = |part: &&str| matches!(*part, "x" | "X" | "*");
    let written: Vec<&str> = core.split('.').collect();
    let numbers = written.iter().take_while(|part| !is_any(part)).map(|part| number(part));
    let numbers: Vec<u16> = numbers.collect::<Option<_>>()?;
    let has_any = numbers.len() < written.len();
    if written.len() > 3 || written.iter().skip(numbers.len()).any(|part| !is_any(part)) {
        return None;
    }
    let at = |index: usize| numbers.get(index).copied().unwrap_or(0);
    let version = Version(at(0), at(1), at(2));
    // What Terraform leaves out is 0, what npm leaves out is anything.
    let count = if syntax == Syntax::Terraform && !has_any && operator != "~>" { 3 } else { numbers.len() };
    let (from, before) = match operator {
        "" | "=" => (version, version.after_all(count)),
        ">=" => (version, LAST),
        ">" => (version.after_all(count), LAST),
        "<=" => (Version(0, 0, 0), version.after_all(count)),
        "<" => (Version(0, 0, 0), version),
        "~" => (version, version.after_all(count.min(2))),
        // The last number that is written may grow.
        "~>" => (version, version.after_all(count.saturating_sub(1))),
        "^" => {
            let fixed = numbers.iter().position(|number| *number > 0).map_or(count, |first| first.saturating_add(1));
            (version, version.after_all(fixed.min(count)))
        }
        "!=" => (Version(0, 0, 0), LAST),
        _ => return None,
    };
    let without = (operator == "!=").then_some(version);
    let spaced = if operator.is_empty() || syntax == Syntax::Npm { "" } else { " " };
    Some(Part { text: format!("{operator}{spaced}{text}"), from, before, without })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Vec<Version> {
        ["0.1.0", "0.1.4", "0.2.7", "0.2.20"].map(|text| Version::parse(text).unwrap()).to_vec()
    }

    fn npm(range: &str) -> Option<Pick> {
        Some(Constraint::parse(range, Syntax::Npm)?.pick(&known()))
    }

    #[test]
    fn ranges_install_what_npm_would() {
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
            ("0", "0.2.20"),
            ("~0", "0.2.20"),
            ("^0", "0.2.20"),
            ("^0.1.9", "0.1.9"),
            ("^0.1.0", "0.1.4"),
            ("0.1.0 - 0.2", "0.2.20"),
            ("0.1.0 - 0.2.10", "0.2.7"),
            ("^0.2.21", "0.2.21"),
            (">=0.1.0 <1", "0.2.20"),
            (">= 0.1.0  < 0.2.20", "0.2.7"),
            (">0.2.7 <0.3", "0.2.20"),
            ("<=0.2.7", "0.2.7"),
            ("^0.1.0 || ^0.2.0", "0.2.20"),
            ("^0.2.0 || ^0.1.0", "0.2.20"),
            ("*", "0.2.20"),
            ("", "0.2.20"),
            ("0.2.7-alpha.1", "0.2.7"),
            ("^1.0.0", "1.0.0"),
            ("^0.2.20-beta", "0.2.20"),
        ] {
            let (Pick::Exact(version) | Pick::Newest(version) | Pick::Unknown(version)) = npm(range).unwrap() else {
                panic!("{range}");
            };
            assert_eq!(version.to_string(), expected, "{range}");
        }
        for tag in ["latest", "workspace:*", "99999.0.0", "git+ssh://x", "1.2.3.4", "1.x.3", "^^1.0.0"] {
            assert_eq!(npm(tag), None, "{tag}");
        }
    }

    #[test]
    fn terraform_picks_the_newest_inside() {
        let known = ["1.5.0", "1.5.9", "1.5.29", "1.6.0", "1.7.2"].map(|text| Version::parse(text).unwrap());
        let pick = |text: &str| Constraint::parse(text, Syntax::Terraform).unwrap().pick(&known);
        let version = |text| Version::parse(text).unwrap();
        for (text, expected) in [
            ("~> 1.5.0", Pick::Newest(version("1.5.29"))),
            ("~> 1.5", Pick::Newest(version("1.7.2"))),
            ("~>1.6.0", Pick::Newest(version("1.6.0"))),
            ("~> 1", Pick::Newest(version("1.7.2"))),
            (">= 1.5.0, < 1.5.20", Pick::Newest(version("1.5.9"))),
            ("1.5.x", Pick::Newest(version("1.5.29"))),
            ("> 1.5, != 1.7.2", Pick::Newest(version("1.6.0"))),
            ("1.5", Pick::Exact(version("1.5.0"))),
            ("= 1.5.3", Pick::Exact(version("1.5.3"))),
            ("~> 2.0", Pick::Unknown(version("2.0.0"))),
            ("> 1.5.9, < 1.5.20", Pick::Unknown(version("1.5.10"))),
            ("~> 1.5.0, >= 1.6.0", Pick::Contradiction(">= 1.6.0".to_string(), "~> 1.5.0".to_string())),
        ] {
            assert_eq!(pick(text), expected, "{text}");
        }
    }

    #[test]
    fn versions_have_three_numbers_and_a_place() {
        assert_eq!(Version::parse("0.3.x").unwrap().to_string(), "0.3.x");
        assert!(Version::parse("0.3.x") > Version::parse("0.3.9"));
        for bad in ["", "0.2", "0.2.20.1", "0.2.-1", "v0.2.20", "0..1", "0.2.99999"] {
            assert_eq!(Version::parse(bad), None, "{bad}");
        }
        let lines = ["2.0.x", "2.1.0", "2.1.1", "3.1.0"].map(|text| Version::parse(text).unwrap());
        for (text, expected) in [
            ("1.9.9", Among::Older),
            ("2.0.7", Among::Known(0)),
            ("2.1.x", Among::Known(2)),
            ("2.1.2", Among::Between(2, 3)),
            ("3.1.0", Among::Known(3)),
            ("3.1.1", Among::Newer),
        ] {
            assert_eq!(Version::parse(text).unwrap().among(&lines), expected, "{text}");
        }
    }
}
