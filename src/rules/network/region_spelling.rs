//! `region` must be spelled the way its cloud spells regions.
//!
//! ## Why
//! The three clouds spell the same regions differently, and the provider does not validate regions. `us-east1` is a
//! region of Google Cloud; on AWS, it fails only during the deployment, when the service is asked to create a network
//! there.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "aws", "region": "us-east1" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "aws", "region": "us-east-1" } }
//! ```

use crate::model::network;
use crate::rules::prelude::*;
use crate::rules::shared::network::cloud_region;
use crate::rules::shared::regions::misspelled;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::DOCS_AUTOMATION_TERRAFORM, source::PROVIDER_NETWORK])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(region) = cloud_region(cx, resource) else { return };
    // Other rules are about regions that the catalogue has, or that have the right spelling in another case.
    if region.row.is_some() || region.is_unknown() {
        return;
    }
    if let Some(finding) = misspelled(cx, resource, network::REGION, region.cloud, region.written) {
        cx.report(finding);
    }
}
