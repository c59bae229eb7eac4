//! A cloud is written in lower case.
//!
//! ## Why
//! The provider compares without regard to case and keeps the lower-case name in its state, but it sends what was
//! written, and the service lists its clouds in lower case.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "AWS" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "aws" } }
//! ```

use crate::model::network;
use crate::rules::prelude::*;

pub(super) const RULE: Rule = Rule::warning()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[source::PROVIDER_NETWORK, source::ESC_CLI_INFRA_SCHEMAS])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(written) = cx.text(resource, network::RESOURCE_PROVIDER).known() else { return };
    let Some(cloud) = cx.catalogue().cloud(written) else { return };
    let canonical = cloud.id.as_str();
    if written == canonical {
        return;
    }
    let message = format!("{} is sent as it is written, and the service writes it `{canonical}`", quoted(written));
    cx.report(
        Finding::at(resource, network::RESOURCE_PROVIDER, message)
            .help(format!("write `{canonical}`"))
            .set(network::RESOURCE_PROVIDER, canonical),
    );
}
