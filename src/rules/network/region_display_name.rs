//! An Azure `region` must be written as its programmatic name, not as its display name.
//!
//! ## Why
//! The guides use both names. The region is sent to the service as it is written, and changing it replaces the network.
//! If the service answers with the programmatic name, every later deployment tries to replace the network and
//! everything in it.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "azure", "region": "East US" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "resourceProvider": "azure", "region": "eastus" } }
//! ```

use crate::rules::prelude::*;
use crate::rules::shared::network::{Difference, check_region_code};

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_AUTOMATION_TERRAFORM, source::PROVIDER_NETWORK, source::PROVIDER_EXAMPLE_AZURE])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    check_region_code(cx, resource, Difference::Name, |region| {
        format!("{} is not the programmatic name of any {} region", quoted(region.written), region.cloud.name)
    });
}
