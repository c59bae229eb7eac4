//! Which region a misspelled code means: what it says of the part of the world, of the direction in it, and of the number.

use super::rows::{Cloud, Region};
use crate::value::spelling::{key, nearest, slips};

/// The words for directions in codes of regions.
const DIRECTIONS: [&str; 5] = ["central", "north", "south", "east", "west"];

/// A longer text is no code; looking into it would only cost time.
const MAX_LENGTH: usize = 100;

/// What a code says.
#[derive(Debug, PartialEq, Eq)]
struct Parts {
    /// The part of the world, such as `us`.
    area: String,
    /// The directions in it, in the order of [`DIRECTIONS`]: Azure writes them before or after the area.
    directions: Vec<&'static str>,
    /// The digits at its end, and what is in front of them and is no direction.
    number: String,
}

impl Parts {
    fn of(cloud: Cloud, text: &str) -> Self {
        let words: Vec<&str> =
            text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let (area, rest) = match words.as_slice() {
            // These begin with the area.
            [area, rest @ ..] if cloud != Cloud::Azure && !rest.is_empty() => (key(area), key(&rest.concat())),
            _ => (String::new(), key(text)),
        };
        let letters = rest.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = rest.get(letters.len()..).unwrap_or_default();
        let (mut rest, mut directions) = (letters.to_string(), Vec::new());
        for direction in DIRECTIONS {
            while let Some(at) = rest.find(direction) {
                rest.replace_range(at..at + direction.len(), "");
                directions.push(direction);
            }
        }
        match area.is_empty() {
            true => Self { area: rest, directions, number: digits.to_string() },
            false => Self { area, directions, number: rest + digits },
        }
    }
}

/// The code among those of a cloud that a misspelled one means, if that can be told.
///
/// A part of the world that is known is right, and so are direction and number if only the part of the world is not known: a
/// region on another continent is no help.
pub(super) fn meant<'a>(cloud: Cloud, text: &str, all: &[&'a Region]) -> Option<&'a str> {
    if text.len() > MAX_LENGTH {
        return None;
    }
    let wanted = Parts::of(cloud, text);
    let known: Vec<Known<'a>> = all.iter().map(|row| (Parts::of(row.cloud, row.id.as_str()), *row)).collect();
    let own = || known.iter().filter(|(_, row)| row.cloud == cloud);
    if let Some((_, same)) = own().find(|(parts, _)| *parts == wanted) {
        return Some(same.id.as_str());
    }
    if known.iter().any(|(parts, _)| parts.area == wanted.area) {
        let in_area = own().filter(|(parts, _)| parts.area == wanted.area);
        return nearest(text, in_area.map(|(_, row)| row.id.as_str()));
    }
    let is_alike = |(parts, _): &&Known<'_>| {
        (&parts.directions, &parts.number) == (&wanted.directions, &wanted.number) && !wanted.directions.is_empty()
    };
    if own().any(|known| is_alike(&known)) {
        return fewest(&wanted.area, own().filter(is_alike).map(|known| (known.0.area.as_str(), known)));
    }
    fewest(text, own().map(|known| (known.1.id.as_str(), known)))
}

/// A region with what its code says.
type Known<'a> = (Parts, &'a Region);

/// The code of the region whose word has the fewest slips, if they are few, and no word of another area has as few.
fn fewest<'k, 'a: 'k>(word: &str, words: impl Iterator<Item = (&'k str, &'k Known<'a>)>) -> Option<&'a str> {
    let slips: Vec<(usize, &Known<'a>)> = words.map(|(other, known)| (slips(word, other), known)).collect();
    let (least, (parts, row)) = slips.iter().min_by_key(|(slips, _)| *slips)?;
    let is_certain = slips.iter().all(|(slips, (other, _))| slips > least || other.area == parts.area);
    // One slip, or one for every three letters.
    (is_certain && *least <= (key(word).len() / 3).max(1)).then(|| row.id.as_str())
}
