//! A change of `projectionLevel` must not replace the cluster.
//!
//! ## Why
//! Packages before `kurrentcloud` 0.3.0 replace a cluster to change its projection level: the cluster is deleted with its
//! data, and an empty one is created. Newer packages change it in place.
//! ## Example
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "name": null, "projectionLevel": "off" } },
//!   "after": { "kind": "ManagedCluster", "args": { "name": null, "projectionLevel": "system" } },
//!   "options": { "target": "eventstorecloud@0.2.20" }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "name": null, "projectionLevel": "off" } },
//!   "after": { "kind": "ManagedCluster", "args": { "name": null, "projectionLevel": "system" } },
//!   "options": { "target": "kurrentcloud@0.3.0" }
//! }
//! ```

use crate::catalogue::rows::FeatureId;
use crate::model::change::{Effect, Step};
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::change::is_unexpected_loss;

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[
        source::PROVIDER_MANAGED_CLUSTER,
        source::KURRENT_PROVIDER_CHANGELOG,
        source::KURRENT_PACKAGE_LIVE_CLUSTER_TEST,
    ])
    .each_change(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    let Some(change) = cx.change(step, cluster::PROJECTION_LEVEL) else { return };
    if change.effect != Effect::Replace || !is_unexpected_loss(step) {
        return;
    }
    let target = quoted(&cx.settings().target.to_string());
    let message = format!(
        "with {target}, a change of `projectionLevel` replaces the cluster: its data is deleted, and the new cluster is \
         empty"
    );
    let packages = cx.catalogue().targets_with(FeatureId::ProjectionLevelInPlace).map(|row| match &row.since {
        Some(since) => format!("`{}` from {since} on", row.target),
        None => format!("`{}`", row.target),
    });
    let packages: Vec<String> = packages.collect();
    let help = format!("use a package that updates `projectionLevel` in place: {}", packages.join(" or "));
    cx.report(Finding::of_change(step, change, message).help(help));
}
