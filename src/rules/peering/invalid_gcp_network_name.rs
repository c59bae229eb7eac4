//! `peerNetworkId` must be the name of a VPC, without its path, when the peer network is on Google Cloud.
//!
//! ## Why
//! The service combines the project and the name into a path itself. A path, or a link such as the `selfLink` of a
//! network, is not a name and is rejected when the peering is created.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "gcp", "peerNetworkRegion": "us-east1", "peerAccountId": "orders-prod", "peerNetworkId": "projects/orders-prod/global/networks/apps" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "gcp", "peerNetworkRegion": "us-east1", "peerAccountId": "orders-prod", "peerNetworkId": "apps" } }
//! ```

use crate::rules::prelude::*;
use crate::rules::shared::peering::{Identifier, Instead, check_identifier};

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::PROVIDER_EXAMPLE_GCP, source::DOCS_AUTOMATION_TERRAFORM])
    .each_resource(&[KindId::Peering], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let what = "the name of a Google Cloud VPC";
    check_identifier(cx, resource, (Cloud::Gcp, Identifier::NETWORK), what, |text| {
        let (_, last) = text.rsplit_once('/')?;
        let is_name = Identifier::NETWORK.fits(Cloud::Gcp, last);
        is_name.then(|| {
            Instead::Value(last.to_string(), |listed| {
                format!("use only the last part, {listed}; in a program, that is the `name` of the network")
            })
        })
    });
}
