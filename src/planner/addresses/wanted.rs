//! One network that is asked for.

use std::collections::BTreeSet;
use std::rc::Rc;

use serde::Deserialize;

use crate::catalogue::rows::Cloud;

/// What to do with a network that asks for more than it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub(super) enum Growth {
    Refuse,
    Move,
}

/// One network that is asked for.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub name: String,
    pub cloud: Option<Cloud>,
    pub region: Option<String>,
    pub prefix_length: u8,
    /// Why it has that prefix length, where that was not written.
    pub size_reason: Option<String>,
    /// The network that it is as large as, where that is how its size is written.
    pub like: Option<String>,
    /// Whether it gets a CIDR block as if it had none.
    pub is_new: bool,
    /// The place of its pool, where one is named.
    pub pool: Option<usize>,
    /// `None` when it may be peered with anything.
    pub peers: Option<Rc<BTreeSet<String>>>,
    pub growth: Growth,
    /// Whether it may share addresses where there is no other way.
    pub overlap_allowed: bool,
}

impl Wanted {
    /// The peers that are named.
    pub fn named_peers(&self) -> impl Iterator<Item = &String> {
        self.peers.iter().flat_map(|peers| peers.iter())
    }

    /// Whether two networks may have addresses in common: both allow it, and no peer reaches both.
    pub fn may_overlap(&self, other: &Self) -> bool {
        let disjoint = || Some(self.peers.as_ref()?.is_disjoint(other.peers.as_ref()?));
        self.overlap_allowed && other.overlap_allowed && disjoint().unwrap_or(false)
    }
}
