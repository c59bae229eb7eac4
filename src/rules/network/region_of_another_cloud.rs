//! A region is spelt as its cloud spells regions.
//!
//! ## Why
//! The three clouds spell the same places differently, and the provider checks regions not at all: `us-east1` is a
//! Google Cloud region, and on AWS it only fails when the service is asked for a network there.
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
use crate::rules::shared::network::place;
use crate::rules::shared::regions::of_another_cloud;

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_AUTOMATION_TERRAFORM, source::PROVIDER_NETWORK])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(here) = place(cx, resource) else { return };
    // A region that is right but for its spelling is reported by NET016 or NET017.
    if here.row.is_some() {
        return;
    }
    if let Some(finding) = of_another_cloud(cx, resource, network::REGION, here.cloud, here.written) {
        cx.report(finding);
    }
}
