//! Networks of one project have different names.
//!
//! ## Why
//! A lookup by name refuses to choose between two networks, and people cannot tell them apart either.
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

pub(super) const RULE: Rule = Rule::warning()
    .detected_at(DetectedAt::Apply)
    .source(&[source::PROVIDER_DATA_NETWORK])
    .program(&[KindId::Network], check);

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
                let message = format!("there is already a network with the name {} in this project", quoted(name));
                let help = "give each network of a project a name of its own";
                let finding = Finding::at(resource, network::NAME, message).help(help);
                cx.report(finding.related_at(first, network::NAME).confined());
            }
        }
    }
}
