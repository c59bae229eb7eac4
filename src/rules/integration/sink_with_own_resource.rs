//! A sink that has a resource of its own is not set up by an Integration.
//!
//! ## Why
//! CloudWatch needs a list of clusters, and `data` can hold single texts only. The two resources for logs and for
//! metrics have a property for it, and keep the access key secret by themselves.
//! ## Example
//! ```json
//! { "kind": "Integration", "args": { "data": {
//!     "sink": "awsCloudWatchLogs", "source": "logs", "groupName": "EventStoreLogs-Prod", "region": "us-east-1"
//! } } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "AWSCloudWatchLogsIntegration", "args": { "groupName": "EventStoreLogs-Prod", "region": "us-east-1" } }
//! ```

use crate::model::integration::{self, DATA, SINK};
use crate::rules::prelude::*;
use crate::value::spelling::all_of;

pub(super) const RULE: Rule = Rule::error()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[
        source::PROVIDER_INTEGRATION,
        source::PROVIDER_DOCS_INTEGRATION_AWSCLOUDWATCH_LOGS,
        source::PLUGIN_SDK_SCHEMA_SCHEMA,
    ])
    .each_resource(&[KindId::Integration], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let place = DATA.key(SINK);
    let Some(written) = cx.text(resource, place).known() else { return };
    // Another spelling is INT001's, which says the same.
    let Some(row) = cx.catalogue().sink(written) else { return };
    if row.resource.as_str() == integration::KIND.name {
        return;
    }
    let message = format!("{} cannot be set up in `data`, which holds no list of clusters", quoted(written));
    let keys: Vec<&str> = row.keys.iter().map(|key| key.name.as_str()).collect();
    cx.report(Finding::at(resource, place, message).help(format!(
        "use the resource {} with {}",
        row.resource,
        all_of(&keys)
    )));
}
