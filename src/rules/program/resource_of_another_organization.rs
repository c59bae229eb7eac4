//! A resource must refer only to resources of its own organisation.
//!
//! ## Why
//! A provider manages the resources of one organisation, and asks the service for every id within that organisation. The
//! service does not find the id of a resource that another provider has created in another organisation. A preview does not
//! ask the service, so the deployment fails.
//! ## Example
//! ```json
//! { "resources": [
//!     { "kind": "Provider", "name": "ours", "args": { "organizationId": "bt77lfqrh41uaatmh200" } },
//!     { "kind": "Provider", "name": "theirs", "args": { "organizationId": "bt77lfqrh41uaatmh201" } },
//!     { "kind": "Project", "name": "orders", "provider": "ours" },
//!     { "kind": "Network", "name": "net", "provider": "theirs", "args": { "projectId": { "ref": "orders" } } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "Provider", "name": "ours", "args": { "organizationId": "bt77lfqrh41uaatmh200" } },
//!     { "kind": "Provider", "name": "theirs", "args": { "organizationId": "bt77lfqrh41uaatmh201" } },
//!     { "kind": "Project", "name": "orders", "provider": "ours" },
//!     { "kind": "Network", "name": "net", "provider": "ours", "args": { "projectId": { "ref": "orders" } } }
//! ] }
//! ```

use std::collections::BTreeSet;

use crate::rules::prelude::*;
use crate::rules::shared::organization::{
    Neighbour, Organization, explicit, neighbours, of_several, organization, provider_of,
};

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::MEASURED_PULUMI, source::PROVIDER_CLIENT_NETWORK_CREATE])
    .program(&KindId::ALL, check);

fn check(cx: &mut Context<'_>) {
    let program = cx.program();
    // That a provider was forgotten is said by another rule.
    let is_judged = |resource: &&Resource| !resource.is_read() && explicit(program, resource).is_some();
    let mut found: Vec<(&Resource, Neighbour<'_>)> = Vec::new();
    for resource in of_several(program).filter(is_judged) {
        let all = neighbours(cx, resource).into_iter();
        found.extend(all.filter(|other| are_apart(cx, resource, other.resource)).map(|other| (resource, other)));
    }
    // What refers to a resource that has the wrong provider itself is right once that is.
    let wrong: BTreeSet<usize> = found.iter().map(|(resource, _)| resource.index).collect();
    let mut reported = BTreeSet::new();
    for (resource, other) in found {
        if !wrong.contains(&other.resource.index) && reported.insert(resource.index) {
            let but = format!("{} of this resource belongs to another organisation", provider_of(resource));
            cx.report(other.finding(resource, &but));
        }
    }
}

fn are_apart<'a>(cx: &mut Context<'a>, one: &'a Resource, other: &'a Resource) -> bool {
    match (organization(cx, one), organization(cx, other)) {
        (Organization::Known(one), Organization::Known(other)) => one != other,
        _ => false,
    }
}
