//! A peering is with a network in a cloud that the service knows.
//!
//! ## Why
//! The provider takes these three names and no other. The cloud is always that of the network of the service.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "digitalocean" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "aws" } }
//! ```

use crate::model::peering;
use crate::rules::prelude::*;
use crate::rules::shared::peering::{network_cloud, suits};

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Preview)
    .source(&[source::PROVIDER_PEERING])
    .each_resource(&[KindId::Peering], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let catalogue = cx.catalogue();
    let Some(written) = cx.text(resource, peering::PEER_RESOURCE_PROVIDER).known() else { return };
    if catalogue.cloud(written.trim()).is_some() {
        return;
    }
    let message = match written.trim() {
        "" => "the `peerResourceProvider` is empty".to_string(),
        _ => format!("{} is not a cloud of the service", quoted(written)),
    };
    let finding = Finding::at(resource, peering::PEER_RESOURCE_PROVIDER, message);
    // Both ends are in one cloud, so that the network tells it best.
    let names = catalogue.clouds().flat_map(|row| [row.id.as_str(), row.name.as_str()]);
    let meant = nearest(written, names);
    let guessed = catalogue.clouds().find(|row| meant == Some(row.id.as_str()) || meant == Some(row.name.as_str()));
    let Some(cloud) = network_cloud(cx, resource).map(|(_, row)| row).or(guessed) else {
        let ids: Vec<&str> = catalogue.clouds().map(|row| row.id.as_str()).collect();
        cx.report(finding.help(format!("write the cloud of the network: {}", one_of(&ids))));
        return;
    };
    let id = cloud.id.as_str();
    let finding = finding.help(format!("write `{id}` for {}", cloud.name));
    // A guess becomes certain when everything else is spelt as in that cloud.
    let is_certain = suits(cx, resource, cloud);
    cx.report(if is_certain { finding.set(peering::PEER_RESOURCE_PROVIDER, id) } else { finding });
}
