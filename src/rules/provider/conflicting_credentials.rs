//! The provider must have only one credential.
//!
//! ## Why
//! The service account takes precedence and the token is ignored: it can still leak or expire, but serves no purpose.
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
use crate::rules::faults::provider::Given;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::advice(DetectedAt::Undetected)
    .source(&[source::DOCS_ACCESS_CONTROL_SERVICE_ACCOUNTS, source::KURRENT_PROVIDER_DOCS_INDEX])
    .each_resource(&[KindId::Provider], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(provider) = Provider::of(cx, resource) else { return };
    let has_token = provider.token(cx).value == Some(Given::Visible);
    if has_token && provider.client_id(cx).value == Some(true) && provider.client_secret(cx).value == Some(true) {
        let finding =
            Finding::at(resource, provider::TOKEN, "`token` is ignored because the service account takes precedence");
        cx.report(finding.suggest(provider::TOKEN, [""], |_| {
            "remove the unused credential; in an explicit provider, set `token` to an empty string".to_string()
        }));
    }
}
