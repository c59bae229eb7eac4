//! A clientId has its clientSecret.
//!
//! ## Why
//! Alone it replaces the client that tokens are made for, and the exchange of the token normally fails then.
//! ## Example
//! ```json
//! { "kind": "Provider", "args": { "clientId": "orders-deploy" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Provider", "args": { "clientId": "" } }
//! ```

use crate::model::provider;
use crate::rules::prelude::*;
use crate::rules::shared::provider as shared;

pub(super) const RULE: Rule = Rule::warning()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Apply)
    .source(&[source::PROVIDER_CLIENT_CLIENT, source::KURRENT_PROVIDER_CLIENT_CLIENT])
    .each_resource(&[KindId::Provider], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if shared::client_id(cx, resource) == Some(true) && shared::client_secret(cx, resource) == Some(false) {
        let finding = Finding::at(resource, provider::CLIENT_ID, "there is a `clientId` and no `clientSecret`");
        let finding =
            finding.help("leave the `clientId` empty to use a token, or add the secret of the service account");
        cx.report(finding);
    }
}
