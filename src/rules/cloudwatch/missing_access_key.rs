//! `accessKeyId` and `secretAccessKey` must be set and must not be blank.
//!
//! ## Why
//! Both are optional in the SDK and the schema, because an update may leave them out. But the integration cannot be
//! created without them: the provider stops in the middle of the deployment.
//! ## Example
//! ```json
//! { "kind": "AWSCloudWatchLogsIntegration", "args": { "secretAccessKey": null } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "AWSCloudWatchLogsIntegration", "args": {
//!     "secretAccessKey": { "secret": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" }
//! } }
//! ```

use crate::rules::context::Field;
use crate::rules::prelude::*;
use crate::rules::shared::cloudwatch as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Apply)
    .source(&[source::PROVIDER_INTEGRATION_AWSCLOUDWATCH_LOGS, source::PROVIDER_INTEGRATION_AWSCLOUDWATCH_METRICS])
    .each_resource(shared::KINDS, check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for name in [shared::ACCESS_KEY_ID, shared::SECRET_ACCESS_KEY] {
        let Some(id) = shared::property(resource, name) else { continue };
        let fault = match cx.hidden(resource, id) {
            Field::Missing => "missing",
            Field::Known(hidden) if hidden.is_blank() => "blank",
            Field::Known(_) | Field::Unknown => continue,
        };
        let message = format!("`{name}` is {fault}, but the integration cannot be created without it");
        let help = "use the key of an IAM user that may write to CloudWatch and nothing else, and mark it as secret";
        cx.report(Finding::at(resource, id, message).help(help));
    }
}
