//! A public network must be in a cloud for which the guides describe public access.
//!
//! ## Why
//! The guide to public access covers only AWS. The FAQ says that Azure does not support it yet, while another page
//! offers every cloud. The provider does not check the cloud, so the service may reject the network during the
//! deployment.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "azure", "region": "eastus", "publicAccess": true, "cidrBlock": null } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "aws", "region": "us-east-1", "publicAccess": true, "cidrBlock": null } }
//! ```

use crate::model::network;
use crate::rules::faults::network::UndocumentedPublic;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .for_new_or_changed()
    .strict()
    .confidence(Confidence::Low)
    .source(&[source::DOCS_PUBLIC, source::DOCS_FAQ, source::DOCS_NETWORKING_PUBLIC_NETWORK])
    .on(&[FaultCheck::NetworkPublicCloud(check)]);

fn check<'a>(cx: &mut Context<'a>, net: Network<'a>, UndocumentedPublic(cloud): &UndocumentedPublic) {
    let documented = cx.catalogue().clouds().filter(|row| row.public_networks_documented);
    let documented: Vec<&str> = documented.map(|row| row.name.as_str()).collect();
    let message =
        format!("a public network on {} is not documented to work, and the guides disagree about it", cloud.name);
    let help = format!("ask support whether it is possible, or create the network on {}", documented.join(" or "));
    let finding = Finding::at(net.resource, network::PUBLIC_ACCESS, message).help(help);
    cx.report(finding.related_at(net.resource, network::RESOURCE_PROVIDER));
}
