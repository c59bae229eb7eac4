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

use crate::model::acl;
use crate::model::change::{Action, Change, Step};
use crate::model::integration;
use crate::model::resource::{Slot, State};
use crate::model::target::Engine;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .source(&[source::PROVIDER_INTEGRATION, source::PROVIDER_ACL, source::MEASURED_PULUMI])
    .each_change(&[KindId::Acl, KindId::Integration], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    let [change] = step.changes.as_slice() else { return };
    if step.action != Action::Update || step.engine.is_none() {
        return;
    }
    let (message, help) = match step.kind.id {
        KindId::Acl if is_about_comments(change) => (
            "the service returns an empty comment for an entry without `comment`, so every deployment updates the access list",
            "set `comment` to an empty string".to_string(),
        ),
        // A value that the program itself changes has both sides.
        KindId::Integration if change.id == integration::DATA && change.before.is_none() => {
            let ignore = match cx.settings().target.engine {
                Engine::Pulumi => "`ignoreChanges: [\"data\"]`",
                Engine::Terraform => "`ignore_changes = [data]`",
            };
            (
                "`data` is unchanged, but the service does not return its secrets, so every deployment updates the integration",
                format!(
                    "nothing is lost by it; to keep plans empty, set {ignore} once the integration is as it should be"
                ),
            )
        }
        _ => return,
    };
    cx.report(Finding::of_change(step, change, message).help(help));
}

/// Whether the entries of an access list differ in nothing but comments that are left out.
fn is_about_comments(change: &Change<'_>) -> bool {
    let [Some(Slot { state: State::List(before), .. }), Some(Slot { state: State::List(after), .. })] =
        [change.before, change.after]
    else {
        return false;
    };
    let is_alike = |(old, new): (&Slot, &Slot)| {
        let is_left_out = part(old, acl::COMMENT) == Some(&State::Text("".into())) && part(new, acl::COMMENT).is_none();
        part(old, acl::ADDRESS) == part(new, acl::ADDRESS)
            && (is_left_out || part(old, acl::COMMENT) == part(new, acl::COMMENT))
    };
    change.id == acl::CIDR_BLOCKS && before.len() == after.len() && before.iter().zip(after).all(is_alike)
}

/// A part of an entry.
fn part<'s>(entry: &'s Slot, key: &str) -> Option<&'s State> {
    match &entry.state {
        State::Map(parts) => parts.get(key).map(|part| &part.state),
        _ => None,
    }
}
