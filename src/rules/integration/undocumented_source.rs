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

use crate::rules::prelude::*;
use crate::rules::shared::integration as shared;

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::PROVIDER_DOCS_INTEGRATION, source::DOCS_INTEGRATIONS_OPSGENIE])
    .each_resource(&[KindId::Integration], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some((path, written, Some(row))) = shared::source(cx, resource) else { return };
    let is_doubtful = |source: &str| row.doubtful_sources.iter().any(|other| other.as_str() == source);
    if !is_doubtful(written) {
        return;
    }
    let mut certain: Vec<&str> = shared::sources(cx, Some(row));
    certain.retain(|source| !is_doubtful(source));
    let message =
        format!("the documentation disagrees on whether the sink `{}` supports the source {}", row.id, quoted(written));
    let help = |listed: &str| format!("use {listed} if the service rejects this source");
    cx.report(Finding::at(resource, path, message).suggest(path, certain, help));
}
