//! The disk type is a known one.
//!
//! ## Why
//! The provider has a closed list of disk types and refuses any other value at preview. Disk types that are newer than
//! this catalogue can be added with the option `catalogue.diskTypes`.
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
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;
use crate::value::spelling::is_certain;

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Preview)
    .source(&[source::KURRENT_PROVIDER_PROVIDER, source::PROVIDER_PROVIDER])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let catalogue = cx.catalogue();
    let Some(written) = cx.text(resource, cluster::DISK_TYPE).known() else { return };
    let finding = match catalogue.disk_type(written.trim()) {
        // One that is no longer taken is CLU006's, with or without white space.
        Some(row) if written == written.trim() || row.replaced_by.is_some() => return,
        Some(row) => shared::padded(resource, cluster::DISK_TYPE, written, row.id.as_str()),
        None => unknown(cx, resource, written),
    };
    cx.report(finding);
}

fn unknown<'a>(cx: &mut Context<'a>, resource: &'a Resource, written: &str) -> Finding<'a> {
    let catalogue = cx.catalogue();
    let cloud = shared::network_cloud(cx, resource);
    let finding = Finding::at(resource, cluster::DISK_TYPE, shared::no_known(written, "disk type"));
    let taken = || catalogue.disk_types().filter(|row| row.replaced_by.is_none());
    let ids = || taken().map(|row| row.id.as_str());
    let all = taken().map(|row| named(cx, row)).collect::<Vec<_>>().join(", ");
    let more = format!("; known are {all}; the option `catalogue.diskTypes` adds new ones");
    let spelt = catalogue.disk_type_by_spelling(written);
    let meant = spelt.or_else(|| catalogue.disk_type(nearest(written, ids())?));
    // What the network's cloud takes is a better guess than a word that looks alike.
    if let Some(cloud) = cloud.filter(|cloud| meant.is_none_or(|row| row.cloud != *cloud)) {
        return match catalogue.disk_type_of(cloud) {
            Some(row) => finding.help(format!("write {}, for the cloud of the network{more}", quoted(row.id.as_str()))),
            None => finding.help(format!("write a disk type of the network's cloud{more}")),
        };
    }
    match meant {
        Some(row) if spelt.is_some() || is_certain(written, row.id.as_str(), ids()) => {
            let finding = finding.help(format!("write {}{more}", quoted(row.id.as_str())));
            shared::with_settings(cx, finding.set(cluster::DISK_TYPE, row.id.as_str()), resource, row)
        }
        Some(row) => finding.help(format!("write {}, if that is meant{more}", quoted(row.id.as_str()))),
        None => finding.help(format!("write the disk type of the network's cloud{more}")),
    }
}

/// A disk type with the name of its cloud.
fn named(cx: &Context<'_>, row: &DiskType) -> String {
    let cloud = cx.catalogue().cloud_row(row.cloud).map_or_else(|| row.cloud.as_str(), |cloud| cloud.name.as_str());
    format!("{} ({cloud})", quoted(row.id.as_str()))
}
