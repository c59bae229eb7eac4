//! The sink of an integration must be documented.
//!
//! ## Why
//! The API has more sinks than the documentation and the console. One that only the API has may not be enabled for an
//! organisation, and its behaviour is not documented.
//! ## Example
//! ```json
//! { "kind": "Integration", "args": { "data": {
//!     "sink": "pagerDuty", "source": "issues", "service": "P0ABCDE", "user": "operations@example.com",
//!     "authToken": { "secret": "token-of-an-account" }
//! } } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Integration", "args": { "data": {
//!     "sink": "slack", "source": "issues", "channelId": "#operations", "token": { "secret": "token-of-a-bot" }
//! } } }
//! ```

use crate::model::integration::{DATA, SINK};
use crate::rules::prelude::*;
use crate::rules::shared::integration as shared;

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::ESC_CLI_INTEGRATE_SCHEMAS, source::DOCS_INTEGRATIONS])
    .each_resource(&[KindId::Integration], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(row) = shared::generic_sink(cx, resource).filter(|row| !row.documented) else { return };
    let message = format!("the sink `{}` exists in the API but is not documented to work", row.id);
    let ask = "ask support whether it works before you rely on it";
    let finding = Finding::at(resource, DATA.key(SINK), message).help(ask);
    cx.report(shared::suggest_alternatives(cx, finding, row, |listed| format!("{ask}, or use {listed}")));
}
