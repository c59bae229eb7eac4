//! `data` must have every key that its sink needs, and none of them may be blank.
//!
//! ## Why
//! The SDK and the provider accept any strings in `data`. Only the service knows what each sink needs, and it rejects
//! the integration in the middle of a deployment. Five keys may also be written in snake case, because the provider
//! translates them: `api_key` works as well as `apiKey`.
//! ## Example
//! ```json
//! { "kind": "Integration", "args": { "data": {
//!     "sink": "slack", "source": "issues", "token": { "secret": "token-of-a-bot" }
//! } } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Integration", "args": { "data": {
//!     "sink": "slack", "source": "issues", "channelId": "#operations", "token": { "secret": "token-of-a-bot" }
//! } } }
//! ```

use crate::model::integration::DATA;
use crate::rules::prelude::*;
use crate::rules::shared::integration::misspelled;
use crate::value::spelling::all_of;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .for_new_or_changed()
    .source(&[source::ESC_CLI_INTEGRATE_SCHEMAS, source::PROVIDER_DOCS_INTEGRATION])
    .each_resource(&[KindId::Integration], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    // What `data` lacks is not missing while `data` stays: a state does not have the secrets in it.
    if cx.is_reported(resource, About::IntegrationForeign) || resource.keeps("data") {
        return;
    }
    let Some(sending) = Integration::of(cx, resource) else { return };
    let Some(row) = sending.sink(cx).value else { return };
    let mut missing: Vec<&str> = Vec::new();
    for known in sending.keys(cx).values() {
        match known.sent {
            Some(path) if sending.is_blank(cx, path) == Some(true) => {
                let shown = quoted(&path.path(resource));
                let message = format!("{shown} is blank, but the sink `{}` needs it", row.id);
                let help = "set a value, or remove the integration until you have one";
                cx.report(Finding::at(resource, path, message).help(help));
            }
            None => missing.push(known.name),
            Some(_) => {}
        }
    }
    if missing.is_empty() {
        return;
    }
    let message = format!("`data` has no {}, which the sink `{}` needs", one_of(&missing), row.id);
    let add = format!("add {} to `data`", all_of(&missing));
    let help = match misspelled(cx, sending, row, &missing) {
        Some((written, meant)) => format!("{add}; {} may be a misspelling of `{meant}`", quoted(written)),
        None => add,
    };
    cx.report(Finding::at(resource, DATA, message).help(help));
}
