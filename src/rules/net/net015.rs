//! ## What it checks
//! That the region is not in a part of AWS that is kept apart: GovCloud, China, the isolated regions, the European
//! Sovereign Cloud.
//! ## Why
//! These parts need accounts of their own, and the service is not offered in them.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "region": "us-gov-west-1" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "region": "us-west-2" } }
//! ```

use crate::model::network;
use crate::rules::net::shared::{Where, place};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "NET015",
    name: "isolated-partition",
    title: "A region is in a part of its cloud where the service is offered",
    severity: Severity::Error,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &["kurrent-io/documentation:docs/cloud/faq.md", "general cloud knowledge"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Network], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(place) = place(cx, resource).filter(Where::is_unknown) else { return };
    let Some(partition) = cx.catalogue().partition(place.cloud.id, &place.spelt) else { return };
    let (shown, cloud) = (quoted(place.written), place.cloud);
    let message =
        format!("{shown} is in the {} partition of {}, where the service is not offered", partition.name, cloud.name);
    let help =
        format!("take a region that is open to every {} account, such as `{}`", cloud.name, cloud.region_example);
    cx.report(Finding::at(resource, network::REGION, message).help(help));
}
