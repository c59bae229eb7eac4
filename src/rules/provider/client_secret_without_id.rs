//! A clientSecret has its clientId.
//!
//! ## Why
//! The two make a service account together. The provider refuses to start with one half.
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

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Apply)
    .source(&[source::KURRENT_PROVIDER_CLIENT_CLIENT])
    .each_resource(&[KindId::Provider], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    // A package without service accounts is PRV006's.
    let has_accounts = cx.settings().target.has(FeatureId::ServiceAccounts, cx.catalogue());
    let has_secret = shared::client_secret(cx, resource) == Some(true);
    if has_accounts && has_secret && shared::client_id(cx, resource) == Some(false) {
        let finding = Finding::at(resource, provider::CLIENT_ID, "there is a `clientSecret` and no `clientId`");
        cx.report(finding.help("give both halves of the service account, or neither"));
    }
}
