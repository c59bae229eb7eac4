//! What a change of a program does to what exists already.
//!
//! Two programs are compared property by property, with what the tables of the kinds say about a change of each. What
//! refers to a replaced or deleted resource changes with it. An unknown value is never said to change, nor to stay: it is
//! listed as deferred, with what a change of it would do. Secret values are compared and never shown.

mod cascade;
mod compare;
mod describe;
mod input;
mod plan;
mod preview;
mod properties;
mod reasons;

pub use input::SingleResource;
pub use plan::{ChangePlan, ChangeStep, ChangedProperty, DeferredChange, Downtime, ShownValue};
pub use preview::{EngineStep, check_printed};

use crate::diagnostic::{Severity, TargetFrom};
use crate::model::change::{Action, Step};
use crate::model::raw::Raw;
use crate::model::request::InputError;
use crate::model::settings::Settings;
use crate::rules;
use compare::Programs;

/// Plans the change from one document to another, or from one state of a resource, `{ kind, name?, args }`, to another.
/// `null` stands for nothing: everything is created, or everything is deleted. The options are those of a check.
///
/// # Errors
/// What cannot be read or used, with its path: nothing is promised about a program that was only understood in part.
pub fn plan_change(before: &Raw, after: &Raw, options: &Raw) -> Result<ChangePlan, InputError> {
    let mut settings = Settings::read(options, rules::codes)?;
    let (before, after) = input::read(before, after)?;
    settings.adopt(&after);
    if settings.target_from == TargetFrom::Default {
        settings.adopt(&before);
    }
    let programs = Programs { before: &before, after: &after, target: &settings.target };
    let steps = cascade::steps(programs);
    let diagnostics = rules::check_changes(&steps, &after, &settings);
    let has_errors = diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    let is_refused = steps.iter().any(|step| step.action == Action::Refused);
    Ok(ChangePlan {
        ok: !is_refused && !has_errors,
        deferred: steps.iter().flat_map(|step| deferred(step, &settings)).collect(),
        steps: steps.iter().map(|step| describe::described(step, &steps, &settings)).collect(),
        diagnostics,
        target: settings.target.to_string(),
        target_from: settings.target_from,
        target_note: settings.target.note(),
    })
}

/// What may change of a resource.
fn deferred(step: &Step<'_>, settings: &Settings) -> impl Iterator<Item = DeferredChange> {
    step.deferred.iter().map(|(path, effect)| DeferredChange {
        resource: step.name(),
        path: settings.dialect.path(Some(step.kind), path.clone()),
        effect: *effect,
    })
}

/// Plans a change that an engine has planned: the documents before and after it, or `null`, and what the engine says of each
/// resource. A diagnostic about a resource says where the program writes it, where the engine tells.
///
/// # Errors
/// What cannot be read or used, with its path.
pub fn plan_preview(before: &Raw, after: &Raw, steps: &Raw, options: &Raw) -> Result<ChangePlan, InputError> {
    let mut plan = plan_change(before, after, options)?;
    preview::locate(steps, &mut plan)?;
    Ok(plan)
}
