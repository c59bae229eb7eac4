//! `diskType` must be one of the service's disk types, in any case.
//!
//! ## Why
//! The provider has a closed list of disk types and rejects any other value at preview. The names that Google Cloud
//! and Azure use for the same disks are not in the list. Disk types that are newer than this catalogue can be added
//! with the option `catalogue.diskTypes`.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskType": "pd-ssd", "diskIops": null, "diskThroughput": null } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskType": "ssd", "diskIops": null, "diskThroughput": null } }
//! ```

use crate::catalogue::rows::DiskType;
use crate::model::managed_cluster as cluster;
use crate::rules::faults::cluster::{Disk, DiskTypeFault};
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;
use crate::value::spelling::is_certain;

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::KURRENT_PROVIDER_PROVIDER, source::PROVIDER_PROVIDER])
    .on(&[FaultCheck::ClusterDiskType(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &DiskTypeFault<'a>) {
    let finding = match *fault {
        DiskTypeFault::Unknown(written, spelled) => unknown(cx, db, written, spelled),
        DiskTypeFault::Padded(Disk { written, row }) => {
            shared::padded(db, cluster::DISK_TYPE, written, row.id.as_str())
        }
        DiskTypeFault::Case(_) => return,
    };
    cx.report(finding);
}

fn unknown<'a>(
    cx: &mut Context<'a>,
    db: ManagedCluster<'a>,
    written: &str,
    spelled: Option<&'a DiskType>,
) -> Finding<'a> {
    let catalogue = cx.catalogue();
    let cloud = db.own_network(cx).and_then(|net| net.cloud(cx).value).map(|cloud| cloud.id);
    let finding = Finding::at(db.resource, cluster::DISK_TYPE, shared::unknown_value(written, "diskType", "disk type"));
    let supported = || catalogue.disk_types().filter(|row| row.replaced_by.is_none());
    let ids = || supported().map(|row| row.id.as_str());
    let all = supported().map(|row| named(cx, row)).collect::<Vec<_>>().join(", ");
    let note = "the option `catalogue.diskTypes` adds others";
    let meant = spelled.or_else(|| catalogue.disk_type(nearest(written, ids())?));
    // The disk type of the network's cloud is a better guess than one with a similar name.
    if let Some(cloud) = cloud.filter(|cloud| meant.is_none_or(|row| row.cloud != *cloud)) {
        return match catalogue.disk_type_of(cloud) {
            Some(row) => {
                let note = format!("; it is the disk type of the network's cloud; {note}");
                shared::change_disk_type(cx, finding, db, row, &note)
            }
            None => finding.help(format!("use a disk type of the network's cloud; known disk types are {all}; {note}")),
        };
    }
    let is_spelled = spelled.is_some();
    let is_certain = |row: &DiskType| is_spelled || is_certain(written, row.id.as_str(), ids());
    if let Some(row) = meant.filter(|row| is_certain(row)) {
        return shared::change_disk_type(cx, finding, db, row, "");
    }
    let possible: Vec<&DiskType> = {
        let of_cloud = supported().filter(|row| cloud.is_none_or(|cloud| row.cloud == cloud));
        of_cloud.filter(|row| shared::suits(cx, db, row)).collect()
    };
    let known = format!("known disk types are {all}; {note}");
    match meant {
        Some(row) if possible.iter().any(|other| other.id == row.id) => {
            finding.suggest(cluster::DISK_TYPE, [row.id.as_str()], |listed| {
                format!("use {listed} if that is what you mean; {known}")
            })
        }
        _ => finding.suggest(cluster::DISK_TYPE, possible.into_iter().map(|row| row.id.as_str()), |_| {
            format!("use the disk type of the network's cloud; {known}")
        }),
    }
}

/// A disk type with the name of its cloud.
fn named(cx: &Context<'_>, row: &DiskType) -> String {
    let cloud = cx.catalogue().cloud_row(row.cloud).map_or_else(|| row.cloud.as_str(), |cloud| cloud.name.as_str());
    format!("{} ({cloud})", quoted(row.id.as_str()))
}
