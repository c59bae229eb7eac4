//! `clientSecret` and `identityKitUrl` may be set only for a target that supports service accounts.
//!
//! ## Why
//! The legacy package supports tokens only. It silently ignores both settings in the configuration of the stack, and
//! then has no credential.
//! ## Example
//! ```json
//! { "kind": "Provider", "args": { "clientSecret": { "secret": true } } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Provider", "args": { "token": { "secret": true } } }
//! ```

use crate::catalogue::rows::FeatureId;
use crate::model::provider;
use crate::rules::prelude::*;
use crate::rules::shared::provider as shared;
use crate::rules::shared::target::{lacking, shown};

pub const RULE: Rule = Rule::error(DetectedAt::Compiler)
    .source(&[source::DOCS_ACCESS_CONTROL_SERVICE_ACCOUNTS, source::NPM_PACKAGE_PROVIDER_D_TS])
    .each_resource(&[KindId::Provider], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(help) = lacking(cx, FeatureId::ServiceAccounts) else { return };
    for (id, name) in [(provider::CLIENT_SECRET, "clientSecret"), (provider::IDENTITY_KIT_URL, "identityKitUrl")] {
        if !shared::is_given(resource, id) {
            continue;
        }
        let message = format!("`{name}` is not supported by the target {}", shown(cx));
        let finding = Finding::at(resource, id, message).help(format!("{help}, or remove `{name}` and use a `token`"));
        // Without its secret a service account may leave no credential at all: that is for the reader to decide.
        cx.report(if id == provider::IDENTITY_KIT_URL { finding.remove(id) } else { finding });
    }
}
