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

use crate::catalogue::rows::Sink;
use crate::model::integration::{DATA, SINK};
use crate::rules::faults::integration::{ForeignFault, SinkFault};
use crate::rules::prelude::*;
use crate::rules::shared::integration::{is_generic, suits};
use crate::value::spelling::all_of;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::ESC_CLI_INTEGRATE_SCHEMAS])
    .on(&[FaultCheck::IntegrationSink(check), FaultCheck::IntegrationForeign(check_foreign)]);

fn check<'a>(cx: &mut Context<'a>, sending: Integration<'a>, fault: &SinkFault<'a>) {
    let path = DATA.key(SINK);
    let at_sink = |message: String| Finding::at(sending.resource, path, message);
    let generic: Vec<&'static Sink> = cx.catalogue().sinks().filter(|row| is_generic(row)).collect();
    let all: Vec<&str> = generic.iter().map(|row| row.id.as_str()).collect();
    // The keys of `data` tell which sink it is for.
    let suited = generic.into_iter().filter(|row| suits(cx, sending, row));
    let suited: Vec<&str> = suited.map(|row| row.id.as_str()).collect();
    let offered = |finding: Finding<'a>, begin: &str, noun: &str| match suited.is_empty() {
        true => finding.help(format!("{begin} the name of a sink, and add its keys; the sinks are {}", all_of(&all))),
        false => finding.suggest(path, suited.iter().copied(), |listed| format!("{begin}{noun} {listed}")),
    };
    cx.report(match *fault {
        SinkFault::Missing(misspelled) => {
            let message = format!("`data` has no `{SINK}`, so the integration has no destination");
            let begin = match misspelled {
                Some(key) => format!("use `{SINK}` instead of {}, with", quoted(key)),
                None => format!("add `{SINK}` to `data` with"),
            };
            offered(Finding::at(sending.resource, DATA, message), &begin, " the value")
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
            match nearest(written, suited.iter().copied()) {
                Some(near) => finding.suggest(path, [near], |listed| {
                    format!("use {listed} if that is what you mean; the sinks are {}", all_of(&all))
                }),
                None => offered(finding, "use", ""),
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
