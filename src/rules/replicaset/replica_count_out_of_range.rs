//! `replicaCount` must be an integer in the range that the provider accepts.
//!
//! ## Why
//! Any other number is rejected by the provider at preview. A fraction is truncated first, without a warning, so that
//! there are fewer replicas than the program says.
//! ## Example
//! ```json
//! { "target": "kurrentcloud@0.3.x", "resources": [
//!     { "kind": "ManagedClusterReplicaset", "name": "replicas", "args": { "replicaCount": 3 } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "target": "kurrentcloud@0.3.x", "resources": [
//!     { "kind": "ManagedClusterReplicaset", "name": "replicas", "args": { "replicaCount": 2 } }
//! ] }
//! ```

use crate::model::{Fit, fit, replicaset};
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::KURRENT_PROVIDER_MANAGED_CLUSTER_REPLICASET])
    .each_resource(&[KindId::ManagedClusterReplicaset], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(range) = cx.facts(resource, replicaset::REPLICA_COUNT).and_then(|facts| facts.range) else { return };
    let Some(count) = cx.number(resource, replicaset::REPLICA_COUNT).known() else { return };
    let shown = quoted(&count.to_string());
    let message = match fit(count, range) {
        Fit::Inside => return,
        Fit::Fraction => {
            format!("`replicaCount` must be an integer; {shown} would be truncated to {}", count.trunc())
        }
        Fit::Below => format!("`replicaCount` must be at least {}, not {shown}", range.min),
        Fit::Above => format!("`replicaCount` must be at most {}, not {shown}", range.max),
    };
    let (min, max) = (range.min, range.max);
    let help =
        format!("set `replicaCount` to an integer from {min} to {max}; to have no replicas, remove the replica set");
    cx.report(Finding::at(resource, replicaset::REPLICA_COUNT, message).help(help));
}
