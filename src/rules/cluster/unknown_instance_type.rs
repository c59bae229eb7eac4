//! The instance size is a known one.
//!
//! ## Why
//! The provider has a closed list of sizes and refuses any other value at preview. Sizes that are newer than this
//! catalogue can be added with the option `catalogue.instanceTypes`.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "instanceType": "m5.large" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "instanceType": "M32" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Preview)
    .source(&[source::PROVIDER_PROVIDER, source::DOCS_OPS])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let catalogue = cx.catalogue();
    let Some(written) = cx.text(resource, cluster::INSTANCE_TYPE).known() else { return };
    let finding = match catalogue.instance_type(written.trim()) {
        Some(_) if written == written.trim() => return,
        Some(row) => shared::padded(resource, cluster::INSTANCE_TYPE, written, row.id.as_str()),
        None => {
            let known: Vec<&str> = catalogue.instance_types().map(|row| row.id.as_str()).collect();
            let more = "; the option `catalogue.instanceTypes` adds new ones";
            shared::unknown(resource, cluster::INSTANCE_TYPE, written, "instance size", &known, more)
        }
    };
    cx.report(finding);
}
