//! A region is in a part of its cloud where the service is offered.
//!
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
use crate::rules::prelude::*;
use crate::rules::shared::network::{Where, place};

pub(super) const RULE: Rule = Rule::error()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_FAQ, source::CLOUD_KNOWLEDGE])
    .each_resource(&[KindId::Network], check);

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
