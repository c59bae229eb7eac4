//! `data` must have a `source`.
//!
//! ## Why
//! Most sinks can be created without a source. What is sent then is not documented, so an integration may look right
//! and never send the one thing that it was created for.
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
use crate::rules::faults::integration::NoSource;
use crate::rules::prelude::*;
use crate::rules::shared::integration::sources;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .confidence(Confidence::Medium)
    .source(&[source::ESC_CLI_INTEGRATE_SCHEMAS])
    .on(&[FaultCheck::IntegrationHasSource(check)]);

fn check<'a>(cx: &mut Context<'a>, sending: Integration<'a>, NoSource(row): &NoSource) {
    let path = DATA.key(SOURCE);
    let known = sources(cx, Some(row));
    let message =
        format!("`data` has no `{SOURCE}`, and what the sink `{}` receives without one is not documented", row.id);
    let finding = Finding::at(sending.resource, DATA, message)
        .suggest(path, known.iter().copied(), |listed| format!("add `{SOURCE}` to `data` with the value {listed}"));
    cx.report(match known.as_slice() {
        [only] => finding.set(path, *only),
        _ => finding,
    });
}
