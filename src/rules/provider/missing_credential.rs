//! The provider must have a credential: a `token` or, where the package supports it, a service account.
//!
//! ## Why
//! The provider accepts an empty token without an error. The identity service then returns an error that does not say
//! what is missing.
//! ## Example
//! ```json
//! { "configuration": { "eventstorecloud:organizationId": "bt77lfqrh41uaatmh200" }, "environmentVariables": {}, "resources": [] }
//! ```
//! ## Use instead
//! ```json
//! { "configuration": { "eventstorecloud:organizationId": "bt77lfqrh41uaatmh200" }, "environmentVariables": { "ESC_TOKEN": { "secret": true } }, "resources": [] }
//! ```

use crate::catalogue::rows::FeatureId;
use crate::model::provider;
use crate::rules::prelude::*;
use crate::rules::shared::provider as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Apply)
    .source(&[source::PROVIDER_PROVIDER, source::PROVIDER_CLIENT_ACCESS_TOKEN, source::KURRENT_PROVIDER_DOCS_INDEX])
    .each_resource(&[KindId::Provider], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let is_absent = match cx.hidden(resource, provider::TOKEN) {
        Field::Known(token) => token.is_blank(),
        // Missing from an explicit provider, it is reported with the other args that the constructor requires.
        Field::Missing => shared::is_only_configuration(cx, resource),
        Field::Unknown => false,
    };
    // Half of a service account has rules of its own.
    if !is_absent
        || shared::client_id(cx, resource) != Some(false)
        || shared::client_secret(cx, resource) != Some(false)
    {
        return;
    }
    let token = shared::where_to_set(cx, "token");
    let help = if cx.settings().target.has(FeatureId::ServiceAccounts, cx.catalogue()) {
        format!("{token}, or use a service account: `clientId` and `clientSecret`")
    } else {
        token
    };
    cx.report(Finding::at(resource, provider::TOKEN, "the provider has no credential").help(help));
}
