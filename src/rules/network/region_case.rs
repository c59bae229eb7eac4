//! `region` must be in lower case, without white space around it.
//!
//! ## Why
//! The region is sent to the service as it is written, and changing it replaces the network. If the service rejects the
//! spelling, the deployment fails; if it corrects the spelling, a later deployment may replace the network.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "region": "US-East-1 " } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "region": "us-east-1" } }
//! ```

use crate::rules::prelude::*;
use crate::rules::shared::network::{Difference, check_region_code};

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_NETWORK])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    check_region_code(cx, resource, Difference::Case, |region| {
        format!("region {} differs from its code in case or white space", quoted(region.written))
    });
}
