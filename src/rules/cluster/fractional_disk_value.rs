//! `diskSize`, `diskIops` and `diskThroughput` must be integers.
//!
//! ## Why
//! Terraform rejects fractions. Pulumi truncates them without a warning, so the cluster gets less than the program says.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskSize": 1000.9 } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskSize": 1000 } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::faults::cluster::Fraction;
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected).source(&[source::BRIDGE_SCHEMA]).on(&[
    FaultCheck::ClusterDiskSize(check_size),
    FaultCheck::ClusterIops(check_iops),
    FaultCheck::ClusterThroughput(check_throughput),
]);

fn check_size<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &Fraction) {
    report(cx, db, cluster::DISK_SIZE, "diskSize", fault);
}

fn check_iops<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &Fraction) {
    report(cx, db, DiskSetting::Iops.id(), DiskSetting::Iops.name(), fault);
}

fn check_throughput<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &Fraction) {
    report(cx, db, DiskSetting::Throughput.id(), DiskSetting::Throughput.name(), fault);
}

fn report<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, id: PropertyId, name: &str, fraction: &Fraction) {
    let Fraction { written, is_cut } = fraction;
    let (sent, next) = (shared::integer(written.trunc()), shared::integer(written.ceil()));
    let shown = quoted_number(*written);
    let message = match is_cut {
        true => format!("`{name}` must be an integer; {shown} would be truncated to {}", grouped(sent.into())),
        false => format!("`{name}` must be an integer, not {shown}"),
    };
    let finding = Finding::at(db.resource, id, message);
    let range = cx.range(db.resource, id);
    let is_good = |value: &u32| range.is_none_or(|range| (range.min..=range.max).contains(value));
    let good = [sent, next].into_iter().filter(is_good);
    cx.report(finding.suggest(id, good, |listed| format!("set `{name}` to {listed}")));
}
