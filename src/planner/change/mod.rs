//! What a change of a program does to what exists already.
//!
//! Two programs are compared property by property, with what the tables of the kinds say about a change of each. What
//! refers to a replaced or deleted resource changes with it. An unknown value is never said to change, nor to stay: it is
//! listed as deferred, with what a change of it would do. Secret values are compared and never shown.

mod cascade;
mod compare;
mod describe;
mod engine;
mod headline;
mod input;
mod parents;
mod plan;
mod preview;
mod properties;
mod reasons;

pub use engine::EngineReport;
pub use input::SingleResource;
pub use plan::{ChangePlan, ChangeStep, ChangedProperty, DeferredChange, Downtime, ShownValue};
pub use preview::check_printed;

use crate::diagnostic::{Severity, TargetFrom};
use crate::model::change::{Action, Step};
use crate::model::raw::Raw;
use crate::model::request::InputError;
use crate::model::settings::Settings;
use crate::rules;
use compare::Programs;
use engine::Said;

/// Plans the change from one document to another, or from one state of a resource, `{ kind, name?, args }`, to another.
/// `null` stands for nothing: everything is created, or everything is deleted. The options are those of a check, and which
/// databases may be lost.
///
/// # Errors
/// What cannot be read or used, with its path: nothing is promised about a program that was only understood in part.
pub fn plan_change(before: &Raw, after: &Raw, options: &Raw) -> Result<ChangePlan, InputError> {
    planned(before, after, None, options)
}

/// Plans a change that an engine has planned: the documents before and after it, or `null`, what the engine says of each
/// resource, and a document with the resources in it that are not of the program. A diagnostic about a resource says where the
/// program writes it, where the engine tells.
///
/// # Errors
/// What cannot be read or used, with its path.
pub fn plan_preview(
    before: &Raw,
    after: &Raw,
    (report, others): (&Raw, &Raw),
    options: &Raw,
) -> Result<ChangePlan, InputError> {
    let said = Said::read(report, others)?;
    planned(before, after, Some(&said), options)
}

fn planned(before: &Raw, after: &Raw, said: Option<&Said>, options: &Raw) -> Result<ChangePlan, InputError> {
    let mut settings = Settings::read(options, rules::codes)?;
    let (mut before, mut after) = input::read(before, after)?;
    settings.adopt_target(&after);
    if settings.target_from == TargetFrom::Default {
        settings.adopt_target(&before);
    }
    before.settle(&settings.target);
    after.settle(&settings.target);
    let programs = Programs { before: &before, after: &after, target: &settings.target };
    let mut steps = cascade::steps(programs, said);
    settings.allowance.mark(&mut steps)?;
    let mut diagnostics = rules::check_changes(&steps, &after, &settings);
    if let Some(said) = said {
        for diagnostic in &mut diagnostics {
            diagnostic.location = diagnostic.resource.as_ref().and_then(|resource| said.location(resource));
        }
    }
    let has_errors = diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    let is_refused = steps.iter().any(|step| step.action == Action::Refused);
    let is_lost = steps.iter().any(|step| step.is_database_lost() && !step.is_loss_allowed);
    Ok(ChangePlan {
        // Also with a severity that is turned off.
        ok: !is_refused && !has_errors && !is_lost,
        headline: headline::of(&steps),
        deferred: steps.iter().flat_map(|step| deferred(step, &settings)).collect(),
        steps: steps.iter().map(|step| describe::described(step, &steps, &settings)).collect(),
        unlisted: said.map_or(0, Said::unlisted),
        incomplete: said.is_some_and(|said| said.is_incomplete(&steps)),
        may_lose_database: steps.iter().any(Step::may_lose_database),
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
