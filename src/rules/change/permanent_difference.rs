//! A value that the service answers differently comes back with every deployment.
//!
//! ## Why
//! An engine compares a program with what the provider last read of the resource. The service does not answer with the
//! secrets of an integration, and spells its keys in its own way, so that every run updates the integration.
//! ## Example
//! ```json
//! {
//!   "before": { "kind": "Integration", "args": { "description": "alerts" } },
//!   "after": { "kind": "Integration", "args": { "description": "alerts" } },
//!   "engine": { "operations": ["update"], "differences": ["data"] }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": { "kind": "Integration", "args": { "description": "alerts" } },
//!   "after": { "kind": "Integration", "args": { "description": "alerts" } },
//!   "engine": { "operations": ["same"] }
//! }
//! ```

use crate::model::change::{Action, Step};
use crate::model::integration;
use crate::model::target::Engine;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .source(&[source::PROVIDER_INTEGRATION, source::MEASURED_PULUMI])
    .each_change(&[KindId::Integration], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    let [change] = step.changes.as_slice() else { return };
    // A value that the program itself changes has both sides.
    if step.action != Action::Update || change.id != integration::DATA || change.before.is_some() {
        return;
    }
    let ignore = match cx.settings().target.engine {
        Engine::Pulumi => "`ignoreChanges: [\"data\"]`",
        Engine::Terraform => "`ignore_changes = [data]`",
    };
    let message = "`data` is unchanged, but the service does not return its secrets, so every deployment updates the integration";
    let help = format!(
        "nothing is lost by it; to keep plans empty, set {ignore} once the integration is as it should be"
    );
    cx.report(Finding::at(step.resource, integration::DATA, message).help(help));
}
