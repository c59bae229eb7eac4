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
use crate::rules::faults::provider::NotSupported;
use crate::rules::prelude::*;
use crate::rules::shared::target::{lacking, shown};

pub const RULE: Rule = Rule::error(DetectedAt::Compiler)
    .source(&[source::DOCS_ACCESS_CONTROL_SERVICE_ACCOUNTS, source::NPM_PACKAGE_PROVIDER_D_TS])
    .on(&[FaultCheck::ProviderAccount(check_secret), FaultCheck::ProviderIdentityKit(check_url)]);

fn check_secret<'a>(cx: &mut Context<'a>, provider: Provider<'a>, NotSupported: &NotSupported) {
    // Without its secret a service account may leave no credential at all: that is for the reader to decide.
    if let Some(finding) = finding(cx, provider, provider::CLIENT_SECRET, "clientSecret") {
        cx.report(finding);
    }
}

fn check_url<'a>(cx: &mut Context<'a>, provider: Provider<'a>, NotSupported: &NotSupported) {
    if let Some(finding) = finding(cx, provider, provider::IDENTITY_KIT_URL, "identityKitUrl") {
        cx.report(finding.remove(provider::IDENTITY_KIT_URL));
    }
}

fn finding<'a>(cx: &mut Context<'a>, provider: Provider<'a>, id: PropertyId, name: &str) -> Option<Finding<'a>> {
    let help = lacking(cx, FeatureId::ServiceAccounts, (provider.resource, id))?;
    let message = format!("`{name}` is not supported by the target {}", shown(cx));
    let finding = Finding::at(provider.resource, id, message);
    Some(finding.help(format!("{help}, or remove `{name}` and use a `token`")))
}
