//! The service still takes the disk type.
//!
//! ## Why
//! The service refuses `gp2`. The legacy package lets it through, so the deployment fails when the cluster is made;
//! `kurrentcloud` 0.3.0 refuses it at preview.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskType": "gp2", "diskIops": null, "diskThroughput": null } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskType": "gp3", "diskIops": 3000, "diskThroughput": 125 } }
//! ```

use crate::catalogue::rows::FeatureId;
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::KURRENT_PROVIDER_CHANGELOG, source::KURRENT_PACKAGE_CHANGELOG, source::PROVIDER_PROVIDER])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let catalogue = cx.catalogue();
    let Some(written) = cx.text(resource, cluster::DISK_TYPE).known() else { return };
    let Some(old) = catalogue.disk_type(written.trim()) else { return };
    let Some(new) = old.replaced_by.as_ref().and_then(|id| catalogue.disk_type(id.as_str())) else { return };
    let message = format!("the service no longer takes disks of type {}", quoted(written));
    let finding = Finding::at(resource, cluster::DISK_TYPE, message).set(cluster::DISK_TYPE, new.id.as_str());
    let finding = shared::with_settings(cx, finding, resource, new);
    let needs: Vec<String> = [&shared::IOPS, &shared::THROUGHPUT]
        .into_iter()
        .filter(|setting| !cx.is_given(resource, setting.id))
        .filter_map(|setting| {
            let range = (setting.range)(new)?;
            Some(format!("`{}: {}` ({} to {} {})", setting.name, range.min, range.min, range.max, setting.unit))
        })
        .collect();
    let help = if needs.is_empty() {
        format!("write `{}`", new.id)
    } else {
        format!("write `{}`, which also needs {}; the builder completes what is missing", new.id, needs.join(" and "))
    };
    // The packages that no longer have it refuse it before the service does.
    let is_taken_by_provider = cx.settings().target.has(FeatureId::Gp2Disks, catalogue);
    let finding = finding.help(help);
    cx.report(if is_taken_by_provider { finding } else { finding.detected_at(DetectedAt::Preview) });
}
