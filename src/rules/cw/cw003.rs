//! ## What it checks
//! That `region` is spelt like a region of AWS. Regions that are not in the catalogue are fine, as long as they are
//! spelt like one.
//! ## Why
//! For the provider it is any text. One that belongs to another cloud, or the name of a zone, comes back from the
//! service in the middle of a deployment.
//! ## Example
//! ```json
//! { "kind": "AWSCloudWatchLogsIntegration", "args": { "region": "us-east1" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "AWSCloudWatchLogsIntegration", "args": { "region": "us-east-1" } }
//! ```

use super::shared;
use crate::rules::prelude::*;
use crate::rules::regions::misspelt;

pub(super) static RULE: Rule = Rule {
    code: "CW003",
    name: "no-aws-region",
    title: "The region of a CloudWatch integration is spelt as AWS spells it",
    severity: Severity::Error,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &[
        "EventStore/terraform-provider-eventstorecloud:docs/resources/integration_awscloudwatch_logs.md",
        "general cloud knowledge",
    ],
    since: "0.1.0",
    check: Check::Resource(shared::KINDS, check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(id) = shared::property(resource, shared::REGION) else { return };
    let Some(written) = cx.text(resource, id).known() else { return };
    let Some(aws) = cx.catalogue().cloud_row(Cloud::Aws) else { return };
    if let Some(finding) = misspelt(cx, resource, id, aws, written) {
        cx.report(finding);
    }
}
