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
use crate::rules::faults::integration::{ForeignFault, SinkFault};
use crate::rules::prelude::*;
use crate::rules::shared::integration::is_generic;
use crate::value::spelling::all_of;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::ESC_CLI_INTEGRATE_SCHEMAS])
    .on(&[FaultCheck::IntegrationSink(check), FaultCheck::IntegrationForeign(check_foreign)]);

fn check<'a>(cx: &mut Context<'a>, sending: Integration<'a>, fault: &SinkFault<'a>) {
    let path = DATA.key(SINK);
    let at_sink = |message: String| Finding::at(sending.resource, path, message);
    let generic = cx.catalogue().sinks().filter(|row| is_generic(row));
    let mut known: Vec<&str> = generic.map(|row| row.id.as_str()).collect();
    cx.report(match *fault {
        SinkFault::Missing(misspelled) => {
            let message = format!("`data` has no `{SINK}`, so the integration has no destination");
            Finding::at(sending.resource, DATA, message).suggest(path, known, |listed| match misspelled {
                Some(key) => format!("use `{SINK}` instead of {}, with the value {listed}", quoted(key)),
                None => format!("add `{SINK}` to `data` with the value {listed}"),
            })
        }
        SinkFault::Spelling(written, row) => {
            let sink = row.id.as_str();
            let finding = at_sink(misspelled(written, sink));
            finding.suggest(path, [sink], |listed| format!("use {listed}")).set(path, sink)
        }
        SinkFault::Unknown(written) => {
            let finding = at_sink(match written.trim() {
                "" => "`sink` in `data` is blank".to_string(),
                _ => format!("unknown sink {}", quoted(written)),
            });
            match nearest(written, known.iter().copied()) {
                Some(near) => {
                    let listed = all_of(&known);
                    // The most likely one goes first.
                    known.sort_by_key(|sink| *sink != near);
                    finding.suggest(path, known, |_| {
                        format!("use `{near}` if that is what you mean; the sinks are {listed}")
                    })
                }
                None => finding.suggest(path, known, |listed| format!("use {listed}")),
            }
        }
    });
}

fn check_foreign<'a>(cx: &mut Context<'a>, sending: Integration<'a>, fault: &ForeignFault<'a>) {
    let ForeignFault::Spelling(written, row) = *fault else { return };
    let help = format!("use the resource {} instead, which is made for that sink", row.resource);
    let message = misspelled(written, row.id.as_str());
    cx.report(Finding::at(sending.resource, DATA.key(SINK), message).help(help));
}

fn misspelled(written: &str, sink: &str) -> String {
    format!("{} is not how the sink `{sink}` is spelled", quoted(written))
}
