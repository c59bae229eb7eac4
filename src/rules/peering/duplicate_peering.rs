//! Two networks must not be connected by more than one peering.
//!
//! ## Why
//! The clouds support one peering for each pair of networks, so a second one fails during the deployment. More CIDR
//! blocks of the peer network need more routes in that peering, not another peering.
//! ## Example
//! ```json
//! { "resources": [
//!     { "kind": "Peering", "name": "nodes", "args": { "routes": ["172.20.0.0/16"] } },
//!     { "kind": "Peering", "name": "pods", "args": { "routes": ["172.21.0.0/16"] } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "routes": ["172.20.0.0/16", "172.21.0.0/16"] } }
//! ```

use std::collections::BTreeMap;

use crate::model::peering;
use crate::rules::prelude::*;
use crate::rules::shared::peering::sharing;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_GUIDES_KUBERNETES, source::CLOUD_KNOWLEDGE])
    .program(&[KindId::Peering], check);

fn check(cx: &mut Context<'_>) {
    for group in sharing(cx) {
        let mut first_of: BTreeMap<Identity<'_>, &Resource> = BTreeMap::new();
        for Peering { resource: peering, .. } in group {
            let own = cx.identity(peering, peering::NETWORK_ID).filter(|own| !own.is_blank());
            let Some(own) = own else { continue };
            let first = *first_of.entry(own).or_insert(peering);
            if first.index == peering.index {
                continue;
            }
            let message = format!("this peering connects the same two networks as the peering {}", quoted(&first.name));
            let help = "move the routes of both into one peering and remove the other";
            let finding = Finding::at(peering, peering::PEER_NETWORK_ID, message).help(help);
            let finding = finding.related_at(first, peering::PEER_NETWORK_ID).confined();
            cx.report_conflict(peering, Conflict::SameNetworks, finding);
        }
    }
}
