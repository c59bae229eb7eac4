//! Disk size, IOPS and throughput are whole numbers.
//!
//! ## Why
//! Pulumi cuts fractions off without a word, so the cluster gets less than what is written.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskSize": 1000.9 } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskSize": 1000 } }
//! ```

use crate::catalogue::rows::DiskType;
use crate::model::kind::PropertyId;
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::cluster::{self as shared, IOPS, THROUGHPUT, is_within};

pub(super) const RULE: Rule =
    Rule::warning().source(&[source::BRIDGE_SCHEMA]).each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for (id, name) in [(cluster::DISK_SIZE, "diskSize"), (IOPS.id, IOPS.name), (THROUGHPUT.id, THROUGHPUT.name)] {
        let Some(number) = cx.number(resource, id).known() else { continue };
        if number.fract() == 0.0 || !is_otherwise_right(cx, resource, id, number) {
            continue;
        }
        let message = format!("`{name}` is {}, and its fraction is cut off", quoted(&number.to_string()));
        let help =
            format!("write a whole number: `{}`, which is what is sent now, or `{}`", number.trunc(), number.ceil());
        cx.report(Finding::at(resource, id, message).help(help));
    }
}

/// Whether the number would be taken but for its fraction; whatever else is wrong with it is another rule's.
fn is_otherwise_right<'a>(cx: &mut Context<'a>, resource: &'a Resource, id: PropertyId, number: f64) -> bool {
    if id == cluster::DISK_SIZE {
        return cx.catalogue().disk_size_gb().is_none_or(|range| is_within(number, range));
    }
    let range = if id == IOPS.id { IOPS.range } else { THROUGHPUT.range };
    let takes = |disk: &DiskType| range(disk).is_some_and(|range| is_within(number, range));
    match shared::disk_type(cx, resource) {
        Some(disk) => takes(disk),
        None => cx.catalogue().disk_types().any(takes),
    }
}
