//! ## What it checks
//! That the region is spelt the way its cloud spells regions.
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
use crate::rules::net::shared::{Place, place};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "NET011",
    name: "region-of-another-cloud",
    title: "A region is spelt as its cloud spells regions",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &[
        "kurrent-io/documentation:docs/cloud/automation/terraform.md",
        "EventStore/terraform-provider-eventstorecloud:esc/resource_network.go",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Network], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(Place { cloud, written, spelt, row }) = place(cx, resource) else { return };
    // A region that is right but for its spelling is reported by NET016 or NET017.
    if row.is_some() || cloud.id.spells(&spelt) {
        return;
    }
    let catalogue = cx.catalogue();
    let message = format!("{} is not how {} spells a region", quoted(written), cloud.name);
    let finding = Finding::at(resource, network::REGION, message);
    let same = catalogue.region_by_spelling(cloud.id, &spelt);
    let near = catalogue.nearest_region(cloud.id, &spelt);
    cx.report(match (same, near) {
        (Some(row), _) => finding.help(format!("write `{}`", row.id)).set(network::REGION, row.id.as_str()),
        // A guess is no fix: a region cannot be changed later.
        (None, Some(row)) => finding.help(format!("did you mean `{}`?", row.id)),
        (None, None) => finding.help(format!("write a region of {}, such as `{}`", cloud.name, cloud.region_example)),
    });
}
