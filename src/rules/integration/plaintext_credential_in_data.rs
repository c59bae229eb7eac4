//! Credentials in data are marked as secret.
//!
//! ## Why
//! For the provider `data` is an object of plain texts, so Pulumi encrypts only what the program marks. Anything else
//! can be read by whoever can read the state of the stack, for as long as its history is kept.
//! ## Example
//! ```json
//! { "kind": "Integration", "args": { "data": {
//!     "sink": "slack", "source": "issues", "channelId": "#operations", "token": "token-of-a-bot"
//! } } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Integration", "args": { "data": {
//!     "sink": "slack", "source": "issues", "channelId": "#operations", "token": { "secret": "token-of-a-bot" }
//! } } }
//! ```

use crate::model::integration::DATA;
use crate::model::target::Engine;
use crate::rules::prelude::*;
use crate::rules::shared::integration as shared;
use crate::value::spelling::quoted_value as quoted;

pub(super) const RULE: Rule = Rule::warning()
    .source(&[source::PACKAGE_SCHEMA, source::PROVIDER_DOCS_INTEGRATION_AWSCLOUDWATCH_LOGS])
    .each_resource(&[KindId::Integration], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    // All are marked with what they are in.
    if cx.is_marked_secret(resource, DATA) {
        return;
    }
    let Some(keys) = cx.keys(resource, DATA.into()).known() else { return };
    let sink = shared::sink(cx, resource);
    if sink.is_some_and(|row| !shared::is_generic(row)) {
        return;
    }
    for key in keys.filter(|key| shared::is_credential(cx, sink, key)).collect::<Vec<_>>() {
        let place = DATA.key(key);
        if cx.is_marked_secret(resource, place) {
            continue;
        }
        // A blank one has nothing to hide.
        if cx.hidden(resource, place).known().is_some_and(|hidden| !hidden.is_blank()) {
            let message = format!("{} is a credential and not marked as secret", quoted(&place.path(resource)));
            let way = match cx.settings().target.engine {
                Engine::Pulumi => "wrap it with `pulumi.secret(...)`, or read it with `config.requireSecret(...)`",
                Engine::Terraform => "take it from a variable that is declared with `sensitive = true`",
            };
            let help = format!("{way}; in a document, write `{{\"secret\": VALUE}}`");
            cx.report(Finding::at(resource, place, message).help(help));
        }
    }
}
