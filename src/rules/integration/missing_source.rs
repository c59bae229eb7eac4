//! The source of an integration is written out.
//!
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

use crate::model::integration::{DATA, SOURCE};
use crate::rules::prelude::*;
use crate::rules::shared::integration as shared;

pub(super) const RULE: Rule = Rule::warning()
    .confidence(Confidence::Medium)
    .source(&[source::ESC_CLI_INTEGRATE_SCHEMAS])
    .each_resource(&[KindId::Integration], check);

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
