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

use crate::model::target::Engine;
use crate::rules::faults::integration::Plaintext;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .source(&[source::PACKAGE_SCHEMA, source::PROVIDER_DOCS_INTEGRATION_AWSCLOUDWATCH_LOGS])
    .on(&[FaultCheck::IntegrationSecrecy(check)]);

fn check<'a>(cx: &mut Context<'a>, sending: Integration<'a>, Plaintext(path): &Plaintext<'a>) {
    let shown = quoted(&path.path(sending.resource));
    let message = format!("{shown} is a credential but is not marked as secret");
    let marked = match cx.settings().target.engine {
        Engine::Pulumi => "`pulumi.secret(...)` or `config.requireSecret(...)`",
        Engine::Terraform => "a variable that is declared with `sensitive = true`",
    };
    let help = format!("use {marked}; in a document, use `{{\"secret\": VALUE}}`");
    cx.report(Finding::at(sending.resource, *path, message).help(help));
}
