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

use crate::model::resource::State;
use crate::model::target::Engine;
use crate::rules::prelude::*;
use crate::rules::shared::provider as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Compiler)
    .source(&[source::NPM_PACKAGE_PROVIDER_D_TS, source::KURRENT_PACKAGE_SDK_NODEJS_PROVIDER])
    .each_resource(&[KindId::Provider], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    // Terraform has no constructor: its provider reads what is missing from the environment.
    if resource.is_configuration() || cx.settings().target.engine == Engine::Terraform {
        return;
    }
    for (id, property, slot) in resource.properties() {
        let setting = cx.catalogue().provider_setting(property.name).filter(|row| row.required_of_explicit);
        let Some(setting) = setting.filter(|_| slot.state == State::Missing) else { continue };
        let message = format!("`{}` is required by the constructor of an explicit provider", property.name);
        let finding = Finding::at(resource, id, message);
        cx.report(match (&setting.neutral, &setting.default) {
            (Some(neutral), _) => finding
                .suggest(id, [neutral.as_str()], |_| {
                    format!(
                        "set `{}: \"{neutral}\"`, which keeps the default; the builder adds it automatically",
                        property.name
                    )
                })
                .set(id, neutral.as_str()),
            (None, Some(_)) => finding.help(shared::folder_to_set(cx, property.name)),
            (None, None) => finding.help(shared::where_to_set(cx, property.name)),
        });
    }
}
