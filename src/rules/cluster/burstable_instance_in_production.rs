//! A production cluster is not of a burstable size.
//!
//! ## Why
//! A burstable node has its full speed for a short time only and is slow after that. The documentation calls such a
//! size unfit for production; the service makes the cluster all the same.
//! ## Example
//! ```json
//! { "environment": "production", "resources": [
//!     { "kind": "ManagedCluster", "name": "db", "args": { "instanceType": "F1" } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "environment": "production", "resources": [
//!     { "kind": "ManagedCluster", "name": "db", "args": { "instanceType": "M32" } }
//! ] }
//! ```

use crate::catalogue::rows::Rating;
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub(super) const RULE: Rule = Rule::warning()
    .source(&[source::DOCS_AUTOMATION_TERRAFORM, source::DOCS_PUBLIC])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if !cx.settings().is_production() {
        return;
    }
    let Some(row) = shared::instance_type(cx, resource).filter(|row| row.burstable) else { return };
    let message = format!("{} is burstable, which is not fit for production", quoted(row.id.as_str()));
    let help = match cx.catalogue().smallest_rated(Rating::LightProduction) {
        Some(least) => format!("take {} or a larger size", quoted(least.id.as_str())),
        None => "take a larger size".to_string(),
    };
    cx.report(Finding::at(resource, cluster::INSTANCE_TYPE, message).help(help));
}
