//! A region has three availability zones.
//!
//! ## Why
//! The service offers only regions with three zones or more; a smaller one is refused when the network is made. How
//! many zones an account sees differs in places: in `us-west-1` of AWS, most see two.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "azure", "region": "westus" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "azure", "region": "westus2" } }
//! ```

use crate::model::network;
use crate::rules::prelude::*;
use crate::rules::shared::network::place;

pub(super) const RULE: Rule = Rule::warning()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_FAQ, source::DOCS_NETWORKING, source::CLOUD_KNOWLEDGE])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let catalogue = cx.catalogue();
    let Some(place) = place(cx, resource) else { return };
    let Some(row) = place.row.filter(|row| !row.three_zones) else { return };
    let (shown, name) = (quoted(place.written), &place.cloud.name);
    let message = match row.zones {
        Some(zones) => format!("the {name} region {shown} has {zones} availability zones for most accounts, too few"),
        None => format!("the {name} region {shown} has fewer than three availability zones"),
    };
    let other =
        catalogue.region_instead_of(row).map_or_else(|| place.cloud.region_example.as_str(), |row| row.id.as_str());
    let help = format!("the service asks for three zones: take a region such as {}", quoted(other));
    cx.report(Finding::at(resource, network::REGION, message).help(help));
}
