//! A sink must be a product that its vendor is not retiring.
//!
//! ## Why
//! An integration with a product that is being retired must be replaced before the product ends. A new program avoids
//! that work by choosing another sink.
//! ## Example
//! ```json
//! { "kind": "Integration", "args": { "data": {
//!     "sink": "opsGenie", "source": "issues", "apiKey": { "secret": "key-of-an-api-integration" }
//! } } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Integration", "args": { "data": {
//!     "sink": "slack", "source": "issues", "channelId": "#operations", "token": { "secret": "token-of-a-bot" }
//! } } }
//! ```

use crate::model::integration::{DATA, SINK};
use crate::rules::faults::integration::RetiredSink;
use crate::rules::prelude::*;
use crate::rules::shared::integration::suggest_alternatives;

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .confidence(Confidence::Low)
    .source(&[source::CLOUD_KNOWLEDGE])
    .on(&[FaultCheck::IntegrationFuture(check)]);

fn check<'a>(cx: &mut Context<'a>, sending: Integration<'a>, RetiredSink(row, news): &RetiredSink) {
    let message = format!("the vendor of the sink `{}` is retiring it: {news}", row.id);
    let finding = Finding::at(sending.resource, DATA.key(SINK), message).help("choose another service in time");
    let finding =
        suggest_alternatives(cx, finding, sending, row, |listed| format!("use {listed} for new integrations"));
    cx.report(finding);
}
