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
use crate::rules::faults::integration::UndocumentedSink;
use crate::rules::prelude::*;
use crate::rules::shared::integration::suggest_alternatives;

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .for_new_or_changed()
    .confidence(Confidence::Medium)
    .source(&[source::ESC_CLI_INTEGRATE_SCHEMAS, source::DOCS_INTEGRATIONS])
    .on(&[FaultCheck::IntegrationDocumented(check)]);

fn check<'a>(cx: &mut Context<'a>, sending: Integration<'a>, UndocumentedSink(row): &UndocumentedSink) {
    let message = format!("the sink `{}` exists in the API but is not documented to work", row.id);
    let ask = "ask support whether it works before you rely on it";
    let finding = Finding::at(sending.resource, DATA.key(SINK), message).help(ask);
    let finding = suggest_alternatives(cx, finding, sending, row, |listed| format!("{ask}, or use {listed}"));
    cx.report(finding);
}
