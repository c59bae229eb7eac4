//! Replica sets are to be had in the managed service.
//!
//! ## Why
//! Documents disagree: the packages have had replica sets for a while, and the questions and answers of the service
//! still say that there are none.
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

pub(super) const RULE: Rule = Rule::advice()
    .source(&[source::DOCS_FAQ, source::KURRENT_PROVIDER_CHANGELOG])
    .each_resource(&[KindId::ManagedClusterReplicaset], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let message = "documents disagree whether the managed service has read-only replicas";
    let help = "if the service refuses it although the package has it, ask support";
    cx.report(Finding::on(resource, "", message).help(help));
}
