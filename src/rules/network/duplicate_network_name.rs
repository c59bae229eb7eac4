//! Networks in the same project must have different names.
//!
//! ## Why
//! Looking up a network by name fails when two networks have that name, and people cannot tell the two apart either.
//! ## Example
//! ```json
//! { "resources": [
//!     { "kind": "Network", "name": "a", "args": { "name": "main", "cidrBlock": "10.20.0.0/16" } },
//!     { "kind": "Network", "name": "b", "args": { "name": "main", "cidrBlock": "10.21.0.0/16" } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "Network", "name": "a", "args": { "name": "main", "cidrBlock": "10.20.0.0/16" } },
//!     { "kind": "Network", "name": "b", "args": { "name": "reports", "cidrBlock": "10.21.0.0/16" } }
//! ] }
//! ```

use crate::model::network;
use crate::rules::prelude::*;
use crate::rules::shared::projects::{Namesake, namesakes};

pub const RULE: Rule =
    Rule::warning(DetectedAt::Apply).source(&[source::PROVIDER_DATA_NETWORK]).program(&[KindId::Network], check);

fn check(cx: &mut Context<'_>) {
    for Namesake { resource, name, first } in namesakes(cx, network::KIND.name, network::NAME, network::PROJECT_ID) {
        let message = format!("another network in this project already has the name {}", quoted(name));
        let help = "use a different name for each network in a project";
        let finding = Finding::at(resource, network::NAME, message).help(help);
        cx.report(finding.related_at(first, network::NAME).confined());
    }
}
