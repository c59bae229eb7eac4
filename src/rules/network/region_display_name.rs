//! An Azure region is written as its programmatic name.
//!
//! ## Why
//! The guides use both. The region is sent as it is written, and a change of it replaces the network: when the service
//! answers with the programmatic name, every later deployment wants to replace the network and all that is in it.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "azure", "region": "East US" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "azure", "region": "eastus" } }
//! ```

use crate::model::network;
use crate::rules::prelude::*;
use crate::rules::shared::network::place;

pub(super) const RULE: Rule = Rule::warning()
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_AUTOMATION_TERRAFORM, source::PROVIDER_NETWORK, source::PROVIDER_EXAMPLE_AZURE])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(place) = place(cx, resource) else { return };
    let Some(row) = place.row else { return };
    // A difference in case only is NET017's.
    let id = row.id.as_str();
    if id == place.spelt || id == place.written {
        return;
    }
    let message = format!("{} is not the programmatic name of a region of {}", quoted(place.written), place.cloud.name);
    cx.report(
        Finding::at(resource, network::REGION, message).help(format!("write {}", quoted(id))).set(network::REGION, id),
    );
}
