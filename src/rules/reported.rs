//! What has been reported, for what steps aside for it.

use std::collections::BTreeSet;

use super::views::About;
use crate::model::path::PropertyPath;
use crate::model::resource::Resource;

/// What has been reported of the readings, and of how resources fit together.
#[derive(Debug, Default)]
pub(super) struct Reported<'a> {
    /// The readings of which a fault has been reported: of which resource, and of which item if it is one of a list.
    faults: BTreeSet<(usize, About, Option<usize>)>,
    conflicts: BTreeSet<(usize, Conflict)>,
    /// The ids of which it has been reported that they are none: of which resource, and where.
    ids: BTreeSet<(usize, PropertyPath<'a>)>,
    /// Where anything has been reported of the resources that have conversions.
    paths: Vec<(usize, String)>,
}

/// What a resource can have with others, where several rules could report it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Conflict {
    /// A peering connects two networks that another peering connects.
    SameNetworks,
    /// A network overlaps another that has the same peer network.
    SharedPeer,
}

impl<'a> Reported<'a> {
    pub fn add(&mut self, resource: &Resource, about: About, item: Option<usize>) {
        self.faults.insert((resource.index, about, item));
    }

    pub fn add_conflict(&mut self, resource: &Resource, conflict: Conflict) {
        self.conflicts.insert((resource.index, conflict));
    }

    pub fn add_id(&mut self, resource: &Resource, path: PropertyPath<'a>) {
        self.ids.insert((resource.index, path));
    }

    pub fn add_path(&mut self, resource: &Resource, path: &str) {
        self.paths.push((resource.index, path.to_string()));
    }

    pub fn has_path(&self, resource: &Resource, path: &str) -> bool {
        self.paths.iter().any(|(index, known)| *index == resource.index && known == path)
    }

    pub fn has_id(&self, resource: &Resource, path: PropertyPath<'a>) -> bool {
        self.ids.contains(&(resource.index, path))
    }

    /// Whether a fault has been reported of the same item; what is no item belongs to all of them.
    pub fn has(&self, resource: &Resource, about: About, item: Option<usize>) -> bool {
        let of = |item| (resource.index, about, item);
        match item {
            Some(_) => self.faults.contains(&of(item)) || self.faults.contains(&of(None)),
            None => self.faults.range(of(None)..=of(Some(usize::MAX))).next().is_some(),
        }
    }

    pub fn has_conflict(&self, resource: &Resource, conflict: Conflict) -> bool {
        self.conflicts.contains(&(resource.index, conflict))
    }
}
