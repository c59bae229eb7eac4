//! `region` must not be in an isolated partition of its cloud, such as GovCloud or China.
//!
//! ## Why
//! GovCloud, China, the isolated regions and the European Sovereign Cloud require separate accounts, and the service is
//! not offered in them. Creating a network there fails during the deployment.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "region": "us-gov-west-1" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Network", "args": { "region": "us-west-2" } }
//! ```

use crate::model::network;
use crate::rules::prelude::*;
use crate::rules::shared::network::{CloudRegion, cloud_region};

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_FAQ, source::CLOUD_KNOWLEDGE])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(region) = cloud_region(cx, resource).filter(CloudRegion::is_unknown) else { return };
    let Some(partition) = cx.catalogue().partition(region.cloud.id, &region.lower) else { return };
    let (shown, cloud) = (quoted(region.written), region.cloud);
    let message = format!(
        "the region {shown} is in the {} partition of {}, where the service is not offered",
        partition.name, cloud.name
    );
    let finding = Finding::at(resource, network::REGION, message);
    cx.report(finding.suggest(network::REGION, [cloud.region_example.as_str()], |listed| {
        format!("use a region that is open to every {} account, such as {listed}", cloud.name)
    }));
}
