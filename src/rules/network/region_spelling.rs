//! A region is in lower case without white space around it.
//!
//! ## Why
//! The region is sent as it is written, and a change of it replaces the network. A spelling that the service refuses or
//! tidies up costs a failed deployment or, later, the network.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "region": "US-East-1 " } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "region": "us-east-1" } }
//! ```

use crate::model::network;
use crate::rules::prelude::*;
use crate::rules::shared::network::place;

pub(super) const RULE: Rule = Rule::warning()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[source::PROVIDER_NETWORK])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(place) = place(cx, resource) else { return };
    let Some(row) = place.row else { return };
    // Any other spelling, such as an Azure display name, is NET016's.
    let id = row.id.as_str();
    if id != place.spelt || id == place.written {
        return;
    }
    let message = format!("{} differs from the code of its region in case or white space", quoted(place.written));
    cx.report(
        Finding::at(resource, network::REGION, message).help(format!("write {}", quoted(id))).set(network::REGION, id),
    );
}
