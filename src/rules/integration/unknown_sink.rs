//! The sink of an integration is a known one.
//!
//! ## Why
//! The sink decides what everything else in `data` means. The service tells upper and lower case apart and refuses any
//! other name; nothing before it looks at the name at all.
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

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::ESC_CLI_INTEGRATE_SCHEMAS])
    .each_resource(&[KindId::Integration], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(mut keys) = cx.keys(resource, DATA.into()).known() else { return };
    let known: Vec<&str> =
        cx.catalogue().sinks().filter(|row| shared::is_generic(row)).map(|row| row.id.as_str()).collect();
    let written = match cx.text(resource, DATA.key(SINK)) {
        Field::Known(written) if cx.catalogue().sink(written).is_none() => written,
        Field::Known(_) | Field::Unknown => return,
        Field::Missing => {
            let all = one_of(&known);
            let help = match keys.find(|key| nearest(key, [SINK]).is_some()) {
                Some(key) => format!("write `{SINK}` instead of {}, and as its value {all}", quoted(key)),
                None => format!("add `{SINK}` to `data`: {all}"),
            };
            cx.report(
                Finding::at(resource, DATA, format!("`data` has no `{SINK}`, so nobody knows where to send to"))
                    .help(help),
            );
            return;
        }
    };
    let place = DATA.key(SINK);
    let at_sink = |message: String| Finding::at(resource, place, message);
    let unknown = || match written.trim() {
        "" => "the sink is blank".to_string(),
        _ => format!("{} is no known sink", quoted(written)),
    };
    let finding = match (shared::sink(cx, resource), nearest(written, known.iter().copied())) {
        (Some(row), _) => {
            let message = format!("{} is not how the sink `{}` is written", quoted(written), row.id);
            if shared::is_generic(row) {
                at_sink(message).help(format!("write `{}`", row.id)).set(place, row.id.as_str())
            } else {
                at_sink(message).help(format!("use the resource {} instead: it is made for that sink", row.resource))
            }
        }
        (None, Some(near)) => {
            at_sink(unknown()).help(format!("write `{near}`, if that is meant; known are {}", all_of(&known)))
        }
        (None, None) => at_sink(unknown()).help(format!("write {}", one_of(&known))),
    };
    cx.report(finding);
}
