//! ## What it checks
//! That `data` says with `source` what is sent.
//! ## Why
//! Most sinks can be made without a source. What is sent then is written nowhere, so that an integration may look right
//! and be silent about the one thing that it was made for.
//! ## Example
//! ```json
//! { "kind": "Integration", "args": { "data": {
//!     "sink": "slack", "channelId": "#operations", "token": { "secret": "token-of-a-bot" }
//! } } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Integration", "args": { "data": {
//!     "sink": "slack", "source": "issues", "channelId": "#operations", "token": { "secret": "token-of-a-bot" }
//! } } }
//! ```

use super::shared;
use crate::model::integration::{DATA, SOURCE};
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "INT005",
    name: "missing-source",
    title: "The source of an integration is written out",
    severity: Severity::Warning,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Nobody,
    source: &["EventStore/esc:generated/src/integrate/schemas.rs"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Integration], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if cx.has_key(resource, DATA.key(SOURCE)) {
        return;
    }
    let Some(row) = shared::generic_sink(cx, resource) else { return };
    let known = shared::sources(cx, Some(row));
    let message = format!("`data` has no `{SOURCE}`, and what `{}` gets without one is not documented", row.id);
    let finding = Finding::at(resource, DATA, message).help(format!("add `{SOURCE}` to `data`: {}", one_of(&known)));
    cx.report(match known.as_slice() {
        [only] => finding.set(DATA.key(SOURCE), *only),
        _ => finding,
    });
}
