//! CloudWatch integrations must be enabled for the organisation.
//!
//! ## Why
//! CloudWatch integrations are a closed beta: support enables them for each organisation separately. The service does
//! not test the access key either, so an integration that was created may still send nothing.
//! ## Example
//! ```json
//! { "kind": "AWSCloudWatchLogsIntegration" }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Integration" }
//! ```

use crate::rules::prelude::*;

pub const RULE: Rule = Rule::advice(DetectedAt::Service)
    .source(&[source::DOCS_INTEGRATIONS_CLOUDWATCH, source::PROVIDER_DOCS_INTEGRATION_AWSCLOUDWATCH_LOGS])
    .each_resource(CloudWatch::KINDS, check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let message = "integrations with CloudWatch are a closed beta, which support must enable for the organisation";
    let help = "ask support before you deploy it, and check afterwards that data arrives: the access key is not tested";
    cx.report(Finding::on(resource, "", message).help(help));
}
