//! A network runs in a cloud that the service knows.
//!
//! ## Why
//! The provider takes these three names and no other, not even the full name of a cloud such as `google`. It does not mind
//! their case, but it trims nothing.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "google", "region": "us-east1" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "gcp", "region": "us-east1" } }
//! ```

use crate::model::{managed_cluster, network, peering};
use crate::rules::prelude::*;

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Preview)
    .source(&[source::PROVIDER_PROVIDER, source::ESC_CLI_INFRA_SCHEMAS])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let catalogue = cx.catalogue();
    let Some(written) = cx.text(resource, network::RESOURCE_PROVIDER).known() else { return };
    if catalogue.cloud(written).is_some() {
        return;
    }
    let message = match written.trim() {
        "" => "the `resourceProvider` is empty".to_string(),
        _ => format!("{} is not a cloud of the service", quoted(written)),
    };
    let finding = Finding::at(resource, network::RESOURCE_PROVIDER, message);
    let names = catalogue.clouds().flat_map(|row| [row.id.as_str(), row.name.as_str()]);
    let meant = nearest(written, names)
        .and_then(|name| catalogue.clouds().find(|row| row.id.as_str() == name || row.name.as_str() == name));
    let Some(cloud) = meant else {
        let ids: Vec<&str> = catalogue.clouds().map(|row| row.id.as_str()).collect();
        cx.report(finding.help(format!("write {}", one_of(&ids))));
        return;
    };
    let finding = finding.help(format!("write `{}` for {}", cloud.id.as_str(), cloud.name));
    // A guess becomes certain when the region is one of that cloud and nothing else may name another one.
    let region = cx.text(resource, network::REGION).known();
    let program = cx.program();
    let others = [peering::KIND.name, managed_cluster::KIND.name];
    let is_alone = others.iter().all(|kind| program.of_kind(kind).next().is_none());
    cx.report(match region.and_then(|region| catalogue.region(cloud.id, region)) {
        Some(_) if is_alone => finding.set(network::RESOURCE_PROVIDER, cloud.id.as_str()),
        _ => finding,
    });
}
