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

use crate::rules::faults::cloudwatch::KeyFault;
use crate::rules::faults::text::Absent;
use crate::rules::prelude::*;
use crate::rules::shared::cloudwatch as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Apply)
    .for_new_or_changed()
    .source(&[source::PROVIDER_INTEGRATION_AWSCLOUDWATCH_LOGS, source::PROVIDER_INTEGRATION_AWSCLOUDWATCH_METRICS])
    .on(&[FaultCheck::CloudWatchKey(check_key), FaultCheck::CloudWatchSecret(check_secret)]);

fn check_key<'a>(cx: &mut Context<'a>, watch: CloudWatch<'a>, fault: &KeyFault) {
    let KeyFault::Absent(fault) = fault else { return };
    check(cx, watch, shared::ACCESS_KEY_ID, *fault);
}

fn check_secret<'a>(cx: &mut Context<'a>, watch: CloudWatch<'a>, fault: &Absent) {
    check(cx, watch, shared::SECRET_ACCESS_KEY, *fault);
}

fn check<'a>(cx: &mut Context<'a>, watch: CloudWatch<'a>, name: &str, fault: Absent) {
    let Some(id) = shared::property(watch.resource, name) else { return };
    let message = format!("`{name}` is {}, but the integration cannot be created without it", fault.described());
    let help = "use the key of an IAM user that may write to CloudWatch and nothing else, and mark it as secret";
    cx.report(Finding::at(watch.resource, id, message).help(help));
}
