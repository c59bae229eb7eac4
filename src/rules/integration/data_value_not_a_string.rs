//! Every value in `data` must be a string.
//!
//! ## Why
//! To the provider, `data` is an object of strings. It rejects arrays and objects at preview; they can only come from
//! an attempt to do several things with one integration.
//! ## Example
//! ```json
//! { "kind": "Integration", "args": { "data": {
//!     "sink": "slack", "source": "issues", "channelId": ["#operations", "#incidents"], "token": { "secret": "token-of-a-bot" }
//! } } }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "Integration", "name": "operations", "args": { "data": {
//!         "sink": "slack", "source": "issues", "channelId": "#operations", "token": { "secret": "token-of-a-bot" }
//!     } } },
//!     { "kind": "Integration", "name": "incidents", "args": { "data": {
//!         "sink": "slack", "source": "issues", "channelId": "#incidents", "token": { "secret": "token-of-a-bot" }
//!     } } }
//! ] }
//! ```

use crate::rules::faults::integration::NotAString;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_INTEGRATION, source::PLUGIN_SDK_SCHEMA_SCHEMA])
    .on(&[FaultCheck::IntegrationValues(check)]);

fn check<'a>(cx: &mut Context<'a>, sending: Integration<'a>, NotAString(path, found): &NotAString<'a>) {
    let message = format!("{} must be a string, not {found}", quoted(&path.path(sending.resource)));
    let help =
        "use one string; for several values, create an integration for each; remove the key if there is no value";
    cx.report(Finding::at(sending.resource, *path, message).help(help));
}
