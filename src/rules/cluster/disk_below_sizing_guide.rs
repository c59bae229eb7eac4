//! The disk is as large as the sizing guide recommends.
//!
//! ## Why
//! The guide matches disk and memory: a large node on a small disk is paid for and not used, and the disk runs full
//! first. Nothing says so at any time.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "instanceType": "M32", "diskSize": 100 } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "instanceType": "M32", "diskSize": 1000 } }
//! ```

use crate::catalogue::rows::{InstanceType, Rating};
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub(super) const RULE: Rule =
    Rule::warning().source(&[source::DOCS_OPS_SIZING]).each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(row) = shared::instance_type(cx, resource) else { return };
    let Some(least) = row.recommended_disk_gb else { return };
    let Some(size) = shared::disk_size(cx, resource).filter(|size| *size < f64::from(least)) else { return };
    let id = quoted(row.id.as_str());
    let message = format!("the sizing guide gives {id} at least {least} GB of disk, not {}", quoted(&size.to_string()));
    // A smaller size is no way out where it is one for development only.
    let needed = if cx.settings().is_production() { Rating::LightProduction } else { Rating::Development };
    let fits =
        |row: &&InstanceType| row.rating >= needed && row.recommended_disk_gb.is_some_and(|gb| f64::from(gb) <= size);
    let help = match cx.catalogue().instance_types().filter(fits).last() {
        Some(smaller) => format!("raise `diskSize` to {least} or more, or take `instanceType: \"{}\"`", smaller.id),
        None => format!("raise `diskSize` to {least} or more"),
    };
    cx.report(Finding::at(resource, cluster::DISK_SIZE, message).help(help));
}
