//! The source of an integration suits its sink.
//!
//! ## Why
//! Each sink takes some of what the service can send: a chat gets issues or notifications, a log store gets logs. Any
//! other pair is refused when the integration is made, and not before.
//! ## Example
//! ```json
//! { "kind": "Integration", "args": { "data": {
//!     "sink": "slack", "source": "logs", "channelId": "#operations", "token": { "secret": "token-of-a-bot" }
//! } } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Integration", "args": { "data": {
//!     "sink": "slack", "source": "notifications", "channelId": "#operations", "token": { "secret": "token-of-a-bot" }
//! } } }
//! ```

use crate::model::integration::{DATA, SOURCE};
use crate::rules::prelude::*;
use crate::rules::shared::integration as shared;

pub(super) const RULE: Rule = Rule::error()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_INTEGRATIONS, source::PROVIDER_INTEGRATION_AWSCLOUDWATCH_LOGS])
    .each_resource(&[KindId::Integration], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let place = DATA.key(SOURCE);
    let Some(written) = cx.text(resource, place).known() else { return };
    let sink = shared::sink(cx, resource);
    if sink.is_some_and(|row| !shared::is_generic(row)) {
        return;
    }
    let known = shared::sources(cx, sink);
    if known.contains(&written) {
        return;
    }
    let message = match (written.trim(), sink) {
        ("", _) => "the source is blank".to_string(),
        (_, Some(row)) => format!("{} is no source that `{}` takes", quoted(written), row.id),
        (_, None) => format!("{} is no known source", quoted(written)),
    };
    let finding = Finding::at(resource, place, message).help(format!("write {}", one_of(&known)));
    let meant = match (known.as_slice(), sink) {
        ([only], Some(_)) => Some(*only),
        _ => shared::meant(written, &known),
    };
    cx.report(match meant {
        Some(meant) => finding.help(format!("write `{meant}`")).set(place, meant),
        None => finding,
    });
}
