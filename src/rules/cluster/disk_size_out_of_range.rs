//! The disk size is within the range of the provider.
//!
//! ## Why
//! The provider refuses other sizes at preview.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskSize": 8192 } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "diskSize": 4096 } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::model::{Fit, fit};
use crate::rules::prelude::*;

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Preview)
    .source(&[source::PROVIDER_MANAGED_CLUSTER])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(range) = cx.catalogue().disk_size_gb() else { return };
    let Some(size) = cx.number(resource, cluster::DISK_SIZE).known() else { return };
    let side = match fit(size, range) {
        Fit::Below => "below",
        Fit::Above => "above",
        Fit::Inside | Fit::Fraction => return,
    };
    let message = format!("a disk of {} GB is {side} what the provider takes", quoted(&size.to_string()));
    let help = format!("set `diskSize` to a whole number from {} to {}: the GB of each node", range.min, range.max);
    cx.report(Finding::at(resource, cluster::DISK_SIZE, message).help(help));
}
