//! A network has clusters.
//!
//! ## Why
//! Networks are billed whether they are used or not, private ones more than public ones.
//! ## Example
//! ```json
//! { "partial": false, "resources": [{ "kind": "Network", "name": "net" }] }
//! ```
//! ## Use instead
//! ```json
//! { "partial": false, "resources": [
//!     { "kind": "Network", "name": "net" },
//!     { "kind": "Peering", "name": "apps", "args": { "networkId": { "ref": "net" } } },
//!     { "kind": "ManagedCluster", "name": "db", "args": { "networkId": { "ref": "net" } } },
//!     { "kind": "ScheduledBackup", "name": "nightly", "args": { "sourceClusterId": { "ref": "db" } } }
//! ] }
//! ```

use crate::model::{managed_cluster as cluster, network};
use crate::rules::prelude::*;
use crate::rules::shared::stack::users;

pub(super) const RULE: Rule = Rule::advice().source(&[source::DOCS_NETWORKING]).program(&[KindId::Network], check);

fn check(cx: &mut Context<'_>) {
    if !cx.program().is_whole || cx.program().of_kind(network::KIND.name).next().is_none() {
        return;
    }
    let clusters = users(cx, cluster::KIND.name, cluster::NETWORK_ID);
    // A cluster whose network is not known may be in any.
    if clusters.has_other {
        return;
    }
    for net in cx.program().of_kind(network::KIND.name) {
        if !clusters.named.contains_key(net.name.as_str()) {
            let finding = Finding::on(net, "", "no cluster of the program is in this network, and it is billed");
            cx.report(finding.help("remove it, or switch this rule off if clusters come from elsewhere"));
        }
    }
}
