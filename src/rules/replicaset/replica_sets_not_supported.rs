//! A replica set must be declared only for a target that supports it.
//!
//! ## Why
//! The legacy package and the first versions of the new one have no class for replica sets, so a program that uses one
//! does not compile.
//! ## Example
//! ```json
//! { "target": "eventstorecloud@0.2.20", "resources": [
//!     { "kind": "ManagedClusterReplicaset", "name": "replicas" }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "target": "kurrentcloud@0.3.0", "resources": [
//!     { "kind": "ManagedClusterReplicaset", "name": "replicas" }
//! ] }
//! ```

use crate::catalogue::rows::FeatureId;
use crate::model::replicaset;
use crate::rules::prelude::*;
use crate::rules::shared::target::{lacking, shown};

pub const RULE: Rule = Rule::error(DetectedAt::Compiler)
    .source(&[source::NPM_PACKAGE_INDEX_D_TS, source::KURRENT_PACKAGE_CHANGELOG])
    .each_resource(&[KindId::ManagedClusterReplicaset], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if let Some(help) = lacking(cx, FeatureId::ReplicaSets, (resource, replicaset::REPLICA_COUNT)) {
        let message = format!("replica sets are not supported by the target {}", shown(cx));
        cx.report(Finding::on(resource, "", message).help(help));
    }
}
