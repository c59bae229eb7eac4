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
use crate::rules::faults::network::RegionFault;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .for_new_or_changed()
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_FAQ, source::CLOUD_KNOWLEDGE])
    .on(&[FaultCheck::NetworkRegion(check)]);

fn check<'a>(cx: &mut Context<'a>, net: Network<'a>, fault: &RegionFault<'a>) {
    let RegionFault::Unknown { region, same, near } = fault else { return };
    let (catalogue, cloud) = (cx.catalogue(), region.cloud);
    let (shown, date) = (quoted(region.written), catalogue.regions_as_of());
    let message = format!("the {} region {shown} is not in the catalogue as of {date}", cloud.name);
    let finding = Finding::at(net.resource, network::REGION, message);
    let add = format!(
        "if the region is new, add it to the option `catalogue.regions`, with `{}` as its `cloud` and the code as its \
         `id`",
        cloud.id.as_str()
    );
    // Another spelling of a known code is that code; anything else is a guess.
    cx.report(match (same.map(|row| row.id.as_str()), near.map(|row| row.id.as_str())) {
        (Some(same), _) => {
            finding.suggest(network::REGION, [same], |listed| format!("use {listed}; {add}")).set(network::REGION, same)
        }
        (None, Some(near)) => {
            finding.suggest(network::REGION, [near], |listed| format!("use {listed} if you mean that region; {add}"))
        }
        (None, None) => finding.help(format!("check the spelling; {add}")),
    });
}
