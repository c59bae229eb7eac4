//! `peerResourceProvider` must be in lower case, without white space around it.
//!
//! ## Why
//! The provider accepts any case and keeps the value as it is written, while the service returns it in lower case. The
//! two never match, and the property cannot be changed in place, so every deployment replaces the peering.
//! ## Example
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "AWS" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Peering", "args": { "peerResourceProvider": "aws" } }
//! ```

use crate::model::peering;
use crate::rules::prelude::*;
use crate::rules::shared::peering::cloud;

pub const RULE: Rule =
    Rule::error(DetectedAt::Undetected).source(&[source::PROVIDER_PEERING]).each_resource(&[KindId::Peering], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(id) = cloud(cx, resource).map(|row| row.id.as_str()) else { return };
    let Some(written) = cx.text(resource, peering::PEER_RESOURCE_PROVIDER).known().filter(|text| *text != id) else {
        return;
    };
    let message = format!(
        "`peerResourceProvider` is {}, but the service returns `{id}`, so every deployment replaces the peering",
        quoted(written)
    );
    let finding = Finding::at(resource, peering::PEER_RESOURCE_PROVIDER, message);
    let help = |listed: &str| {
        format!("use {listed}, or refer to the `resourceProvider` of the network if that is in lower case")
    };
    cx.report(finding.suggest(peering::PEER_RESOURCE_PROVIDER, [id], help).set(peering::PEER_RESOURCE_PROVIDER, id));
}
