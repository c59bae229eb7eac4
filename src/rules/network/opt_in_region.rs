//! A region is enabled by default.
//!
//! ## Why
//! The service offers the regions that AWS enables by default. Others are enabled for an organisation on request;
//! without that, the network is refused.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "region": "eu-south-1" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "region": "eu-central-1" } }
//! ```

use crate::model::network;
use crate::rules::prelude::*;
use crate::rules::shared::network::place;

pub(super) const RULE: Rule = Rule::warning()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_FAQ, source::CLOUD_KNOWLEDGE])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let catalogue = cx.catalogue();
    let Some(place) = place(cx, resource) else { return };
    let Some(row) = place.row.filter(|row| row.opt_in) else { return };
    let name = &place.cloud.name;
    let message = format!("the {name} region {} has to be enabled for your organisation first", quoted(place.written));
    let other =
        catalogue.region_instead_of(row).map_or_else(|| place.cloud.region_example.as_str(), |row| row.id.as_str());
    let add = "and add it to the option `catalogue.regions`";
    let help = format!(
        "take a region that is enabled by default, such as {}, or ask support to enable this one {add}",
        quoted(other)
    );
    cx.report(Finding::at(resource, network::REGION, message).help(help));
}
