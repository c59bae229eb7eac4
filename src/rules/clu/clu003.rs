//! ## What it checks
//! That `instanceType` is one of the service's sizes, in whatever case. Names of the clouds' own machines are none of
//! them.
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

use super::shared;
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "CLU003",
    name: "unknown-instance-type",
    title: "The instance size is a known one",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Preview,
    source: &[
        "EventStore/terraform-provider-eventstorecloud:esc/provider.go",
        "kurrent-io/documentation:docs/cloud/ops/README.md",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::ManagedCluster], check),
};

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
