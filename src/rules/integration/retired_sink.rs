//! The vendor of a sink keeps it.
//!
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

use crate::model::integration::{DATA, SINK};
use crate::rules::prelude::*;
use crate::rules::shared::integration as shared;

pub(super) const RULE: Rule = Rule::advice()
    .confidence(Confidence::Low)
    .source(&[source::CLOUD_KNOWLEDGE])
    .each_resource(&[KindId::Integration], check);

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
