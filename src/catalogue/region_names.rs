//! Which region a misspelled code means: what it says of the part of the world, of the direction in it, and of the number.

use super::rows::{Cloud, Region};
use crate::value::spelling::{key, nearest, slips};

/// The words for directions in codes of regions, each before those that it contains.
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
    let own = || all.iter().filter(|row| row.cloud == cloud).map(|row| row.id.as_str());
    if let Some(same) = own().find(|id| Parts::of(cloud, id) == wanted) {
        return Some(same);
    }
    let is_known = all.iter().any(|row| Parts::of(row.cloud, row.id.as_str()).area == wanted.area);
    if is_known {
        return nearest(text, own().filter(|id| Parts::of(cloud, id).area == wanted.area));
    }
    let alike = own().map(|id| (Parts::of(cloud, id), id)).filter(|(parts, _)| {
        (&parts.directions, &parts.number) == (&wanted.directions, &wanted.number) && !wanted.directions.is_empty()
    });
    let (near, is_certain) = fewest(alike.map(|(parts, id)| (slips(&wanted.area, &parts.area), parts.area, id)));
    if near.is_some() {
        return near.filter(|_| is_certain).filter(|id| is_near(&wanted.area, &Parts::of(cloud, id).area));
    }
    let (near, is_certain) = fewest(own().map(|id| (slips(text, id), Parts::of(cloud, id).area, id)));
    near.filter(|id| is_certain && is_near(text, id))
}

/// Whether one slip, or one for every three letters, makes one of the other.
fn is_near(word: &str, candidate: &str) -> bool {
    slips(word, candidate) <= (key(word).len() / 3).max(1)
}

/// The candidate with the fewest slips, and whether none of another area has as few.
fn fewest<'a>(candidates: impl Iterator<Item = (usize, String, &'a str)>) -> (Option<&'a str>, bool) {
    let candidates: Vec<_> = candidates.collect();
    let Some(best) = candidates.iter().min_by_key(|(slips, ..)| *slips) else { return (None, false) };
    let is_certain = candidates.iter().all(|(slips, area, _)| *slips > best.0 || *area == best.1);
    (Some(best.2), is_certain)
}
