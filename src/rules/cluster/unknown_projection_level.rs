//! `projectionLevel` must be one of the service's projection levels, in any case.
//!
//! ## Why
//! The list is closed, and the provider rejects any other value at preview.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "projectionLevel": "all" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "projectionLevel": "user" } }
//! ```

use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::PROVIDER_PROVIDER, source::ESC_CLI_MESDB_SCHEMAS])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    shared::reject_unknown(cx, resource, &shared::PROJECTION_LEVEL);
    shared::reject_padded(cx, resource, &shared::PROJECTION_LEVEL);
}
