//! What a rule sees of a change.
//!
//! A change of a secret value is read like the value itself: whoever looks at it can only report the title.

use super::context::Context;
use crate::model::change::{Change, Effect, Step};
use crate::model::kind::PropertyId;
use crate::model::program::Program;
use crate::model::resource::Resource;
use crate::model::settings::Settings;

impl<'a> Context<'a> {
    /// For the steps that lead to a program.
    pub(in crate::rules) fn of_steps(program: &'a Program, steps: &'a [Step<'a>], settings: &'a Settings) -> Self {
        let mut context = Self::new(program, settings, &[]);
        context.steps = steps;
        context
    }

    /// The change of a property, where it is certain.
    #[inline(never)]
    pub fn change(&mut self, step: &'a Step<'a>, id: PropertyId) -> Option<&'a Change<'a>> {
        let change = step.change(id);
        change.into_iter().for_each(|change| self.note_change(step, change));
        change
    }

    /// The first change, in the order of the kind's table, with one of these effects.
    #[inline(never)]
    pub fn first_change(&mut self, step: &'a Step<'a>, effects: &[Effect]) -> Option<&'a Change<'a>> {
        let change = step.changes.iter().find(|change| effects.contains(&change.effect));
        change.into_iter().for_each(|change| self.note_change(step, change));
        change
    }

    /// All changes with an effect, in the order of the kind's table.
    #[inline(never)]
    pub fn changes(&mut self, step: &'a Step<'a>, effect: Effect) -> Vec<&'a Change<'a>> {
        let changes: Vec<_> = step.changes.iter().filter(|change| change.effect == effect).collect();
        changes.iter().for_each(|change| self.note_change(step, change));
        changes
    }

    /// The replaced or deleted resources that the resource refers to.
    #[inline(never)]
    pub fn parents(&mut self, step: &'a Step<'a>) -> Vec<&'a Resource> {
        if step.links.iter().any(|link| link.is_secret) {
            self.note_secret_of(step.resource);
        }
        self.resources(step.links.iter().map(|link| link.parent))
    }

    /// The resources that are replaced or deleted because they refer to the resource; secret references are left out.
    #[inline(never)]
    pub fn children(&self, step: &'a Step<'a>) -> Vec<&'a Resource> {
        self.resources(step.children.iter().copied())
    }

    /// Of a deleted resource: the step of the only new one with the same values.
    #[inline(never)]
    pub fn renamed(&self, step: &Step<'_>) -> Option<&'a Step<'a>> {
        self.steps.get(step.renamed_to?)
    }

    /// The steps of what the resource refers to and is replaced or deleted, or would be if that were not refused.
    #[inline(never)]
    pub fn parent_steps(&self, step: &Step<'_>) -> Vec<&'a Step<'a>> {
        step.links.iter().filter(|link| !link.is_secret).filter_map(|link| self.steps.get(link.parent)).collect()
    }

    fn resources(&self, steps: impl Iterator<Item = usize>) -> Vec<&'a Resource> {
        steps.filter_map(|index| self.steps.get(index)).map(|step| step.resource).collect()
    }

    /// Notes that a change was read, and with it what it refers to.
    fn note_change(&mut self, step: &Step<'_>, change: &Change<'_>) {
        let mut links = step.links.iter().filter(|link| link.property == change.property.name);
        if change.holds_secret() || links.any(|link| link.is_secret) {
            self.note_secret_of(step.resource);
        }
    }
}
