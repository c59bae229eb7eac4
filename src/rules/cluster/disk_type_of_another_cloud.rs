//! `diskType` must belong to the cloud of the cluster's network.
//!
//! ## Why
//! Each cloud has its own disk types, and a cluster runs in the cloud of its network. The provider does not compare the
//! two, so only the service rejects a mismatch, when the cluster is created.
//! ## Example
//! ```json
//! { "resources": [
//!     { "kind": "Network", "name": "net", "args": { "resourceProvider": "gcp", "region": "us-east1" } },
//!     { "kind": "ManagedCluster", "name": "db", "args": { "networkId": { "ref": "net" }, "diskType": "gp3" } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "Network", "name": "net", "args": { "resourceProvider": "gcp", "region": "us-east1" } },
//!     { "kind": "ManagedCluster", "name": "db", "args": { "networkId": { "ref": "net" }, "diskType": "ssd", "diskIops": null, "diskThroughput": null } }
//! ] }
//! ```

use crate::model::managed_cluster as cluster;
use crate::model::network;
use crate::rules::faults::cluster::OtherCloud;
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::PROVIDER_DOCS_MANAGED_CLUSTER, source::DOCS_AUTOMATION_TERRAFORM])
    .on(&[FaultCheck::ClusterDiskCloud(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &OtherCloud<'a>) {
    let OtherCloud { disk, net, cloud } = fault;
    let finding = Finding::at(
        db.resource,
        cluster::DISK_TYPE,
        format!(
            "{} is not a disk type of {}, the cloud of the network {}",
            quoted(disk.written),
            cloud.name,
            quoted(&net.name)
        ),
    )
    .related_at(net, network::RESOURCE_PROVIDER);
    let Some(fitting) = cx.catalogue().disk_type_of(cloud.id) else {
        cx.report(finding.help("use a disk type of that cloud"));
        return;
    };
    let finding = shared::change_disk_type(cx, finding, db, fitting, "");
    cx.report(finding);
}
