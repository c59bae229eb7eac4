//! `source` in `data` must be one that the sink supports.
//!
//! ## Why
//! Each sink supports some of what the service can send: a chat gets issues or notifications, a log store gets logs.
//! The service rejects any other combination when the integration is created; nothing rejects it earlier.
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

use crate::rules::prelude::*;
use crate::rules::shared::integration as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_INTEGRATIONS, source::PROVIDER_INTEGRATION_AWSCLOUDWATCH_LOGS])
    .each_resource(&[KindId::Integration], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some((path, written, sink)) = shared::source(cx, resource) else { return };
    let known = shared::sources(cx, sink);
    if known.contains(&written) {
        return;
    }
    let message = match (written.trim(), sink) {
        ("", _) => "`source` in `data` is blank".to_string(),
        (_, Some(row)) => format!("the sink `{}` does not support the source {}", row.id, quoted(written)),
        (_, None) => format!("unknown source {}", quoted(written)),
    };
    let finding = Finding::at(resource, path, message);
    let meant = match (known.as_slice(), sink) {
        ([only], Some(_)) => Some(*only),
        _ => shared::meant(written, &known),
    };
    cx.report(match meant {
        Some(meant) => finding.suggest(path, [meant], |listed| format!("use {listed}")).set(path, meant),
        None => finding.suggest(path, known, |listed| format!("use {listed}")),
    });
}
