//! A production cluster is not of a size for development.
//!
//! ## Why
//! The guide says of each size whether it is fit for production, and the service makes a cluster of any size all the
//! same. The older provider documentation counts `M8` as fit for production; this rule follows the guide. `M16`, which
//! the guide rates for light production, is not reported.
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

use crate::catalogue::rows::{InstanceType, Rating};
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub(super) const RULE: Rule =
    Rule::warning().source(&[source::DOCS_OPS_SIZING]).each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if !cx.settings().is_production() {
        return;
    }
    let catalogue = cx.catalogue();
    // CLU021 speaks about burstable sizes.
    let is_meant = |row: &&InstanceType| row.rating == Rating::Development && !row.burstable;
    let Some(row) = shared::instance_type(cx, resource).filter(is_meant) else { return };
    let message = format!("the sizing guide rates {} for development only", quoted(row.id.as_str()));
    let id = |rating| catalogue.smallest_rated(rating).map(|row| quoted(row.id.as_str()));
    let help = match (id(Rating::Production), id(Rating::LightProduction)) {
        (Some(full), Some(light)) if full != light => {
            format!("take {full} or larger; {light} is rated for light production")
        }
        (Some(size), _) | (None, Some(size)) => format!("take {size} or larger"),
        (None, None) => "take a larger size".to_string(),
    };
    cx.report(Finding::at(resource, cluster::INSTANCE_TYPE, message).help(help));
}
