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

use crate::model::integration::DATA;
use crate::model::resource::{Fault, State};
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_INTEGRATION, source::PLUGIN_SDK_SCHEMA_SCHEMA])
    .each_resource(&[KindId::Integration], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    resource.walk(&mut |path, _, slot| {
        let State::Wrong(Fault::Type { found, .. }) = slot.state else { return };
        if path.property() != PropertyPath::from(DATA) || path.key.is_none() {
            return;
        }
        let message = format!("{} must be a string, not {found}", quoted(&path.path(resource)));
        let help = "use one string; for several values, create an integration for each; remove the key if there is no \
                    value";
        cx.report(Finding::at(resource, path, message).help(help));
    });
}
