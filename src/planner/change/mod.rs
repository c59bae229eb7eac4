//! What a change of a program does to what exists already.
//!
//! Two programs are compared property by property, with what the tables of the kinds say about a change of each. What is
//! replaced or deleted takes along what is in it. A value that is not known yet is never said to change, nor to stay: it
//! is listed as deferred, with what a change of it would do. Secret values are compared and never shown.

mod cascade;
mod compare;
mod draft;
mod input;
mod plan;
mod preview;
pub mod rules;
mod steps;
mod upgrade;

pub use plan::{
    Action, ChangePlan, ChangedProperty, DeferredChange, DeferredEffect, Downtime, Effect, ReplaceOrder, ShownValue,
    Step,
};
pub use upgrade::{UpgradeRoute, is_direct, upgrade_path};

use crate::diagnostic::{Severity, TargetFrom};
use crate::model::raw::Raw;
use crate::model::reader::InputError;
use crate::model::settings::Settings;
use compare::Programs;

/// Plans the change from one document to another, or from one state of a resource, `{ kind, name?, args }`, to another.
/// `null` stands for nothing: everything is made, or everything is deleted. The options are those of a check; codes of
/// `severity` are those of [`rules::RULES`].
///
/// # Errors
/// What cannot be read or used, with its path: nothing is promised of a program that was understood in part only.
pub fn plan_change(before: &Raw, after: &Raw, options: &Raw) -> Result<ChangePlan, InputError> {
    let mut settings = Settings::read(options, rules::codes)?;
    let (before, after) = input::read(before, after)?;
    settings.adopt(&after);
    if settings.target_from == TargetFrom::Default {
        settings.adopt(&before);
    }
    let programs = Programs { before: &before, after: &after };
    let drafts = cascade::drafts(programs, &settings.target, &settings.catalogue);
    let steps: Vec<Step> = drafts.iter().map(|draft| steps::step(draft, &drafts, &settings)).collect();
    let diagnostics = rules::check(&drafts, &settings);
    let is_error = |severity: Severity| severity == Severity::Error;
    let is_refused = steps.iter().any(|step| step.action == Action::Refused);
    let deferred = drafts.iter().flat_map(|draft| {
        draft.deferred.iter().map(|(path, effect)| DeferredChange {
            resource: draft.name(),
            path: path.clone(),
            effect: *effect,
        })
    });
    Ok(ChangePlan {
        ok: !is_refused && !diagnostics.iter().any(|diagnostic| is_error(diagnostic.severity)),
        deferred: deferred.collect(),
        steps,
        diagnostics,
        target: settings.target.to_string(),
        target_from: settings.target_from,
    })
}

/// Plans the change that `pulumi preview --json` shows: the states before and after are taken from its steps. A secret,
/// which it prints without its value, is never said to change, nor to stay.
///
/// # Errors
/// What is not as the command prints it, or cannot be used, with its path.
pub fn plan_preview(preview: &Raw, options: &Raw) -> Result<ChangePlan, InputError> {
    let (before, after) = preview::documents(preview)?;
    plan_change(&before, &after, options)
}
