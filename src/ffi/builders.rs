//! The questions of builders.

use super::answer::Answer;
use super::codec::Values;
use crate::model::kinds::KINDS;
use crate::model::program::Program;
use crate::model::raw::{Raw, Unusable};
use crate::model::request::{InputError, expected};
use crate::model::resource::Notation;
use crate::rules::{self, Built};

pub(super) fn build(values: &mut Values<'_>) -> Answer<Built> {
    built(values, Notation::Call)
}

pub(super) fn build_resolved(values: &mut Values<'_>) -> Answer<Built> {
    built(values, Notation::Document)
}

fn built(values: &mut Values<'_>, notation: Notation) -> Answer<Built> {
    let (kind, options) = (values.whole()?, values.whole()?);
    let known = KINDS.into_iter().find(|known| Some(known.name) == kind.as_text());
    let kind = known.ok_or_else(|| InputError::new("kind", "unknown kind; no builder has it"))?;
    let options = builder_options(options)?;
    Ok(rules::build_if_needed(Program::of_call(kind, values, notation), &options)?)
}

/// The options of a builder: `onDiagnostic` is for the caller of the core, who may rely on it being a function.
fn builder_options(mut options: Raw) -> Result<Raw, InputError> {
    let callback = match &mut options {
        Raw::Object(options) => options.remove("onDiagnostic"),
        _ => None,
    };
    match callback {
        None | Some(Raw::Unusable(Unusable::Function)) => Ok(options),
        Some(other) => Err(expected("a function", &other).inside("options.onDiagnostic")),
    }
}
