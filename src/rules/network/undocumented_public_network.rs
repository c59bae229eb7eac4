//! A public network is in a cloud whose guide describes public access.
//!
//! ## Why
//! The guide to public access is about AWS only, and an answer about Azure says that it is not there yet, while another
//! page lets the reader choose any cloud. The provider checks nothing of this.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "azure", "region": "eastus", "publicAccess": true, "cidrBlock": null } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "aws", "region": "us-east-1", "publicAccess": true, "cidrBlock": null } }
//! ```

use crate::model::network;
use crate::rules::prelude::*;
use crate::rules::shared::target::has_public_access;

pub(super) const RULE: Rule = Rule::warning()
    .strict()
    .confidence(Confidence::Low)
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_PUBLIC, source::DOCS_FAQ, source::DOCS_NETWORKING_PUBLIC_NETWORK])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    // NET023 is about packages that have no public networks.
    if !has_public_access(cx) || cx.boolean(resource, network::PUBLIC_ACCESS).known() != Some(true) {
        return;
    }
    let catalogue = cx.catalogue();
    let Some(provider) = cx.text(resource, network::RESOURCE_PROVIDER).known() else { return };
    let Some(cloud) = catalogue.cloud(provider.trim()).filter(|cloud| !cloud.public_networks_documented) else {
        return;
    };
    let documented: Vec<&str> =
        catalogue.clouds().filter(|row| row.public_networks_documented).map(|row| row.id.as_str()).collect();
    let message = format!("no guide describes public networks on {}, and the sources disagree about them", cloud.name);
    let help = format!("ask support whether it is possible, or run the network on {}", one_of(&documented));
    cx.report(
        Finding::at(resource, network::PUBLIC_ACCESS, message)
            .help(help)
            .related_at(resource, network::RESOURCE_PROVIDER),
    );
}
