//! ## What it checks
//! In production (`environment` is `production` or `prod`): that the cluster has several nodes.
//! ## Why
//! With one node there is nothing to take over when it fails, and every upgrade and every change of size is an outage.
//! The topology cannot be changed later without a new cluster.
//! ## Example
//! ```json
//! { "environment": "production", "resources": [
//!     { "kind": "ManagedCluster", "name": "db", "args": {
//!         "topology": "single-node", "instanceType": { "unknown": true }
//!     } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "environment": "production", "resources": [
//!     { "kind": "ManagedCluster", "name": "db", "args": { "topology": "three-node-multi-zone" } }
//! ] }
//! ```

use super::shared;
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "CLU022",
    name: "single-node-in-production",
    title: "A production cluster has more than one node",
    severity: Severity::Warning,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Nobody,
    source: &["kurrent-io/documentation:docs/cloud/ops/README.md", "kurrent-io/documentation:docs/cloud/faq.md"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::ManagedCluster], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if !cx.settings().is_production() {
        return;
    }
    let Some(row) = shared::topology(cx, resource).filter(|row| row.nodes == 1) else { return };
    let message = "a production cluster of one node is down whenever that node is";
    let help = match cx.catalogue().topologies().find(|other| other.nodes > row.nodes) {
        Some(larger) => {
            format!("write `{}` before the cluster is made; changing it later replaces the cluster", larger.id)
        }
        None => "take a topology with several nodes".to_string(),
    };
    cx.report(Finding::at(resource, cluster::TOPOLOGY, message).help(help));
}
