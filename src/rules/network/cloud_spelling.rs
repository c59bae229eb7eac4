//! `resourceProvider` must be in lower case.
//!
//! ## Why
//! The provider ignores case and keeps the lower-case name in its state, but it sends the name to the service exactly
//! as it is written. The service lists its clouds in lower case and may reject any other spelling during the
//! deployment.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "AWS" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "aws" } }
//! ```

use crate::model::network;
use crate::rules::faults::network::CloudFault;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_NETWORK, source::ESC_CLI_INFRA_SCHEMAS])
    .on(&[FaultCheck::NetworkCloud(check)]);

fn check<'a>(cx: &mut Context<'a>, net: Network<'a>, fault: &CloudFault<'a>) {
    let CloudFault::Spelling(written, cloud) = fault else { return };
    let id = cloud.id.as_str();
    let message =
        format!("`resourceProvider` is sent to the service as {}, but the service spells it `{id}`", quoted(written));
    let finding = Finding::at(net.resource, network::RESOURCE_PROVIDER, message);
    cx.report(finding.use_value(network::RESOURCE_PROVIDER, id));
}
