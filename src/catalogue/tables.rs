//! The rows of `data/*.json`, which `build.rs` turns into constants.

use std::borrow::Cow;

use super::rows::variants::*;
use super::rows::*;

/// The rows of one table.
pub trait Row: Clone + 'static {
    /// The table, without what users add.
    fn table() -> &'static Table<Self>;
}

/// The rows of a table that users cannot add to.
pub trait Fixed: Row {}

include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));

/// The disk sizes in GB that disk types support, from the minimum to the maximum.
pub(super) fn disk_size_gb<'a>(types: impl Iterator<Item = &'a DiskType>) -> Option<Range> {
    let ranges = types.map(|row| row.size_gb);
    ranges.reduce(|all, one| Range { min: all.min.min(one.min), max: all.max.max(one.max) })
}
