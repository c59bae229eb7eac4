//! A key in `data` must be written in one spelling only.
//!
//! ## Why
//! The value of the snake-case key silently replaces the value of the camel-case key, so a later change of the
//! camel-case key has no effect.
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
use crate::rules::faults::integration::Twice;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .source(&[source::PROVIDER_INTEGRATION])
    .on(&[FaultCheck::IntegrationSpellings(check)]);

fn check<'a>(cx: &mut Context<'a>, sending: Integration<'a>, Twice(row): &Twice) {
    let (snake, camel) = (DATA.key(row.id.as_str()), DATA.key(row.key.as_str()));
    let message =
        format!("`{}` and `{}` are the same key, and only the value of `{}` is sent", row.id, row.key, row.id);
    let help = "remove one of the two, and keep the one whose value is right";
    cx.report(Finding::at(sending.resource, snake, message).help(help).related_at(sending.resource, camel));
}
