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

use crate::rules::prelude::*;
use crate::rules::shared::cloudwatch as shared;
use crate::rules::shared::regions::misspelled;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_DOCS_INTEGRATION_AWSCLOUDWATCH_LOGS, source::CLOUD_KNOWLEDGE])
    .each_resource(shared::KINDS, check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(id) = shared::property(resource, shared::REGION) else { return };
    let Some(written) = cx.text(resource, id).known() else { return };
    let Some(aws) = cx.catalogue().cloud_row(Cloud::Aws) else { return };
    if let Some(finding) = misspelled(cx, resource, id, aws, written) {
        cx.report(finding);
    }
}
