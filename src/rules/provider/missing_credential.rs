//! The provider must have a credential: a `token` or, where the package supports it, a service account.
//!
//! ## Why
//! The provider accepts an empty token without an error. The identity service then returns an error that does not say
//! what is missing.
//! ## Example
//! ```json
//! { "partial": false, "configuration": { "eventstorecloud:organizationId": "bt77lfqrh41uaatmh200" }, "environmentVariables": {}, "resources": [] }
//! ```
//! ## Use instead
//! ```json
//! { "partial": false, "configuration": { "eventstorecloud:organizationId": "bt77lfqrh41uaatmh200" }, "environmentVariables": { "ESC_TOKEN": { "secret": true } }, "resources": [] }
//! ```

use crate::catalogue::rows::FeatureId;
use crate::model::provider;
use crate::rules::faults::provider::NoCredential;
use crate::rules::prelude::*;
use crate::rules::shared::provider::where_to_set;

pub const RULE: Rule = Rule::error(DetectedAt::Apply)
    .source(&[source::PROVIDER_PROVIDER, source::PROVIDER_CLIENT_ACCESS_TOKEN, source::KURRENT_PROVIDER_DOCS_INDEX])
    .on(&[FaultCheck::ProviderCredential(check)]);

fn check<'a>(cx: &mut Context<'a>, provider: Provider<'a>, NoCredential { has_secret }: &NoCredential) {
    // An account that the target does not support is no credential.
    if *has_secret && cx.is_reported(provider.resource, About::ProviderAccount) {
        return;
    }
    let token = where_to_set(cx, "token");
    let help = if cx.settings().target.has(FeatureId::ServiceAccounts, cx.catalogue()) {
        format!("{token}, or use a service account: `clientId` and `clientSecret`")
    } else {
        token
    };
    cx.report(Finding::at(provider.resource, provider::TOKEN, "the provider has no credential").help(help));
}
