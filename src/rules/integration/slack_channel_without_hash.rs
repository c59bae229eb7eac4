//! `channelId` in `data` must be the name of a Slack channel with a leading `#`, or the id of a channel.
//!
//! ## Why
//! Slack accepts both; a single word without `#` is neither, so no message arrives, and nothing reports that. The bot
//! also needs the scope `chat:write` and an invitation to the channel, and each channel needs an integration of its
//! own.
//! ## Example
//! ```json
//! { "kind": "Integration", "args": { "data": {
//!     "sink": "slack", "source": "issues", "channelId": "general", "token": { "secret": "token-of-a-bot" }
//! } } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Integration", "args": { "data": {
//!     "sink": "slack", "source": "issues", "channelId": "#general", "token": { "secret": "token-of-a-bot" }
//! } } }
//! ```

use crate::rules::faults::integration::NoChannel;
use crate::rules::prelude::*;
use crate::rules::shared::integration::CHANNEL;

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .source(&[source::DOCS_INTEGRATIONS_SLACK])
    .on(&[FaultCheck::IntegrationChannel(check)]);

fn check<'a>(cx: &mut Context<'a>, sending: Integration<'a>, NoChannel(path): &NoChannel) {
    let shown = quoted(&path.path(sending.resource));
    let message = format!("{shown} is neither the name of a Slack channel with a leading `#` nor the id of a channel");
    let shape = cx.catalogue().identifier_shape(CHANNEL.shape);
    let shape = shape.map_or(String::new(), |row| format!("use {}, such as `{}`; ", row.shape, row.example));
    let help = format!("{shape}add the bot to the channel and give it the scope `chat:write`");
    cx.report(Finding::at(sending.resource, *path, message).help(help));
}
