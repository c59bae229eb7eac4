//! `region` of a CloudWatch integration must be spelled as AWS spells a region.
//!
//! ## Why
//! The provider accepts any string. The service rejects a region of another cloud, or the name of a zone, in the
//! middle of a deployment.
//! ## Example
//! ```json
//! { "kind": "AWSCloudWatchLogsIntegration", "args": { "region": "us-east1" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "AWSCloudWatchLogsIntegration", "args": { "region": "us-east-1" } }
//! ```

use crate::rules::faults::region::Misspelled;
use crate::rules::prelude::*;
use crate::rules::shared::cloudwatch as shared;
use crate::rules::shared::regions::misspelled;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_DOCS_INTEGRATION_AWSCLOUDWATCH_LOGS, source::CLOUD_KNOWLEDGE])
    .on(&[FaultCheck::CloudWatchRegion(check)]);

fn check<'a>(cx: &mut Context<'a>, watch: CloudWatch<'a>, fault: &Misspelled<'a>) {
    let Some(id) = shared::property(watch.resource, shared::REGION) else { return };
    cx.report(misspelled(watch.resource, id, fault));
}
