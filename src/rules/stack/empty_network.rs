//! A network must have at least one cluster.
//!
//! ## Why
//! Networks are billed whether or not they are used; private networks cost more than public ones.
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
use crate::rules::shared::stack::{named, unused};

pub const RULE: Rule =
    Rule::advice(DetectedAt::Undetected).source(&[source::DOCS_NETWORKING]).program(&[KindId::Network], check);

fn check(cx: &mut Context<'_>) {
    for net in unused(cx, network::KIND.name, cluster::KIND.name, cluster::NETWORK_ID) {
        let message = format!("{} is billed, but no cluster of the program is in it", named(net));
        let help = "remove it, or turn this rule off if clusters outside the program use it";
        cx.report(Finding::on(net, "", message).help(help));
    }
}
