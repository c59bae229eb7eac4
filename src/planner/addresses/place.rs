//! Which network gets which CIDR block.

use super::request::{Existing, Request};
use super::wanted::{Growth, Wanted};
use crate::net::{Cidr, FreeSpace};

/// What becomes of one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It has at least what it asks for.
    Kept(Cidr),
    /// It keeps its CIDR block, which is smaller than what it asks for.
    TooSmall(Cidr),
    /// It keeps its CIDR block, for there is no room for the larger one that it asks to be moved to.
    Stuck(Cidr),
    /// It gets a CIDR block out of the smallest free one that had room.
    New { cidr: Cidr, room: Cidr },
    /// As a new one, and it had another CIDR block.
    Moved { from: Cidr, cidr: Cidr, room: Cidr },
    /// It gets a CIDR block with addresses that other networks have.
    Shared { from: Option<Cidr>, cidr: Cidr },
    /// There is no room.
    Unplaced,
}

impl Outcome {
    /// The CIDR block that it has in this plan.
    pub const fn cidr(self) -> Option<Cidr> {
        match self {
            Self::Kept(cidr)
            | Self::TooSmall(cidr)
            | Self::Stuck(cidr)
            | Self::New { cidr, .. }
            | Self::Moved { cidr, .. }
            | Self::Shared { cidr, .. } => Some(cidr),
            Self::Unplaced => None,
        }
    }

    /// The CIDR block that it had before and does not keep.
    pub const fn left(self) -> Option<Cidr> {
        match self {
            Self::Moved { from, .. } | Self::Shared { from: Some(from), .. } => Some(from),
            _ => None,
        }
    }
}

/// Who got what, and what is left.
#[derive(Debug)]
pub(super) struct Placed {
    /// By the place of the request.
    pub outcomes: Vec<Outcome>,
    /// The pools without what is reserved.
    pub unreserved: FreeSpace,
    /// The pools without what is reserved or taken.
    pub free: FreeSpace,
}

/// Gives every request its CIDR block: first those that exist, then the others in their order.
#[inline(never)]
pub(super) fn place(request: &Request) -> Placed {
    let mut unreserved = FreeSpace::default();
    for pool in &request.pools {
        unreserved.add(pool.cidr);
    }
    unreserved.take_all(request.reserved.iter().map(|reserved| reserved.cidr));
    let mut space = Space::new(request, &unreserved);
    let existing: Vec<Option<&Existing>> =
        request.wanted.iter().map(|wanted| request.existing.get(&wanted.name).filter(|_| !wanted.is_new)).collect();
    for (wanted, existing) in request.wanted.iter().zip(&existing) {
        if let Some(existing) = existing {
            space.take(wanted, existing.cidr);
        }
    }
    let mut outcomes = Vec::with_capacity(request.wanted.len());
    for (wanted, existing) in request.wanted.iter().zip(existing) {
        outcomes.push(space.outcome(request, wanted, existing.map(|existing| existing.cidr)));
    }
    Placed { outcomes, unreserved, free: space.free }
}

/// Free space while CIDR blocks are given out.
struct Space<'a> {
    free: FreeSpace,
    /// Free space for networks that may share addresses, if there are such: without the CIDR blocks of all others.
    shareable: Option<FreeSpace>,
    /// The networks that may share addresses, with their CIDR blocks.
    sharing: Vec<(&'a Wanted, Cidr)>,
}

impl<'a> Space<'a> {
    fn new(request: &Request, unreserved: &FreeSpace) -> Self {
        let any = request.wanted.iter().any(|wanted| wanted.overlap_allowed);
        Self { free: unreserved.clone(), shareable: any.then(|| unreserved.clone()), sharing: Vec::new() }
    }

    fn take(&mut self, wanted: &'a Wanted, cidr: Cidr) {
        self.free.take(cidr);
        if wanted.overlap_allowed {
            self.sharing.push((wanted, cidr));
        } else if let Some(shareable) = &mut self.shareable {
            shareable.take(cidr);
        }
    }

    fn outcome(&mut self, request: &Request, wanted: &'a Wanted, existing: Option<Cidr>) -> Outcome {
        match existing {
            Some(cidr) if wanted.prefix_length >= cidr.prefix_length() => return Outcome::Kept(cidr),
            Some(cidr) if wanted.growth == Growth::Refuse => return Outcome::TooSmall(cidr),
            _ => {}
        }
        let pool = wanted.pool.and_then(|place| request.pools.get(place));
        let within = pool.map_or(Cidr::ALL, |pool| pool.cidr);
        let room = self.free.room(wanted.prefix_length, within);
        let fit = room.and_then(|room| Some((Cidr::containing(room.first(), wanted.prefix_length)?, room)));
        let outcome = match (fit, existing) {
            (Some((cidr, room)), None) => Outcome::New { cidr, room },
            (Some((cidr, room)), Some(from)) => Outcome::Moved { from, cidr, room },
            (None, from) => match (self.shared(wanted, within), from) {
                (Some(cidr), from) => Outcome::Shared { from, cidr },
                (None, Some(cidr)) => Outcome::Stuck(cidr),
                (None, None) => Outcome::Unplaced,
            },
        };
        if !matches!(outcome, Outcome::Stuck(_))
            && let Some(cidr) = outcome.cidr()
        {
            self.take(wanted, cidr);
        }
        outcome
    }

    /// A CIDR block that overlaps only networks that it may overlap.
    fn shared(&self, wanted: &Wanted, within: Cidr) -> Option<Cidr> {
        if !wanted.overlap_allowed {
            return None;
        }
        let shareable = self.shareable.as_ref()?;
        // Without room next to the others there is none next to some of them either.
        shareable.room(wanted.prefix_length, within)?;
        let mut shareable = shareable.with_room_for(wanted.prefix_length);
        for (other, cidr) in &self.sharing {
            // A network that moves must not overlap its own old CIDR block, for a while there are both.
            if other.name == wanted.name || !wanted.may_overlap(other) {
                shareable.take(*cidr);
            }
        }
        shareable.best_fit(wanted.prefix_length, within)
    }
}
