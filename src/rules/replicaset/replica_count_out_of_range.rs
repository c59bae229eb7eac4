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

use crate::model::{Fit, replicaset};
use crate::rules::faults::replicaset::CountFault;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::KURRENT_PROVIDER_MANAGED_CLUSTER_REPLICASET])
    .on(&[FaultCheck::ReplicaCount(check)]);

fn check<'a>(cx: &mut Context<'a>, set: ManagedClusterReplicaset<'a>, CountFault(count, fit): &CountFault) {
    let Some(range) = cx.range(set.resource, replicaset::REPLICA_COUNT) else { return };
    let shown = quoted_number(set.resource.as_written(replicaset::REPLICA_COUNT, *count));
    let message = match fit {
        Fit::Inside => return,
        Fit::Fraction => format!("`replicaCount` must be an integer, not {shown}"),
        Fit::Below => format!("`replicaCount` must be at least {}, not {shown}", range.min),
        Fit::Above => format!("`replicaCount` must be at most {}, not {shown}", range.max),
    };
    let (min, max) = (range.min, range.max);
    let help =
        format!("set `replicaCount` to an integer from {min} to {max}; to have no replicas, remove the replica set");
    cx.report(Finding::at(set.resource, replicaset::REPLICA_COUNT, message).help(help));
}
