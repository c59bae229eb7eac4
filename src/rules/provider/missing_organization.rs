//! `organizationId` must be set in the provider, in the configuration of the stack or in the environment.
//!
//! ## Why
//! The provider accepts an empty organisation id without an error. The first call to the API then fails, in the middle
//! of a deployment.
//! ## Example
//! ```json
//! { "partial": false, "configuration": { "eventstorecloud:token": { "secret": true } }, "environmentVariables": {}, "resources": [] }
//! ```
//! ## Use instead
//! ```json
//! { "partial": false, "configuration": { "eventstorecloud:token": { "secret": true }, "eventstorecloud:organizationId": "bt77lfqrh41uaatmh200" }, "environmentVariables": {}, "resources": [] }
//! ```

use crate::model::provider;
use crate::rules::faults::text::Absent;
use crate::rules::prelude::*;
use crate::rules::shared::provider::where_to_set;

pub const RULE: Rule = Rule::error(DetectedAt::Apply)
    .source(&[source::PROVIDER_PROVIDER, source::DOCS_AUTOMATION_TERRAFORM])
    .on(&[FaultCheck::ProviderOrganization(check)]);

fn check<'a>(cx: &mut Context<'a>, provider: Provider<'a>, _: &Absent) {
    let help = where_to_set(cx, "organizationId");
    let finding = Finding::at(provider.resource, provider::ORGANIZATION_ID, "`organizationId` is required");
    cx.report(finding.help(help));
}
