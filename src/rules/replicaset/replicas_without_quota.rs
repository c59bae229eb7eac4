//! The vCPUs of replicas are weighed against a known quota.
//!
//! ## Why
//! Each replica is one more node: it costs like one, and its vCPUs count towards the quota of the organisation, which
//! is known to its support only.
//! ## Example
//! ```json
//! { "target": "kurrentcloud@0.3.x", "resources": [
//!     { "kind": "ManagedClusterReplicaset", "name": "replicas" }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "options": { "vcpuQuota": 96 }, "target": "kurrentcloud@0.3.x", "resources": [
//!     { "kind": "ManagedClusterReplicaset", "name": "replicas" }
//! ] }
//! ```

use crate::rules::prelude::*;

pub(super) const RULE: Rule = Rule::advice()
    .confidence(Confidence::Low)
    .source(&[source::DOCS_OPS, source::INFERENCE])
    .each_resource(&[KindId::ManagedClusterReplicaset], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if cx.settings().vcpu_quota.is_some() {
        return;
    }
    let message = "each replica is one more node that is paid for and counts towards the quota of vCPUs";
    let help = "ask support for the quota of the organisation and give it as the option `vcpuQuota`";
    cx.report(Finding::on(resource, "", message).help(help));
}
