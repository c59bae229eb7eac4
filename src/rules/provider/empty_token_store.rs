//! The tokenStore is a folder.
//!
//! ## Why
//! An empty path takes the place of the default, and the provider cannot make a folder of no name. With a service
//! account no folder is needed.
//! ## Example
//! ```json
//! { "kind": "Provider", "args": { "tokenStore": "" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Provider", "args": { "tokenStore": "/home/deploy/.esctf/tokens" } }
//! ```

use crate::model::provider;
use crate::rules::prelude::*;
use crate::rules::shared::provider as shared;

pub(super) const RULE: Rule = Rule::error()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Apply)
    .source(&[source::PROVIDER_CLIENT_CLIENT, source::PROVIDER_PROVIDER])
    .each_resource(&[KindId::Provider], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(written) = cx.text(resource, provider::TOKEN_STORE).known() else { return };
    // With a service account tokens are kept in memory.
    if !written.trim().is_empty() || shared::client_secret(cx, resource) != Some(false) {
        return;
    }
    let default = cx.catalogue().provider_setting("tokenStore").and_then(|row| row.default.as_ref());
    let example = default.map_or(String::new(), |default| format!(", such as `{default}` with its variable replaced"));
    let finding = Finding::at(resource, provider::TOKEN_STORE, "the `tokenStore` is empty");
    cx.report(
        finding.help(format!("give a folder that can be written{example}; a stack's configuration can leave it out")),
    );
}
