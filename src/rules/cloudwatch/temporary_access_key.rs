//! `accessKeyId` must be the long-lived access key of an IAM user.
//!
//! ## Why
//! A temporary key works only for a short time, and only with a session token, for which there is no property. The
//! service does not test the key: no data arrives, and nothing reports that.
//! ## Example
//! ```json
//! { "kind": "AWSCloudWatchLogsIntegration", "args": { "accessKeyId": { "secret": "ASIAIOSFODNN7EXAMPLE" } } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "AWSCloudWatchLogsIntegration", "args": { "accessKeyId": { "secret": "AKIAIOSFODNN7EXAMPLE" } } }
//! ```

use crate::rules::faults::cloudwatch::KeyFault;
use crate::rules::prelude::*;
use crate::rules::shared::cloudwatch as shared;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_INTEGRATION_AWSCLOUDWATCH_LOGS, source::CLOUD_KNOWLEDGE])
    .on(&[FaultCheck::CloudWatchKey(check)]);

fn check<'a>(cx: &mut Context<'a>, watch: CloudWatch<'a>, fault: &KeyFault) {
    let name = shared::ACCESS_KEY_ID;
    let message = match fault {
        KeyFault::Absent(_) | KeyFault::Swapped => return,
        KeyFault::Temporary => format!("`{name}` is a temporary key, which does not work without a session token"),
        KeyFault::NotAKey => format!("`{name}` does not have the shape of a long-lived access key"),
    };
    let Some(id) = shared::property(watch.resource, name) else { return };
    let shape = shared::shape(cx, shared::ACCESS_KEY_SHAPE);
    let help = format!("use the key of an IAM user that was created for the integration: {shape}");
    cx.report(Finding::at(watch.resource, id, message).help(help));
}
