//! What has been reported of the readings, for what steps aside for it.

use super::views::About;
use crate::model::resource::Resource;

/// The readings of which a fault has been reported: of which resource, and of which item if it is one of a list.
#[derive(Debug, Default)]
pub(super) struct Reported(Vec<(usize, About, Option<usize>)>);

impl Reported {
    pub fn add(&mut self, resource: &Resource, about: About, item: Option<usize>) {
        self.0.push((resource.index, about, item));
    }

    /// Whether a fault has been reported of the same item; what is no item belongs to all of them.
    pub fn has(&self, resource: &Resource, about: About, item: Option<usize>) -> bool {
        let is_same = |other: Option<usize>| item.is_none() || other.is_none() || item == other;
        self.0.iter().any(|(index, other, of)| *index == resource.index && *other == about && is_same(*of))
    }
}
