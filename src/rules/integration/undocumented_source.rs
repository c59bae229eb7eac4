//! The source is one that all documentation has for the sink.
//!
//! ## Why
//! The documentation of the provider has only issues for Opsgenie, that of the service has notifications too. Which of
//! them is right shows when the integration is made.
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
use crate::rules::prelude::*;
use crate::rules::shared::integration as shared;

pub(super) const RULE: Rule = Rule::warning()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[source::PROVIDER_DOCS_INTEGRATION, source::DOCS_INTEGRATIONS_OPSGENIE])
    .each_resource(&[KindId::Integration], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let place = DATA.key(SOURCE);
    let Some(written) = cx.text(resource, place).known() else { return };
    let Some(row) = shared::generic_sink(cx, resource) else { return };
    let is_doubtful = |source: &str| row.doubtful_sources.iter().any(|other| other.as_str() == source);
    if !is_doubtful(written) {
        return;
    }
    let mut sure: Vec<&str> = shared::sources(cx, Some(row));
    sure.retain(|source| !is_doubtful(source));
    let message = format!("not all documentation has {} as a source of `{}`", quoted(written), row.id);
    cx.report(
        Finding::at(resource, place, message).help(format!("write {}, if the service refuses it", one_of(&sure))),
    );
}
