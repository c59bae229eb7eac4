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

use crate::rules::prelude::*;
use crate::rules::shared::cloudwatch as shared;
use crate::value::identifier::{is_long_lived_access_key, is_temporary_access_key};

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_INTEGRATION_AWSCLOUDWATCH_LOGS, source::CLOUD_KNOWLEDGE])
    .each_resource(shared::KINDS, check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let name = shared::ACCESS_KEY_ID;
    let Some(id) = shared::property(resource, name) else { return };
    let Some(key) = cx.hidden(resource, id).known() else { return };
    if key.is_blank() || key.is(is_long_lived_access_key) {
        return;
    }
    let message = if key.is(is_temporary_access_key) {
        format!("`{name}` is a temporary key, which does not work without a session token")
    } else {
        format!("`{name}` does not have the shape of a long-lived access key")
    };
    let shape = shared::shape(cx, shared::ACCESS_KEY_SHAPE);
    let help = format!("use the key of an IAM user that was created for the integration: {shape}");
    cx.report(Finding::at(resource, id, message).help(help));
}
