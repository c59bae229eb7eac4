//! ## What it checks
//! Whether a `clientId` is given without a `clientSecret`.
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

use super::shared;
use crate::model::provider;
use crate::rules::prelude::*;

pub(super) static RULE: Rule = Rule {
    code: "PRV008",
    name: "client-id-without-secret",
    title: "A clientId has its clientSecret",
    severity: Severity::Warning,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    caught_today: CaughtToday::Apply,
    source: &[
        "EventStore/terraform-provider-eventstorecloud:client/client.go",
        "kurrent-io/terraform-provider-kurrentcloud:client/client.go",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Provider], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if shared::client_id(cx, resource) == Some(true) && shared::client_secret(cx, resource) == Some(false) {
        let finding = Finding::at(resource, provider::CLIENT_ID, "there is a `clientId` and no `clientSecret`");
        let finding =
            finding.help("leave the `clientId` empty to use a token, or add the secret of the service account");
        cx.report(finding);
    }
}
