//! A `clientId` must be set together with its `clientSecret`.
//!
//! ## Why
//! On its own, `clientId` replaces the client that tokens are issued for. During the deployment, the provider then
//! normally fails to exchange its token.
//! ## Example
//! ```json
//! { "kind": "Provider", "args": { "clientId": "orders-deploy" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Provider", "args": { "clientId": "" } }
//! ```

use crate::model::provider;
use crate::rules::faults::provider::IdWithoutSecret;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Apply)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_CLIENT_CLIENT, source::KURRENT_PROVIDER_CLIENT_CLIENT])
    .on(&[FaultCheck::ProviderClientId(check)]);

fn check<'a>(cx: &mut Context<'a>, provider: Provider<'a>, IdWithoutSecret: &IdWithoutSecret) {
    let finding = Finding::at(provider.resource, provider::CLIENT_ID, "`clientId` is set without `clientSecret`");
    cx.report(finding.suggest(provider::CLIENT_ID, [""], |_| {
        "set `clientId` to an empty string to use a token, or add the secret of the service account".to_string()
    }));
}
