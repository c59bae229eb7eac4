//! Every value of data is text.
//!
//! ## Why
//! `data` is an object of texts for the provider. It refuses arrays and objects at preview, which can only come from
//! the wish to do several things with one integration.
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
use crate::value::spelling::quoted_value as quoted;

pub(super) const RULE: Rule = Rule::error()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Preview)
    .source(&[source::PROVIDER_INTEGRATION, source::PLUGIN_SDK_SCHEMA_SCHEMA])
    .each_resource(&[KindId::Integration], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    resource.walk(&mut |place, _, slot| {
        let State::Wrong(Fault::Type { found, .. }) = slot.state else { return };
        if place.property() != PropertyPath::from(DATA) || place.key.is_none() {
            return;
        }
        let path = place.path(resource);
        let help = "write one text between quotes; where there are several, write one Integration for each, and where there is none, leave the key out";
        cx.report(Finding::on(resource, path.as_str(), format!("{} is {found}, where text belongs", quoted(&path))).help(help));
    });
}
