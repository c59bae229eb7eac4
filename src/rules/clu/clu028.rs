//! ## What it checks
//! Whether projections that write events are switched on for an instance size that is rated for development.
//! ## Why
//! Projections of the levels `system` and `user` write events of their own. That takes write capacity, of which small
//! sizes have little.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "instanceType": "M8", "projectionLevel": "user" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "instanceType": "M8", "projectionLevel": "off" } }
//! ```

use super::shared;
use crate::catalogue::rows::{FeatureId, Rating};
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "CLU028",
    name: "projections-on-a-small-size",
    title: "Projections run on a size that has room for them",
    severity: Severity::Info,
    confidence: Confidence::High,
    profile: Profile::Advice,
    caught_today: CaughtToday::Nobody,
    source: &["kurrent-io/documentation:docs/cloud/getting-started/private-access/aws.md"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::ManagedCluster], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let catalogue = cx.catalogue();
    let Some(written) = cx.text(resource, cluster::PROJECTION_LEVEL).known() else { return };
    let Some(level) = catalogue.projection_level(written.trim()).filter(|level| level.writes) else { return };
    let Some(row) = shared::instance_type(cx, resource).filter(|row| row.rating == Rating::Development) else { return };
    let message = format!(
        "projections of the level `{}` write events of their own, and {} has little capacity for that",
        level.id,
        quoted(row.id.as_str())
    );
    let later = match cx.settings().target.has(FeatureId::ProjectionLevelInPlace, catalogue) {
        true => "it can be changed later without harm",
        false => "with this target a change of it replaces the cluster and deletes its data",
    };
    let help = format!("switch on only what is used, or take a larger size if projections are needed; {later}");
    cx.report(Finding::at(resource, cluster::PROJECTION_LEVEL, message).help(help));
}
