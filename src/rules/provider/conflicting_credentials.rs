//! The provider has one credential.
//!
//! ## Why
//! The service account wins and the token is ignored: a token that leaks or expires there helps nobody.
//! ## Example
//! ```json
//! { "target": "kurrentcloud@0.3.x", "resources": [
//!     { "kind": "Provider", "name": "esc", "args": { "clientId": "orders-deploy", "clientSecret": { "secret": "hush" }, "token": { "secret": "hush" } } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "target": "kurrentcloud@0.3.x", "resources": [
//!     { "kind": "Provider", "name": "esc", "args": { "clientId": "orders-deploy", "clientSecret": { "secret": "hush" }, "token": "" } }
//! ] }
//! ```

use crate::model::provider;
use crate::rules::prelude::*;
use crate::rules::shared::provider as shared;

pub(super) const RULE: Rule = Rule::advice()
    .source(&[source::DOCS_ACCESS_CONTROL_SERVICE_ACCOUNTS, source::KURRENT_PROVIDER_DOCS_INDEX])
    .each_resource(&[KindId::Provider], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let has_token = cx.hidden(resource, provider::TOKEN).known().is_some_and(|token| !token.is_blank());
    if has_token && shared::client_id(cx, resource) == Some(true) && shared::client_secret(cx, resource) == Some(true) {
        let finding =
            Finding::at(resource, provider::TOKEN, "the `token` is ignored, because there is a service account");
        cx.report(finding.help("remove the credential that is not used; an explicit provider takes an empty `token`"));
    }
}
