//! Changed requests, planned before they are offered.

use std::collections::BTreeSet;

use super::place::{Outcome, Placed, place};
use super::request::Request;
use super::wanted::Wanted;
use crate::collect;
use crate::net::Cidr;

/// The maximum number of things that are planned to try changes, of all tries together.
const MAX_PLANNED: usize = 300_000;

/// What can be left out of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Removal {
    Network(String),
    Reserved(Cidr),
}

/// Plans changed requests, until that takes too long.
pub(super) struct Tries<'a> {
    pub request: &'a Request,
    /// The networks that have what they ask for.
    settled: BTreeSet<&'a str>,
    /// How many networks may share addresses.
    sharing: usize,
    left: usize,
}

impl<'a> Tries<'a> {
    pub fn new(request: &'a Request, placed: &Placed) -> Self {
        let networks = request.wanted.iter().zip(&placed.outcomes);
        let settled = networks.filter(|(_, outcome)| is_settled(**outcome)).map(|(wanted, _)| wanted.name.as_str());
        let sharing = request.wanted.iter().filter(|wanted| wanted.overlap_allowed).count();
        Self { request, settled: collect::set(settled), sharing, left: MAX_PLANNED }
    }

    /// Whether another change would be tried.
    pub fn may_go_on(&self) -> bool {
        self.planned() <= self.left
    }

    /// How much a try plans: everything, and once more for each network that may share addresses.
    fn planned(&self) -> usize {
        let request = self.request;
        let all = request.wanted.len() + request.reserved.len() + request.existing.len() + 1;
        all.saturating_mul(self.sharing + 1)
    }

    /// Whether a change gives a network what it asks for, and takes it from no other. `false` where it is not tried.
    pub fn helps(&mut self, name: &str, change: &dyn Fn(&mut Request)) -> bool {
        if !self.may_go_on() {
            return false;
        }
        self.left -= self.planned();
        let mut changed = self.request.clone();
        change(&mut changed);
        let placed = place(&changed);
        let mut networks = changed.wanted.iter().zip(&placed.outcomes);
        networks.all(|(wanted, outcome)| {
            let matters = wanted.name == name || self.settled.contains(wanted.name.as_str());
            !matters || is_settled(*outcome)
        })
    }

    /// Whether a change takes from no network what it asks for. `false` where it is not tried.
    pub fn keeps(&mut self, change: &dyn Fn(&mut Request)) -> bool {
        self.helps("", change)
    }

    /// Whether the request stays valid without some things: no network is as large as one that is removed.
    pub fn can_remove(&self, removed: &[Removal]) -> bool {
        let is_gone = |name: &str| removed.iter().any(|one| matches!(one, Removal::Network(gone) if gone == name));
        let stays = self.request.wanted.iter().filter(|wanted| !is_gone(&wanted.name));
        stays.filter_map(|wanted| wanted.like.as_deref()).all(|like| !is_gone(like))
    }
}

const fn is_settled(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Kept(_) | Outcome::New { .. } | Outcome::Moved { .. } | Outcome::Shared { .. })
}

impl Request {
    /// Lets a network come from another pool.
    pub fn use_pool(&mut self, name: &str, place: usize) {
        self.change(name, |wanted| wanted.pool = Some(place));
    }

    /// Changes the network of a name.
    pub fn change(&mut self, name: &str, change: impl FnOnce(&mut Wanted)) {
        if let Some(wanted) = self.wanted.iter_mut().find(|wanted| wanted.name == name) {
            change(wanted);
        }
    }

    /// Leaves things out.
    pub fn remove(&mut self, removed: &[Removal]) {
        for one in removed {
            match one {
                Removal::Network(name) => self.wanted.retain(|wanted| wanted.name != *name),
                Removal::Reserved(cidr) => self.reserved.retain(|reserved| reserved.cidr != *cidr),
            }
        }
    }
}
