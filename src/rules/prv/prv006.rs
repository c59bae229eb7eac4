//! ## What it checks
//! That `clientSecret` and `identityKitUrl` are given only to a package that has them.
//! ## Why
//! The legacy package knows tokens only. In the configuration of a stack it ignores the two settings without a word,
//! and then has no credential.
//! ## Example
//! ```json
//! { "kind": "Provider", "args": { "clientSecret": { "secret": true } } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Provider", "args": { "token": { "secret": true } } }
//! ```

use super::shared;
use crate::catalogue::rows::FeatureId;
use crate::model::provider;
use crate::rules::prelude::*;
use crate::rules::target::{lacking, shown};

pub(super) static RULE: Rule = Rule {
    code: "PRV006",
    name: "service-account-not-in-package",
    title: "The target has service accounts",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Compiler,
    source: &[
        "kurrent-io/documentation:docs/cloud/access-control/service-accounts.md",
        "npm:@eventstore/pulumi-eventstorecloud@0.2.20:provider.d.ts",
    ],
    since: "0.1.0",
    check: Check::Resource(&[KindId::Provider], check),
};

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(help) = lacking(cx, FeatureId::ServiceAccounts) else { return };
    for (id, name) in [(provider::CLIENT_SECRET, "clientSecret"), (provider::IDENTITY_KIT_URL, "identityKitUrl")] {
        if !shared::is_given(resource, id) {
            continue;
        }
        let message = format!("the target {} has no `{name}`", shown(cx));
        let finding = Finding::at(resource, id, message).help(format!("{help}, or remove it and use a `token`"));
        // Without its secret a service account may leave no credential at all: that is for the reader to decide.
        cx.report(if id == provider::IDENTITY_KIT_URL { finding.remove(id) } else { finding });
    }
}
