//! A production cluster should not use an instance type that the sizing guide rates for development only.
//!
//! ## Why
//! The guide says for each instance type whether it is fit for production, but the service creates a cluster of any
//! type. The older provider documentation counts `M8` as fit for production; this rule follows the guide. `M16`, which
//! the guide rates for light production, is not reported. The rule applies if the option `environment` is `production`
//! or `prod`.
//! ## Example
//! ```json
//! { "environment": "production", "resources": [
//!     { "kind": "ManagedCluster", "name": "db", "args": { "instanceType": "M8" } }
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

pub const RULE: Rule =
    Rule::warning(DetectedAt::Undetected).source(&[source::DOCS_OPS_SIZING]).on(&[FaultCheck::ClusterRating(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &RatingFault<'a>) {
    let RatingFault::Development(row) = fault else { return };
    let catalogue = cx.catalogue();
    let message = format!("the sizing guide rates instance type {} for development only", quoted(row.id.as_str()));
    let finding = Finding::at(db.resource, cluster::INSTANCE_TYPE, message);
    let smallest = |rating| catalogue.smallest_rated(rating).map(|row| row.id.as_str());
    cx.report(match (smallest(Rating::Production), smallest(Rating::LightProduction)) {
        (Some(full), Some(light)) if full != light => {
            finding.suggest_also(cluster::INSTANCE_TYPE, full).suggest(cluster::INSTANCE_TYPE, [light], |listed| {
                format!("use {} or a larger instance type, or {listed} for light production", quoted(full))
            })
        }
        (Some(min), _) | (None, Some(min)) => {
            finding.suggest(cluster::INSTANCE_TYPE, [min], |listed| format!("use {listed} or a larger instance type"))
        }
        (None, None) => finding.help("use a larger instance type"),
    });
}
