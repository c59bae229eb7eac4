//! The target has replica sets.
//!
//! ## Why
//! The legacy package has no such class, and the first versions of the new one have not either. A program that uses it
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
use crate::rules::prelude::*;
use crate::rules::shared::target::{lacking, shown};

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Compiler)
    .source(&[source::NPM_PACKAGE_INDEX_D_TS, source::KURRENT_PACKAGE_CHANGELOG])
    .each_resource(&[KindId::ManagedClusterReplicaset], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if let Some(help) = lacking(cx, FeatureId::ReplicaSets) {
        cx.report(Finding::on(resource, "", format!("the target {} has no replica sets", shown(cx))).help(help));
    }
}
