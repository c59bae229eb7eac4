//! `instanceType` must be one of the service's instance types, in any case.
//!
//! ## Why
//! The provider has a closed list of instance types and rejects any other value at preview. The list does not contain
//! the clouds' own names for machine types. Instance types that are newer than this catalogue can be added with the
//! option `catalogue.instanceTypes`.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "instanceType": "m5.large" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "instanceType": "M32" } }
//! ```

use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::PROVIDER_PROVIDER, source::DOCS_OPS])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    shared::reject_unknown(cx, resource, &shared::INSTANCE_TYPE);
    shared::reject_padded(cx, resource, &shared::INSTANCE_TYPE);
}
