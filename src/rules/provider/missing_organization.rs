//! `organizationId` must be set in the provider, in the configuration of the stack or in the environment.
//!
//! ## Why
//! The provider accepts an empty organisation id without an error. The first call to the API then fails, in the middle
//! of a deployment.
//! ## Example
//! ```json
//! { "configuration": { "eventstorecloud:token": { "secret": true } }, "environmentVariables": {}, "resources": [] }
//! ```
//! ## Use instead
//! ```json
//! { "configuration": { "eventstorecloud:token": { "secret": true }, "eventstorecloud:organizationId": "bt77lfqrh41uaatmh200" }, "environmentVariables": {}, "resources": [] }
//! ```

use crate::model::provider;
use crate::rules::prelude::*;
use crate::rules::shared::provider as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Apply)
    .source(&[source::PROVIDER_PROVIDER, source::DOCS_AUTOMATION_TERRAFORM])
    .each_resource(&[KindId::Provider], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let id = provider::ORGANIZATION_ID;
    let is_absent = match cx.text(resource, id) {
        Field::Known(text) => text.trim().is_empty(),
        // Missing from an explicit provider, it is reported with the other args that the constructor requires.
        Field::Missing => shared::is_only_configuration(cx, resource),
        Field::Unknown => false,
    };
    if is_absent {
        let help = shared::where_to_set(cx, "organizationId");
        cx.report(Finding::at(resource, id, "`organizationId` is required").help(help));
    }
}
