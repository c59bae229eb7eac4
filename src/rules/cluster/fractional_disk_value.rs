//! `diskSize`, `diskIops` and `diskThroughput` must be integers.
//!
//! ## Why
//! Pulumi truncates fractions without a warning, so the cluster gets less than the program says.
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

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .source(&[source::BRIDGE_SCHEMA])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for (id, name) in [(cluster::DISK_SIZE, "diskSize"), (IOPS.id, IOPS.name), (THROUGHPUT.id, THROUGHPUT.name)] {
        let Some(number) = cx.number(resource, id).known() else { continue };
        if number.fract() == 0.0 || !is_otherwise_right(cx, resource, id, number) {
            continue;
        }
        let (sent, next) = (shared::integer(number.trunc()), shared::integer(number.ceil()));
        let shown = quoted(&number.to_string());
        let message = format!("`{name}` must be an integer; {shown} would be truncated to {}", grouped(sent.into()));
        let finding = Finding::at(resource, id, message);
        cx.report(finding.suggest(id, [sent, next], |listed| format!("set `{name}` to {listed}")));
    }
}

/// Whether the number is right but for its fraction; other rules report whatever else is wrong with it.
fn is_otherwise_right<'a>(cx: &mut Context<'a>, resource: &'a Resource, id: PropertyId, number: f64) -> bool {
    if id == cluster::DISK_SIZE {
        return cx.catalogue().disk_size_gb().is_none_or(|range| is_within(number, range));
    }
    let range = if id == IOPS.id { IOPS.range } else { THROUGHPUT.range };
    let accepts = |disk: &DiskType| range(disk).is_some_and(|range| is_within(number, range));
    match shared::disk_type(cx, resource) {
        Some(disk) => accepts(disk),
        None => cx.catalogue().disk_types().any(accepts),
    }
}
