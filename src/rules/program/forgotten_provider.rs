//! A resource that uses the default provider must refer only to resources of the organisation that is configured.
//!
//! ## Why
//! A resource without the option `provider` uses the provider that Pulumi makes of the configuration of the stack. Where
//! that has no organisation, or another one, the service does not find what the resource refers to. A preview does not ask
//! the service, so the deployment fails.
//! ## Example
//! ```json
//! { "partial": false, "configuration": {}, "resources": [
//!     { "kind": "Provider", "name": "ours", "args": { "organizationId": "bt77lfqrh41uaatmh200" } },
//!     { "kind": "Project", "name": "orders", "provider": "ours" },
//!     { "kind": "Acl", "name": "office", "args": { "projectId": { "ref": "orders" } } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "partial": false, "configuration": {}, "resources": [
//!     { "kind": "Provider", "name": "ours", "args": { "organizationId": "bt77lfqrh41uaatmh200" } },
//!     { "kind": "Project", "name": "orders", "provider": "ours" },
//!     { "kind": "Acl", "name": "office", "provider": "ours", "args": { "projectId": { "ref": "orders" } } }
//! ] }
//! ```

use crate::model::provider::{ORGANIZATION_ID, Used};
use crate::rules::prelude::*;
use crate::rules::shared::organization::{Organization, explicit, neighbours, of_several, organization};

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::MEASURED_PULUMI, source::PROVIDER_CLIENT_NETWORK_CREATE])
    .program(&KindId::ALL, check);

fn check(cx: &mut Context<'_>) {
    for resource in of_several(cx.program()).filter(|resource| resource.provider == Used::Default) {
        check_resource(cx, resource);
    }
}

fn check_resource<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for other in neighbours(cx, resource) {
        let Some(provider) = explicit(cx.program(), other.resource) else { continue };
        let but = match (organization(cx, resource), organization(cx, other.resource)) {
            (Organization::Known(own), Organization::Known(theirs)) if own != theirs => {
                "this resource uses the default provider, which belongs to another organisation"
            }
            // What an explicit provider does not set, both have from the environment.
            (Organization::None, _) if cx.is_given(provider, ORGANIZATION_ID) => {
                "this resource uses the default provider, for which the configuration of the stack sets no organisation"
            }
            _ => continue,
        };
        cx.report(other.finding(resource, but));
        return;
    }
}
