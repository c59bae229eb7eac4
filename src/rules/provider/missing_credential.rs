//! The provider has a credential.
//!
//! ## Why
//! The provider takes an empty token without a word. The identity service then answers with an error that does not say
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

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Apply)
    .source(&[source::PROVIDER_PROVIDER, source::PROVIDER_CLIENT_ACCESS_TOKEN, source::KURRENT_PROVIDER_DOCS_INDEX])
    .each_resource(&[KindId::Provider], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let is_absent = match cx.hidden(resource, provider::TOKEN) {
        Field::Known(token) => token.is_blank(),
        // That an explicit provider lacks it is PRV009's.
        Field::Missing => shared::is_only_configuration(cx, resource),
        Field::Unknown => false,
    };
    // Half a service account is PRV005's or PRV008's.
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
    cx.report(Finding::at(resource, provider::TOKEN, "there is no credential").help(help));
}
