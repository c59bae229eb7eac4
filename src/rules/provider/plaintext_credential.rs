//! `token` and `clientSecret` must be secrets, not plain values.
//!
//! ## Why
//! A plain value ends up in the state, the repository or the settings file of the stack, where many people can read it.
//! ## Example
//! ```json
//! { "kind": "Provider", "args": { "token": "a-plain-token" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Provider", "args": { "token": { "secret": "a-secret-token" } } }
//! ```

use crate::model::hidden::Hidden;
use crate::model::provider;
use crate::model::target::Engine;
use crate::rules::prelude::*;
use crate::rules::shared::provider as shared;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .source(&[source::PACKAGE_SCHEMA, source::KURRENT_PACKAGE_SDK_NODEJS_PROVIDER])
    .each_resource(&[KindId::Provider], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    for (id, name) in [(provider::TOKEN, "token"), (provider::CLIENT_SECRET, "clientSecret")] {
        // A value that is marked as secret is right whatever it is, so it is not read and nothing is deferred.
        if cx.is_marked_secret(resource, id) || cx.hidden(resource, id).known().is_none_or(Hidden::is_blank) {
            continue;
        }
        let way = match cx.settings().target.engine {
            Engine::Terraform => "read it from a variable that is declared with `sensitive = true`",
            Engine::Pulumi if resource.is_configuration() => "set it again with `pulumi config set --secret`",
            Engine::Pulumi => "read it with `config.requireSecret`, wrap it with `pulumi.secret`",
        };
        let help = format!("{way}, or use the environment variable `{}`", shared::variable(cx, name));
        cx.report(Finding::at(resource, id, format!("`{name}` is a plain value, not a secret")).help(help));
    }
}
