//! Projections that write events should not run on an instance type that is rated for development.
//!
//! ## Why
//! Projections of the levels `system` and `user` write events of their own. This uses write capacity, of which small
//! instance types have little.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "instanceType": "M8", "projectionLevel": "user" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "instanceType": "M8", "projectionLevel": "off" } }
//! ```

use crate::catalogue::Support;
use crate::catalogue::rows::{FeatureId, Rating};
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .source(&[source::DOCS_PRIVATE_ACCESS_AWS])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(db) = ManagedCluster::of(cx, resource) else { return };
    let catalogue = cx.catalogue();
    let Some(level) = db.projection_level(cx).value.filter(|level| level.writes) else { return };
    let Some(row) = db.instance_type(cx).value.filter(|row| row.rating == Rating::Development) else { return };
    let message = format!(
        "projections of level `{}` write events of their own, and instance type {} has little capacity for that",
        level.id,
        quoted(row.id.as_str())
    );
    let change = match cx.settings().target.support(FeatureId::ProjectionLevelInPlace, catalogue) {
        Support::Yes => "a later change of `projectionLevel` updates the cluster in place",
        Support::Unknown => {
            "whether a later change of `projectionLevel` replaces the cluster is not known of this version"
        }
        _ => "with this target, a later change of `projectionLevel` replaces the cluster and deletes its data",
    };
    let help = format!("choose the lowest projection level that you need, or a larger instance type; {change}");
    cx.report(Finding::at(resource, cluster::PROJECTION_LEVEL, message).help(help));
}
