//! `accessKeyId` and `secretAccessKey` must not be swapped.
//!
//! ## Why
//! The service does not test the key: no data arrives, and nothing reports that. And what is secret of the two then stands
//! where an id is expected, in tools that do not hide ids.
//! ## Example
//! ```json
//! { "kind": "AWSCloudWatchLogsIntegration", "args": {
//!   "accessKeyId": { "secret": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" },
//!   "secretAccessKey": { "secret": "AKIAIOSFODNN7EXAMPLE" }
//! } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "AWSCloudWatchLogsIntegration", "args": {
//!   "accessKeyId": { "secret": "AKIAIOSFODNN7EXAMPLE" },
//!   "secretAccessKey": { "secret": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" }
//! } }
//! ```

use crate::rules::faults::cloudwatch::KeyFault;
use crate::rules::prelude::*;
use crate::rules::shared::cloudwatch as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Undetected)
    .source(&[source::PROVIDER_INTEGRATION_AWSCLOUDWATCH_LOGS, source::CLOUD_KNOWLEDGE])
    .on(&[FaultCheck::CloudWatchKey(check)]);

fn check<'a>(cx: &mut Context<'a>, watch: CloudWatch<'a>, fault: &KeyFault) {
    let KeyFault::Swapped = fault else { return };
    let Some(id) = shared::property(watch.resource, shared::ACCESS_KEY_ID) else { return };
    let message = "`accessKeyId` does not have the shape of an access key, but `secretAccessKey` does";
    cx.report(Finding::at(watch.resource, id, message).swapped(shared::ACCESS_KEY_ID, shared::SECRET_ACCESS_KEY));
}
