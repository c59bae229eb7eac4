//! ## What it checks
//! Whether the vendor of the sink has announced its end.
//! ## Why
//! An integration with a service that ends must be replaced by then. For a new program that is work to be saved.
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

use super::shared;
use crate::model::integration::{DATA, SINK};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "INT015",
    name: "sink-retired-by-vendor",
    title: "The vendor of a sink keeps it",
    severity: Severity::Info,
    confidence: Confidence::Low,
    profile: Profile::Advice,
    caught_today: CaughtToday::Nobody,
    source: &["general cloud knowledge"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Integration], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(row) = shared::generic_sink(cx, resource) else { return };
    let Some(news) = row.retired.as_ref() else { return };
    let message = format!("`{}` is being given up by its vendor: {news}", row.id);
    let help = match shared::alternatives(cx, row).as_slice() {
        [] => "look for another service in time".to_string(),
        others => format!("for something new, use {}", one_of(others)),
    };
    cx.report(Finding::at(resource, DATA.key(SINK), message).help(help));
}
