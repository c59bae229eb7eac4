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

use crate::model::target::Engine;
use crate::rules::faults::provider::Plaintext;
use crate::rules::prelude::*;
use crate::rules::shared::provider::variable;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .source(&[source::PACKAGE_SCHEMA, source::KURRENT_PACKAGE_SDK_NODEJS_PROVIDER])
    .on(&[FaultCheck::ProviderSecrecy(check)]);

fn check<'a>(cx: &mut Context<'a>, provider: Provider<'a>, Plaintext { id, name }: &Plaintext) {
    let way = match cx.settings().target.engine {
        Engine::Terraform => "read it from a variable that is declared with `sensitive = true`",
        Engine::Pulumi if provider.resource.is_configuration() => "set it again with `pulumi config set --secret`",
        Engine::Pulumi => "read it with `config.requireSecret`, wrap it with `pulumi.secret`",
    };
    let help = format!("{way}, or use the environment variable `{}`", variable(cx, name));
    let message = format!("`{name}` is a plain value, not a secret");
    cx.report(Finding::at(provider.resource, *id, message).help(help));
}
