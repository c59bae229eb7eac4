//! A replica set has a whole number of replicas that the provider takes.
//!
//! ## Why
//! The provider refuses other numbers at preview. It cuts a fraction off without a word first, so that there are fewer
//! replicas than the program says.
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

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Preview)
    .source(&[source::KURRENT_PROVIDER_MANAGED_CLUSTER_REPLICASET])
    .each_resource(&[KindId::ManagedClusterReplicaset], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(range) = cx.catalogue().replica_limits().map(|limits| limits.replica_count) else { return };
    let Some(count) = cx.number(resource, replicaset::REPLICA_COUNT).known() else { return };
    let shown = quoted(&count.to_string());
    let message = match fit(count, range) {
        Fit::Inside => return,
        Fit::Fraction => format!("`replicaCount` is {shown}, which is no whole number; the fraction would be cut off"),
        Fit::Below => format!("`replicaCount` is {shown}, and {} is the least", range.min),
        Fit::Above => format!("`replicaCount` is {shown}, and {} is the most", range.max),
    };
    let help = format!("write a whole number from {} to {}; for none, leave the replica set out", range.min, range.max);
    cx.report(Finding::at(resource, replicaset::REPLICA_COUNT, message).help(help));
}
