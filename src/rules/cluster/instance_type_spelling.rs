//! The instance size is written in capitals.
//!
//! ## Why
//! The provider takes any case and nothing goes wrong. One spelling makes programs easier to search and to compare
//! with the documentation.
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

pub(super) const RULE: Rule =
    Rule::advice().source(&[source::PROVIDER_MANAGED_CLUSTER]).each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(written) = cx.text(resource, cluster::INSTANCE_TYPE).known() else { return };
    let Some(row) = cx.catalogue().instance_type(written) else { return };
    let usual = row.id.as_str();
    if written != usual {
        let message = format!("{} is usually written {}", quoted(written), quoted(usual));
        let help = format!("write {}; both mean the same to the provider", quoted(usual));
        cx.report(Finding::at(resource, cluster::INSTANCE_TYPE, message).help(help).set(cluster::INSTANCE_TYPE, usual));
    }
}
