//! `tokenStore` must name a folder.
//!
//! ## Why
//! An empty path replaces the default, and the provider cannot create a folder without a name. With a service account,
//! no folder is needed.
//! ## Example
//! ```json
//! { "kind": "Provider", "args": { "tokenStore": "" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Provider", "args": { "tokenStore": "/home/deploy/.esctf/tokens" } }
//! ```

use crate::model::provider;
use crate::rules::faults::provider::NoFolder;
use crate::rules::prelude::*;
use crate::rules::shared::provider::folder_to_set;

pub const RULE: Rule = Rule::error(DetectedAt::Apply)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_CLIENT_CLIENT, source::PROVIDER_PROVIDER])
    .on(&[FaultCheck::ProviderTokenStore(check)]);

fn check<'a>(cx: &mut Context<'a>, provider: Provider<'a>, NoFolder: &NoFolder) {
    let help = folder_to_set(cx, "tokenStore");
    let finding = Finding::at(provider.resource, provider::TOKEN_STORE, "`tokenStore` is empty; it must name a folder");
    cx.report(finding.help(format!("{help}; in the configuration of the stack, it can be left out")));
}
