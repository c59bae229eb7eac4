//! The vCPUs of replicas should be compared with a known quota.
//!
//! ## Why
//! Each replica is an additional node: it costs as much as any other node, and its vCPUs count towards the quota of the
//! organisation, which only support knows.
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

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .confidence(Confidence::Low)
    .source(&[source::DOCS_OPS, source::INFERENCE])
    .each_resource(&[KindId::ManagedClusterReplicaset], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if cx.settings().vcpu_quota.is_some() {
        return;
    }
    let message = "each replica is an additional node that is billed and counts towards the vCPU quota";
    let help = "ask support for the quota of the organisation, and set it as the option `vcpuQuota`";
    cx.report(Finding::on(resource, "", message).help(help));
}
