//! A Slack channel is given by its name with a hash sign, or by its id.
//!
//! ## Why
//! Slack takes both, and a bare word is neither. Nobody tells that nothing arrives: the bot also needs the scope
//! `chat:write` and an invitation to the channel, and each channel takes an integration of its own.
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

use crate::rules::prelude::*;
use crate::rules::shared::integration::{self as shared, CHANNEL, Spelt};
use crate::value::identifier;
use crate::value::spelling::quoted_value as quoted;

pub(super) const RULE: Rule =
    Rule::advice().source(&[source::DOCS_INTEGRATIONS_SLACK]).each_resource(&[KindId::Integration], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(row) = shared::generic_sink(cx, resource) else { return };
    let Some(key) = row.keys.iter().find(|key| key.name.as_str() == CHANNEL.key) else { return };
    let Spelt::Sent(place) = shared::spelt(cx, resource, key.name.as_str()) else { return };
    let Some(channel) = cx.hidden(resource, place).known() else { return };
    if channel.is_blank() || channel.is(identifier::is_slack_channel) {
        return;
    }
    let path = place.path(resource);
    let shape = cx.catalogue().identifier_shape(CHANNEL.shape);
    let shape = shape.map_or(String::new(), |row| format!("write {}, such as `{}`; ", row.shape, row.example));
    let message = format!("{} is neither the name of a channel with `#` nor the id of one", quoted(&path));
    cx.report(
        Finding::at(resource, place, message)
            .help(format!("{shape}the bot needs the scope `chat:write` and an invitation to the channel")),
    );
}
