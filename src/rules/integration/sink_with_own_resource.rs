//! A sink that has a resource of its own must be created with that resource, not with an Integration.
//!
//! ## Why
//! CloudWatch needs a list of clusters, but `data` can only hold strings. The two resources for logs and for metrics
//! have a property for it, and mark the access key as secret automatically.
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

use crate::model::integration::{DATA, SINK};
use crate::rules::faults::integration::ForeignFault;
use crate::rules::prelude::*;
use crate::value::spelling::all_of;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[
        source::PROVIDER_INTEGRATION,
        source::PROVIDER_DOCS_INTEGRATION_AWSCLOUDWATCH_LOGS,
        source::PLUGIN_SDK_SCHEMA_SCHEMA,
    ])
    .on(&[FaultCheck::IntegrationForeign(check)]);

fn check<'a>(cx: &mut Context<'a>, sending: Integration<'a>, fault: &ForeignFault<'a>) {
    let ForeignFault::NotInData(written, row) = fault else { return };
    let message =
        format!("the sink {} cannot be set up in `data`, which cannot hold a list of clusters", quoted(written));
    let keys: Vec<&str> = row.keys.iter().map(|key| key.name.as_str()).collect();
    let help = format!("use the resource {} with {}", row.resource, all_of(&keys));
    cx.report(Finding::at(sending.resource, DATA.key(SINK), message).help(help));
}
