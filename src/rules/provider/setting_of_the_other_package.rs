//! Settings in the configuration of the stack must be in the namespace of the package that the program uses.
//!
//! ## Why
//! Neither package reads the settings of the other. After a move from one to the other, the program runs without its
//! organisation id and its token.
//! ## Example
//! ```json
//! { "target": "kurrentcloud@0.3.x", "configuration": { "eventstorecloud:token": { "secret": true } }, "resources": [] }
//! ```
//! ## Use instead
//! ```json
//! { "target": "kurrentcloud@0.3.x", "configuration": { "kurrentcloud:token": { "secret": true } }, "resources": [] }
//! ```

use crate::model::path::join;
use crate::model::raw::Object;
use crate::model::target::Provider;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Apply)
    .source(&[source::KURRENT_PACKAGE_MIGRATION, source::DOCS_AUTOMATION_PULUMI])
    .document(check);

fn check(cx: &mut Context<'_>) {
    let program = cx.program();
    let own = cx.settings().target.provider.namespace();
    for key in program.configuration.iter().flat_map(Object::keys) {
        let Some((namespace, name)) = key.split_once(':') else { continue };
        let is_other = namespace != own && Provider::ALL.iter().any(|provider| provider.namespace() == namespace);
        // A program that mixes both packages reads both.
        if !is_other || program.resources.iter().any(|resource| resource.namespace == Some(namespace)) {
            continue;
        }
        let message = format!("{} is not read by the package `{own}`", quoted(key));
        let renamed = quoted(&format!("{own}:{name}"));
        let help = format!("rename it to {renamed}; the environment variables are the same for both packages");
        cx.report(Finding::in_document(join("configuration", key), message).help(help));
    }
}
