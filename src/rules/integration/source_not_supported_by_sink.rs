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

use crate::model::integration::{DATA, SOURCE};
use crate::rules::faults::integration::SourceFault;
use crate::rules::prelude::*;
use crate::rules::shared::integration as shared;
use crate::value::spelling::certain;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_INTEGRATIONS, source::PROVIDER_INTEGRATION_AWSCLOUDWATCH_LOGS])
    .on(&[FaultCheck::IntegrationSource(check)]);

fn check<'a>(cx: &mut Context<'a>, sending: Integration<'a>, fault: &SourceFault<'a>) {
    let SourceFault::NotSupported(written, sink) = *fault else { return };
    let message = match (written.trim(), sink) {
        ("", _) => "`source` in `data` is blank".to_string(),
        (_, Some(row)) => format!("the sink `{}` does not support the source {}", row.id, quoted(written)),
        (_, None) => format!("unknown source {}", quoted(written)),
    };
    let path = DATA.key(SOURCE);
    let finding = Finding::at(sending.resource, path, message);
    let known = shared::sources(cx, sink);
    let meant = match (known.as_slice(), sink) {
        ([only], Some(_)) => Some(*only),
        _ => certain(written, &known),
    };
    cx.report(match meant {
        Some(meant) => finding.suggest(path, [meant], |listed| format!("use {listed}")).set(path, meant),
        None => finding.suggest(path, known, |listed| format!("use {listed}")),
    });
}
