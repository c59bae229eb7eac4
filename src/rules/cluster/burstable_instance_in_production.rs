//! A production cluster should not use a burstable instance type.
//!
//! ## Why
//! A burstable node runs at full speed only for a short time and is slow after that. The documentation calls such an
//! instance type unfit for production, but the service creates the cluster anyway. The rule applies if the option
//! `environment` is `production` or `prod`.
//! ## Example
//! ```json
//! { "environment": "production", "resources": [
//!     { "kind": "ManagedCluster", "name": "db", "args": { "instanceType": "F1" } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "environment": "production", "resources": [
//!     { "kind": "ManagedCluster", "name": "db", "args": { "instanceType": "M32" } }
//! ] }
//! ```

use crate::catalogue::rows::Rating;
use crate::model::managed_cluster as cluster;
use crate::rules::faults::cluster::RatingFault;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .source(&[source::DOCS_AUTOMATION_TERRAFORM, source::DOCS_PUBLIC])
    .on(&[FaultCheck::ClusterRating(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &RatingFault<'a>) {
    let RatingFault::Burstable(row) = fault else { return };
    let message = format!("instance type {} is burstable and not fit for production", quoted(row.id.as_str()));
    let finding = Finding::at(db.resource, cluster::INSTANCE_TYPE, message);
    cx.report(match cx.catalogue().smallest_rated(Rating::LightProduction) {
        Some(min) => finding.suggest(cluster::INSTANCE_TYPE, [min.id.as_str()], |listed| {
            format!("use {listed} or a larger instance type")
        }),
        None => finding.help("use a larger instance type"),
    });
}
