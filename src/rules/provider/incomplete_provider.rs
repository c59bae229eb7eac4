//! An explicit provider has all args that its constructor wants.
//!
//! ## Why
//! The documentation calls four of them optional, the types of the package do not, and the constructor throws without
//! them. The configuration of a stack needs none of the four.
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

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Compiler)
    .source(&[source::NPM_PACKAGE_PROVIDER_D_TS, source::KURRENT_PACKAGE_SDK_NODEJS_PROVIDER])
    .each_resource(&[KindId::Provider], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    // Terraform has no constructor: what its provider is not given, it takes from the environment.
    if resource.is_configuration() || cx.settings().target.engine == Engine::Terraform {
        return;
    }
    for (id, property, slot) in resource.properties() {
        let setting = cx.catalogue().provider_setting(property.name).filter(|row| row.required_of_explicit);
        let Some(setting) = setting.filter(|_| slot.state == State::Missing) else { continue };
        let message = format!("`{}` is missing; the constructor of an explicit provider wants it", property.name);
        let finding = Finding::at(resource, id, message);
        cx.report(match (&setting.neutral, &setting.default) {
            (Some(neutral), _) => finding
                .help(format!("add `{}: \"{neutral}\"`, which changes nothing; the builder does it", property.name))
                .set(id, neutral.as_str()),
            (None, Some(default)) => finding.help(format!(
                "add `{}`: a folder that can be written, such as `{default}` with its variable replaced",
                property.name
            )),
            (None, None) => finding.help(shared::where_to_set(cx, property.name)),
        });
    }
}
