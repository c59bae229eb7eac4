//! `sink` in `data` must be the exact name of one of the service's sinks.
//!
//! ## Why
//! The sink decides what everything else in `data` means. The service is case-sensitive and rejects any other name
//! during the deployment; nothing checks it earlier.
//! ## Example
//! ```json
//! { "kind": "Integration", "args": { "data": {
//!     "sink": "Slack", "source": "issues", "channelId": "#operations", "token": { "secret": "token-of-a-bot" }
//! } } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Integration", "args": { "data": {
//!     "sink": "slack", "source": "issues", "channelId": "#operations", "token": { "secret": "token-of-a-bot" }
//! } } }
//! ```

use crate::model::integration::{DATA, SINK};
use crate::rules::context::Field;
use crate::rules::prelude::*;
use crate::rules::shared::integration as shared;
use crate::value::spelling::all_of;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::ESC_CLI_INTEGRATE_SCHEMAS])
    .each_resource(&[KindId::Integration], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(mut keys) = cx.keys(resource, DATA.into()).known() else { return };
    let path = DATA.key(SINK);
    let mut known: Vec<&str> =
        cx.catalogue().sinks().filter(|row| shared::is_generic(row)).map(|row| row.id.as_str()).collect();
    let written = match cx.text(resource, path) {
        Field::Known(written) if cx.catalogue().sink(written).is_none() => written,
        Field::Known(_) | Field::Unknown => return,
        Field::Missing => {
            let finding =
                Finding::at(resource, DATA, format!("`data` has no `{SINK}`, so the integration has no destination"));
            let misspelled = keys.find(|key| nearest(key, [SINK]).is_some());
            cx.report(finding.suggest(path, known, |listed| match misspelled {
                Some(key) => format!("use `{SINK}` instead of {}, with the value {listed}", quoted(key)),
                None => format!("add `{SINK}` to `data` with the value {listed}"),
            }));
            return;
        }
    };
    let at_sink = |message: String| Finding::at(resource, path, message);
    let unknown = || match written.trim() {
        "" => "`sink` in `data` is blank".to_string(),
        _ => format!("unknown sink {}", quoted(written)),
    };
    let finding = match (shared::sink(cx, resource), nearest(written, known.iter().copied())) {
        (Some(row), _) => {
            let finding = at_sink(format!("{} is not how the sink `{}` is spelled", quoted(written), row.id));
            if shared::is_generic(row) {
                let sink = row.id.as_str();
                finding.suggest(path, [sink], |listed| format!("use {listed}")).set(path, sink)
            } else {
                finding.help(format!("use the resource {} instead, which is made for that sink", row.resource))
            }
        }
        (None, Some(near)) => {
            let listed = all_of(&known);
            // The most likely one goes first.
            known.sort_by_key(|sink| *sink != near);
            at_sink(unknown())
                .suggest(path, known, |_| format!("use `{near}` if that is what you mean; the sinks are {listed}"))
        }
        (None, None) => at_sink(unknown()).suggest(path, known, |listed| format!("use {listed}")),
    };
    cx.report(finding);
}
