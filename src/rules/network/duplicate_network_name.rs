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

use std::collections::BTreeMap;

use crate::model::network;
use crate::rules::prelude::*;

pub const RULE: Rule =
    Rule::warning(DetectedAt::Apply).source(&[source::PROVIDER_DATA_NETWORK]).program(&[KindId::Network], check);

fn check(cx: &mut Context<'_>) {
    let mut first_of: BTreeMap<(Identity<'_>, &str), &Resource> = BTreeMap::new();
    for resource in cx.program().of_kind(network::KIND.name) {
        let Some(name) = cx.text(resource, network::NAME).known().filter(|name| !name.trim().is_empty()) else {
            continue;
        };
        let Some(project) = cx.identity(resource, network::PROJECT_ID) else { continue };
        match first_of.get(&(project, name)) {
            None => {
                first_of.insert((project, name), resource);
            }
            Some(first) => {
                let message = format!("another network in this project already has the name {}", quoted(name));
                let help = "use a different name for each network in a project";
                let finding = Finding::at(resource, network::NAME, message).help(help);
                cx.report(finding.related_at(first, network::NAME).confined());
            }
        }
    }
}
