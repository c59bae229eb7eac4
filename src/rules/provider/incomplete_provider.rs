//! An explicit provider must set every property that its constructor requires.
//!
//! ## Why
//! The documentation calls four of these properties optional, but the types of the package do not, and the constructor
//! throws without them. In the configuration of the stack, none of the four is needed.
//! ## Example
//! ```json
//! { "kind": "Provider", "args": { "clientId": null, "identityProviderUrl": null, "url": null } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Provider", "args": { "clientId": "", "identityProviderUrl": "", "url": "https://api.eventstore.cloud" } }
//! ```

use crate::rules::faults::provider::NotPassed;
use crate::rules::prelude::*;
use crate::rules::shared::provider as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Compiler)
    .source(&[source::NPM_PACKAGE_PROVIDER_D_TS, source::KURRENT_PACKAGE_SDK_NODEJS_PROVIDER])
    .on(&[FaultCheck::ProviderPassed(check)]);

fn check<'a>(cx: &mut Context<'a>, provider: Provider<'a>, NotPassed { id, name, setting }: &NotPassed) {
    let message = format!("`{name}` is required by the constructor of an explicit provider");
    let finding = Finding::at(provider.resource, *id, message);
    cx.report(match (&setting.neutral, &setting.default) {
        (Some(neutral), _) => finding
            .suggest(*id, [neutral.as_str()], |_| {
                format!("set `{name}: \"{neutral}\"`, which keeps the default; the builder adds it automatically")
            })
            .set(*id, neutral.as_str()),
        (None, Some(_)) => finding.help(shared::folder_to_set(cx, name)),
        (None, None) => finding.help(shared::where_to_set(cx, name)),
    });
}
