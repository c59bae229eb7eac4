//! `source` in `data` must be one that both the service's and the provider's documentation list for the sink.
//!
//! ## Why
//! For Opsgenie, the provider's documentation lists only issues; the service's documentation also lists notifications.
//! Which of the two is right shows only when the integration is created.
//! ## Example
//! ```json
//! { "kind": "Integration", "args": { "data": {
//!     "sink": "opsGenie", "source": "notifications", "apiKey": { "secret": "key-of-an-api-integration" }
//! } } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "Integration", "args": { "data": {
//!     "sink": "opsGenie", "source": "issues", "apiKey": { "secret": "key-of-an-api-integration" }
//! } } }
//! ```

use crate::model::integration::{DATA, SOURCE};
use crate::rules::faults::integration::SourceFault;
use crate::rules::prelude::*;
use crate::rules::shared::integration::sources;

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .for_new_or_changed()
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_DOCS_INTEGRATION, source::DOCS_INTEGRATIONS_OPSGENIE])
    .on(&[FaultCheck::IntegrationSource(check)]);

fn check<'a>(cx: &mut Context<'a>, sending: Integration<'a>, fault: &SourceFault<'a>) {
    let SourceFault::Doubtful(written, row) = *fault else { return };
    let mut certain: Vec<&str> = sources(cx, Some(row));
    certain.retain(|source| !row.doubtful_sources.iter().any(|other| other.as_str() == *source));
    let message =
        format!("the documentation disagrees on whether the sink `{}` supports the source {}", row.id, quoted(written));
    let path = DATA.key(SOURCE);
    let help = |listed: &str| format!("use {listed} if the service rejects this source");
    cx.report(Finding::at(sending.resource, path, message).suggest(path, certain, help));
}
