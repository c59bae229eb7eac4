//! A `clientSecret` must be set together with its `clientId`.
//!
//! ## Why
//! The two form a service account. With only the secret, the provider does not start.
//! ## Example
//! ```json
//! { "target": "kurrentcloud@0.3.x", "resources": [
//!     { "kind": "Provider", "name": "esc", "args": { "clientId": "", "clientSecret": { "secret": "secret-of-the-account" }, "token": "" } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "target": "kurrentcloud@0.3.x", "resources": [
//!     { "kind": "Provider", "name": "esc", "args": { "clientId": "orders-deploy", "clientSecret": { "secret": "secret-of-the-account" }, "token": "" } }
//! ] }
//! ```

use crate::model::provider;
use crate::rules::faults::provider::SecretWithoutId;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Apply)
    .source(&[source::KURRENT_PROVIDER_CLIENT_CLIENT])
    .on(&[FaultCheck::ProviderClientSecret(check)]);

fn check<'a>(cx: &mut Context<'a>, provider: Provider<'a>, SecretWithoutId: &SecretWithoutId) {
    let finding = Finding::at(provider.resource, provider::CLIENT_ID, "`clientSecret` is set without `clientId`");
    cx.report(finding.help("set both for a service account, or neither"));
}
