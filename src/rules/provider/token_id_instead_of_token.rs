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
use crate::rules::prelude::*;
use crate::value::identifier::is_kurrent_id;

pub const RULE: Rule = Rule::warning(DetectedAt::Apply)
    .strict()
    .confidence(Confidence::Low)
    .source(&[source::PROVIDER_DOCS_INDEX])
    .each_resource(&[KindId::Provider], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if cx.hidden(resource, provider::TOKEN).known().is_some_and(|token| token.is(is_kurrent_id)) {
        let finding =
            Finding::at(resource, provider::TOKEN, "`token` looks like the id of a token, not the token itself");
        cx.report(finding.help(
            "use the refresh token that was shown when it was created, or create one with `esc access tokens create`",
        ));
    }
}
