//! The cloud of a peering is written in lower case.
//!
//! ## Why
//! The provider takes any case and keeps what was written, while the service answers in lower case. The two differ for
//! ever, and the property cannot be changed in place: every deployment replaces the peering.
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

pub(super) const RULE: Rule =
    Rule::error().source(&[source::PROVIDER_PEERING]).each_resource(&[KindId::Peering], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(id) = cloud(cx, resource).map(|row| row.id.as_str()) else { return };
    let Some(written) = cx.text(resource, peering::PEER_RESOURCE_PROVIDER).known().filter(|text| *text != id) else {
        return;
    };
    let message =
        format!("the service answers {} with `{id}`, so every deployment replaces the peering", quoted(written));
    let help = format!("write `{id}`, or take the `resourceProvider` of the network if that is in lower case");
    let finding = Finding::at(resource, peering::PEER_RESOURCE_PROVIDER, message).help(help);
    cx.report(finding.set(peering::PEER_RESOURCE_PROVIDER, id));
}
