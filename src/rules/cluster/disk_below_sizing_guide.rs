//! `diskSize` should be at least what the sizing guide recommends for the instance type.
//!
//! ## Why
//! The guide matches the size of the disk to the memory of the node. A large node with a small disk is paid for but
//! never fully used, because the disk fills up first. Nothing else reports it.
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

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .source(&[source::DOCS_OPS_SIZING])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(db) = ManagedCluster::of(cx, resource) else { return };
    let Some(row) = db.instance_type(cx).value else { return };
    let Some(min) = row.recommended_disk_gb else { return };
    let Some(size) = db.disk_size(cx).value.filter(|size| *size < f64::from(min)) else { return };
    if cx.is_reported(resource, About::ClusterSizeRange) {
        return;
    }
    let (shown, id) = (quoted_number(size), quoted(row.id.as_str()));
    let message = format!("`diskSize` is {shown} GB, less than the sizing guide recommends for instance type {id}");
    let finding = Finding::at(resource, cluster::DISK_SIZE, message);
    // A smaller instance type does not help in production if it is rated for development only.
    let needed = if cx.settings().is_production() { Rating::LightProduction } else { Rating::Development };
    let fits =
        |row: &&InstanceType| row.rating >= needed && row.recommended_disk_gb.is_some_and(|gb| f64::from(gb) <= size);
    cx.report(match cx.catalogue().instance_types().filter(fits).last().map(|smaller| smaller.id.as_str()) {
        Some(smaller) => finding
            .suggest(cluster::DISK_SIZE, [min], |listed| {
                format!("set `diskSize` to {listed} or more, or `instanceType` to {}", quoted(smaller))
            })
            .suggest_also(cluster::INSTANCE_TYPE, smaller),
        None => finding.suggest(cluster::DISK_SIZE, [min], |listed| format!("set `diskSize` to {listed} or more")),
    });
}
