//! Credentials in `data` must be marked as secret.
//!
//! ## Why
//! To the provider, `data` is an object of plain strings, so Pulumi encrypts only what the program marks as secret.
//! Anyone who can read the state of the stack can read everything else, for as long as its history is kept.
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

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
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
        let path = DATA.key(key);
        if cx.is_marked_secret(resource, path) {
            continue;
        }
        // A blank one has nothing to hide.
        if cx.hidden(resource, path).known().is_some_and(|hidden| !hidden.is_blank()) {
            let message = format!("{} is a credential but is not marked as secret", quoted(&path.path(resource)));
            let marked = match cx.settings().target.engine {
                Engine::Pulumi => "`pulumi.secret(...)` or `config.requireSecret(...)`",
                Engine::Terraform => "a variable that is declared with `sensitive = true`",
            };
            let help = format!("use {marked}; in a document, use `{{\"secret\": VALUE}}`");
            cx.report(Finding::at(resource, path, message).help(help));
        }
    }
}
