//! `diskIops` and `diskThroughput` must be omitted or zero for a disk type without configurable performance.
//!
//! ## Why
//! Only `gp3` has configurable IOPS and throughput. With any other disk type, the provider rejects both settings at
//! preview.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskType": "ssd", "diskIops": 3000, "diskThroughput": 125 } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskType": "ssd", "diskIops": null, "diskThroughput": null } }
//! ```

use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::PROVIDER_MANAGED_CLUSTER])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let settings = [&shared::IOPS, &shared::THROUGHPUT];
    if !settings.iter().any(|setting| cx.is_given(resource, setting.id)) {
        return;
    }
    let Some(disk) = shared::disk_type(cx, resource) else { return };
    // Another rule says what to use instead of a disk type that is no longer supported; that may have these settings.
    if disk.replaced_by.is_some() {
        return;
    }
    for setting in settings {
        let None = (setting.range)(disk) else { continue };
        let Some(number) = cx.number(resource, setting.id).known() else { continue };
        if number == 0.0 || shared::is_of_another_cloud(cx, resource, disk) {
            continue;
        }
        let message = format!("`{}` cannot be set for a disk of type {}", setting.name, quoted(disk.id.as_str()));
        let finding = Finding::at(resource, setting.id, message).help(format!("remove `{}`", setting.name));
        cx.report(finding.remove(setting.id));
    }
}
