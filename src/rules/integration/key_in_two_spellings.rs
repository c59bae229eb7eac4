//! A key is written in one spelling.
//!
//! ## Why
//! The value in snake case takes the place of the other one without a word. Whoever changes the other later wonders why
//! nothing happens.
//! ## Example
//! ```json
//! { "kind": "Integration", "args": { "data": {
//!     "sink": "slack", "source": "issues", "channelId": "#operations", "channel_id": "#incidents",
//!     "token": { "secret": "token-of-a-bot" }
//! } } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Integration", "args": { "data": {
//!     "sink": "slack", "source": "issues", "channelId": "#operations", "token": { "secret": "token-of-a-bot" }
//! } } }
//! ```

use crate::model::integration::DATA;
use crate::rules::prelude::*;

pub(super) const RULE: Rule =
    Rule::warning().source(&[source::PROVIDER_INTEGRATION]).each_resource(&[KindId::Integration], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for row in cx.catalogue().sink_key_spellings() {
        let (snake, camel) = (DATA.key(row.id.as_str()), DATA.key(row.key.as_str()));
        if !cx.has_key(resource, snake) || !cx.has_key(resource, camel) {
            continue;
        }
        let message = format!("`{}` is the same key as `{}`, and its value is the one that is sent", row.id, row.key);
        let help = "keep the one whose value is right, and remove the other";
        cx.report(Finding::at(resource, snake, message).help(help).related_at(resource, camel));
    }
}
