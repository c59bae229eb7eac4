//! ## What it checks
//! Whether the documentation describes the sink.
//! ## Why
//! The API has more sinks than the documentation and the console. One that only the API has may not be switched on for
//! an organisation, and nobody has written down how it behaves.
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

use super::shared;
use crate::model::integration::{DATA, SINK};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "INT011",
    name: "undocumented-sink",
    title: "The sink is documented",
    severity: Severity::Warning,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &[
        "EventStore/esc:generated/src/integrate/schemas.rs",
        "kurrent-io/documentation:docs/cloud/integrations/README.md",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Integration], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(row) = shared::generic_sink(cx, resource).filter(|row| !row.documented) else { return };
    let message = format!("the API has the sink `{}`, but no documentation describes it", row.id);
    let ask = "ask support whether it works before you rely on it";
    let help = match shared::alternatives(cx, row).as_slice() {
        [] => ask.to_string(),
        others => format!("{ask}, or use {}", one_of(others)),
    };
    cx.report(Finding::at(resource, DATA.key(SINK), message).help(help));
}
