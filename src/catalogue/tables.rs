//! The rows of `data/*.json`, which `build.rs` turns into constants.

use std::borrow::Cow;

use super::rows::{
    CidrRole::*, Cloud::*, Confidence::*, FeatureId::*, LimitId::*, LineKind::*, MilestoneId::*, Rating::*, *,
};

include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));

/// The disk sizes in GB that disk types support, from the minimum to the maximum.
pub(super) fn disk_size_gb<'a>(types: impl Iterator<Item = &'a DiskType>) -> Option<Range> {
    let ranges = types.map(|row| row.size_gb);
    ranges.reduce(|all, one| Range { min: all.min.min(one.min), max: all.max.max(one.max) })
}
