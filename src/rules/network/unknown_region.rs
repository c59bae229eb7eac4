//! A region is in the catalogue.
//!
//! ## Why
//! The provider checks regions not at all, so a region that does not exist fails when the service is asked for a
//! network in it. Only the console knows for certain which regions are offered.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "region": "eu-west-9" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "region": "eu-west-1" } }
//! ```

use crate::model::network;
use crate::rules::prelude::*;
use crate::rules::shared::network::{Where, place};

pub(super) const RULE: Rule = Rule::warning()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_FAQ, source::CLOUD_KNOWLEDGE])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let catalogue = cx.catalogue();
    let Some(place) = place(cx, resource).filter(Where::is_unknown) else { return };
    // A partition that is never offered is NET015's.
    let cloud = place.cloud;
    if catalogue.partition(cloud.id, &place.spelt).is_some() {
        return;
    }
    let (shown, date) = (quoted(place.written), catalogue.regions_as_of());
    let message = format!("the {} region {shown} is not known as of {date}", cloud.name);
    let finding = Finding::at(resource, network::REGION, message);
    let option = "add it to the option `catalogue.regions`";
    let add =
        format!("If the region is new, {option}, with `{}` as its `cloud` and the code as its `id`", cloud.id.as_str());
    // Another spelling of a known code is that code; anything else is a guess.
    if let Some(same) = catalogue.region_by_spelling(cloud.id, &place.spelt) {
        let help = format!("write {}. {add}", quoted(same.id.as_str()));
        cx.report(finding.help(help).set(network::REGION, same.id.as_str()));
        return;
    }
    let help = match catalogue.nearest_region(cloud.id, &place.spelt) {
        Some(near) => format!("did you mean {}? {add}", quoted(near.id.as_str())),
        None => format!("check the spelling. {add}"),
    };
    cx.report(finding.help(help));
}
