//! A replica set should be declared only where the managed service is known to support it.
//!
//! ## Why
//! The sources disagree: the packages have supported replica sets for a while, but the FAQ of the service still says
//! that the service does not support them.
//! ## Example
//! ```json
//! { "target": "kurrentcloud@0.3.x", "resources": [
//!     { "kind": "ManagedClusterReplicaset", "name": "replicas" }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "target": "kurrentcloud@0.3.x", "resources": [
//!     { "kind": "ManagedCluster", "name": "db" }
//! ] }
//! ```

use crate::rules::prelude::*;

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .source(&[source::DOCS_FAQ, source::KURRENT_PROVIDER_CHANGELOG])
    .each_resource(&[KindId::ManagedClusterReplicaset], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let message = "the FAQ of the service and the packages disagree on whether replica sets are supported";
    let help = "ask support if the replica set is rejected by the service";
    cx.report(Finding::on(resource, "", message).help(help));
}
