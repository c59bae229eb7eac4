//! `token` must be a refresh token, not the id of a token.
//!
//! ## Why
//! The console lists the ids of tokens; a token itself is shown only once, when it is created. An id in its place fails
//! only during the deployment.
//! ## Example
//! ```json
//! { "kind": "Provider", "args": { "token": { "secret": "cn62uolo0aegb5icm0bg" } } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Provider", "args": { "token": { "secret": "FDGc0aVeryLongRefreshToken" } } }
//! ```

use crate::model::provider;
use crate::rules::faults::provider::IdOfToken;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Apply)
    .strict()
    .confidence(Confidence::Low)
    .source(&[source::PROVIDER_DOCS_INDEX])
    .on(&[FaultCheck::ProviderToken(check)]);

fn check<'a>(cx: &mut Context<'a>, provider: Provider<'a>, IdOfToken: &IdOfToken) {
    let message = "`token` looks like the id of a token, not the token itself";
    cx.report(Finding::at(provider.resource, provider::TOKEN, message).help(
        "use the refresh token that was shown when it was created, or create one with `esc access tokens create`",
    ));
}
