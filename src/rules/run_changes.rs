//! Running the rules of changes over the steps of a plan.
//!
//! Apart from the rules of programs, so that code which never plans a change does not link them.

use super::context::Context;
use super::registry::CHANGE_RULES;
use super::rule::Check;
use super::run::{diagnostic, severity};
use crate::diagnostic::Diagnostic;
use crate::model::change::Step;
use crate::model::program::Program;
use crate::model::settings::Settings;

/// What the rules that are on say about the steps that lead to a program: by step, then by code.
#[must_use]
pub fn check_changes<'a>(steps: &'a [Step<'a>], program: &'a Program, settings: &'a Settings) -> Vec<Diagnostic> {
    let rules = CHANGE_RULES.iter().flat_map(|rules| rules.iter());
    let on: Vec<_> = rules.filter_map(|rule| Some((rule, severity(rule, settings)?))).collect();
    let mut context = Context::of_steps(program, steps, settings);
    let mut diagnostics = Vec::new();
    for step in steps {
        for (rule, severity) in &on {
            let Check::Change(kinds, check) = rule.check else { continue };
            if !kinds.contains(&step.kind.id) {
                continue;
            }
            check(&mut context, step);
            // A plan lists by itself what depends on unknown values.
            let findings = context.finish(rule.meta.title, |_, _| ());
            diagnostics.extend(
                findings.into_iter().map(|finding| diagnostic(rule, *severity, finding.parts(), settings.dialect)),
            );
        }
    }
    diagnostics
}
