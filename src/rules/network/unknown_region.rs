//! `region` must be in the catalogue of known regions.
//!
//! ## Why
//! The provider does not validate regions, so a region that does not exist fails only during the deployment, when the
//! service is asked to create a network in it. A region that is not in the catalogue is either misspelled or newer than
//! the catalogue; only the console shows for certain which regions are offered.
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
use crate::rules::shared::network::{CloudRegion, cloud_region};

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_FAQ, source::CLOUD_KNOWLEDGE])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let catalogue = cx.catalogue();
    let Some(region) = cloud_region(cx, resource).filter(CloudRegion::is_unknown) else { return };
    // Partitions where the service is not offered have a rule of their own.
    let cloud = region.cloud;
    if catalogue.partition(cloud.id, &region.lower).is_some() {
        return;
    }
    let (shown, date) = (quoted(region.written), catalogue.regions_as_of());
    let message = format!("the {} region {shown} is not in the catalogue as of {date}", cloud.name);
    let finding = Finding::at(resource, network::REGION, message);
    let add = format!(
        "if the region is new, add it to the option `catalogue.regions`, with `{}` as its `cloud` and the code as its \
         `id`",
        cloud.id.as_str()
    );
    // Another spelling of a known code is that code; anything else is a guess.
    let same = catalogue.region_by_spelling(cloud.id, &region.lower).map(|row| row.id.as_str());
    let near = catalogue.nearest_region(cloud.id, &region.lower).map(|row| row.id.as_str());
    cx.report(match (same, near) {
        (Some(same), _) => {
            finding.suggest(network::REGION, [same], |listed| format!("use {listed}; {add}")).set(network::REGION, same)
        }
        (None, Some(near)) => {
            finding.suggest(network::REGION, [near], |listed| format!("use {listed} if you mean that region; {add}"))
        }
        (None, None) => finding.help(format!("check the spelling; {add}")),
    });
}
