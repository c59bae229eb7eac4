//! Upgrades: which release lines a cluster can be upgraded between, and over which others it has to go.

use std::cmp::Ordering;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, VecDeque};

use serde::Serialize;

use crate::catalogue::Catalogue;
use crate::collect;
use crate::model::resource::State;
use crate::value::server_version::{Line, ServerVersion};

/// The shortest documented chain of upgrades.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct UpgradeRoute {
    /// The lines to upgrade to, one after the other; the last is the line to reach. Empty where it is the same line.
    #[cfg_attr(feature = "bindings", ts(type = "string[]"))]
    pub hops: Vec<Line>,
}

/// The shortest documented chain of upgrades between two release lines, or nothing where none is documented. Of several
/// chains that are equally short, the one whose first step goes to the newest line, and so on with every next step.
#[must_use]
pub fn upgrade_path(from: Line, to: Line, catalogue: &Catalogue) -> Option<UpgradeRoute> {
    let steps = steps_left(to, catalogue);
    let mut hops = Vec::new();
    let mut at = from;
    while at != to {
        // Only the line to reach has no steps left.
        let left = steps.get(&at)? - 1;
        let mut nearer = steps.iter().filter(|(_, steps)| **steps == left).map(|(line, _)| *line).rev();
        at = nearer.find(|line| is_direct(at, *line, catalogue))?;
        hops.push(at);
    }
    Some(UpgradeRoute { hops })
}

/// Whether a cluster goes from one line to another in one step.
#[must_use]
pub fn is_direct(from: Line, to: Line, catalogue: &Catalogue) -> bool {
    from == to || catalogue.upgrade_sources(to).any(|source| source == from)
}

/// How many steps are left to a line, by the line to start from.
fn steps_left(to: Line, catalogue: &Catalogue) -> BTreeMap<Line, usize> {
    let mut left = collect::map([(to, 0_usize)]);
    let mut queue = VecDeque::from([(to, 0_usize)]);
    while let Some((line, steps)) = queue.pop_front() {
        let steps = steps + 1;
        for source in catalogue.upgrade_sources(line) {
            if let Entry::Vacant(entry) = left.entry(source) {
                entry.insert(steps);
                queue.push_back((source, steps));
            }
        }
    }
    left
}

/// A server version as a program writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Release {
    /// The release line.
    pub line: Line,
    /// The patch, where it is written.
    pub patch: Option<u32>,
}

impl Release {
    /// The release that a value names.
    #[must_use]
    pub fn of(state: &State) -> Option<Self> {
        if let State::Text(text) = state { Self::parse(text) } else { None }
    }

    /// The release of an existing cluster: its full version, or else the line that it was created with.
    #[must_use]
    pub fn of_cluster(line: &State, tag: &State) -> Option<Self> {
        if *tag == State::Missing { Self::of(line) } else { Self::of(tag) }
    }

    /// Reads a line or a full version.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        Some(Self { line: ServerVersion::parse(text)?.line(), patch: ServerVersion::parse_patch(text) })
    }

    /// Which of two is newer, where both say enough.
    #[must_use]
    pub fn compare(self, other: Self) -> Option<Ordering> {
        match self.line.cmp(&other.line) {
            Ordering::Equal => Some(self.patch?.cmp(&other.patch?)),
            different => Some(different),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Additions;

    fn line(text: &str) -> Line {
        ServerVersion::parse_line(text).unwrap()
    }

    fn lines() -> Vec<Line> {
        let facts = Catalogue::default();
        let mut lines: Vec<Line> = facts.server_lines().map(|row| line(row.line.as_str())).collect();
        for row in facts.upgrade_paths() {
            lines.push(line(row.to.as_str()));
            lines.extend(row.from.iter().map(|from| line(from.as_str())));
        }
        lines.sort_unstable();
        lines.dedup();
        lines
    }

    fn route(from: &str, to: &str) -> Option<String> {
        let hops = upgrade_path(line(from), line(to), &Catalogue::default())?.hops;
        Some(hops.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn known_routes() {
        for (from, to, expected) in [
            ("20.10", "26.0", Some("22.10 26.0")),
            ("21.10", "26.0", Some("24.10 26.0")),
            ("22.6", "26.0", Some("22.10 26.0")),
            ("24.6", "26.0", Some("24.10 26.0")),
            ("24.2", "26.0", Some("24.10 26.0")),
            ("24.10", "26.0", Some("26.0")),
            ("26.0", "26.1", Some("26.1")),
            ("26.0", "26.0", Some("")),
            ("20.6", "26.0", None),
            ("21.2", "26.0", None),
            ("21.6", "26.1", None),
            ("26.0", "24.10", None),
        ] {
            assert_eq!(route(from, to).as_deref(), expected, "{from} {to}");
        }
    }

    /// Every chain without a cycle, by trying all of them.
    fn chains(at: Line, to: Line, facts: &Catalogue, walked: &mut Vec<Line>, found: &mut Vec<Vec<Line>>) {
        if at == to {
            found.push(walked.clone());
            return;
        }
        for next in lines() {
            if next != at && !walked.contains(&next) && facts.upgrade_sources(next).any(|source| source == at) {
                walked.push(next);
                chains(next, to, facts, walked, found);
                walked.pop();
            }
        }
    }

    #[test]
    fn every_pair_of_known_lines_has_the_shortest_chain_over_the_newest_lines() {
        let facts = Catalogue::default();
        for from in lines() {
            for to in lines() {
                let mut found = Vec::new();
                chains(from, to, &facts, &mut Vec::new(), &mut found);
                let shortest = found.iter().map(Vec::len).min();
                let best = found.into_iter().filter(|chain| Some(chain.len()) == shortest).max();
                let route = upgrade_path(from, to, &facts).map(|route| route.hops);
                assert_eq!(route, best, "{from} {to}");
            }
        }
    }

    #[test]
    fn added_lines_have_no_documented_route() {
        let mut additions = Additions::default();
        additions.add_server_line(line("26.2"));
        let facts = Catalogue::new(additions);
        assert_eq!(upgrade_path(line("26.0"), line("26.2"), &facts), None);
        assert_eq!(upgrade_path(line("26.2"), line("26.2"), &facts), Some(UpgradeRoute { hops: Vec::new() }));
    }

    #[test]
    fn releases_compare_where_both_say_enough() {
        let release = |text| Release::parse(text).unwrap();
        for (a, b, expected) in [
            ("24.10.4", "26.0", Some(Ordering::Less)),
            ("26.0.3", "24.10.4", Some(Ordering::Greater)),
            ("24.10.4", "24.10.10", Some(Ordering::Less)),
            ("24.10.4", "24.10", None),
        ] {
            assert_eq!(release(a).compare(release(b)), expected, "{a} {b}");
        }
        assert_eq!(Release::parse("latest"), None);
    }
}
