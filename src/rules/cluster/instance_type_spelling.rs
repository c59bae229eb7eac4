//! `instanceType` should be written in upper case, as in the documentation, the command line and the console.
//!
//! ## Why
//! The provider accepts any case, so nothing fails. One spelling makes programs easier to search and to compare with
//! the documentation.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "instanceType": "m32" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "instanceType": "M32" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .source(&[source::PROVIDER_MANAGED_CLUSTER])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(written) = cx.text(resource, cluster::INSTANCE_TYPE).known() else { return };
    let Some(row) = cx.catalogue().instance_type(written) else { return };
    let usual = row.id.as_str();
    if written != usual {
        let message = format!("instance type {} is usually written {}", quoted(written), quoted(usual));
        let finding = Finding::at(resource, cluster::INSTANCE_TYPE, message).set(cluster::INSTANCE_TYPE, usual);
        let help = |listed: &str| format!("use {listed}; the provider accepts both spellings");
        cx.report(finding.suggest(cluster::INSTANCE_TYPE, [usual], help));
    }
}
