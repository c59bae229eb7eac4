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

use crate::catalogue::rows::FeatureId;
use crate::model::provider;
use crate::rules::prelude::*;
use crate::rules::shared::provider as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Apply)
    .source(&[source::KURRENT_PROVIDER_CLIENT_CLIENT])
    .each_resource(&[KindId::Provider], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    // A package without service accounts has a rule of its own.
    let has_accounts = cx.settings().target.has(FeatureId::ServiceAccounts, cx.catalogue());
    let has_secret = shared::client_secret(cx, resource) == Some(true);
    if has_accounts && has_secret && shared::client_id(cx, resource) == Some(false) {
        let finding = Finding::at(resource, provider::CLIENT_ID, "`clientSecret` is set without `clientId`");
        cx.report(finding.help("set both for a service account, or neither"));
    }
}
