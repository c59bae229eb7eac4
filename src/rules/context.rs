//! What a rule sees while it checks, and how it reports.
//!
//! Two things are seen to here so that no rule has to think of them. A rule that reads a value which is not known yet
//! is noted as deferred. A rule that reads a secret value cannot put anything of it into words: whatever it reports is
//! replaced by the rule's title, which depends on no value. A finding may say that it is about some resources only; then
//! it is replaced when a secret value of those was read.
//!
//! The methods are never inlined: every rule calls them several times, and copies of them made up a good part of the
//! wasm (`npm run bench` prints its size).

mod change;

use std::collections::BTreeSet;

use crate::catalogue::Catalogue;
use crate::collect;
use crate::diagnostic::{DetectedAt, Edit, FixValue, Related, ResourceName, Suggestion};
use crate::model::change::Step;
use crate::model::hidden::Hidden;
use crate::model::kind::{Kind, PropertyId};
use crate::model::path::PropertyPath;
use crate::model::program::Program;
use crate::model::provider;
use crate::model::resource::{Resource, Slot, State};
use crate::model::settings::Settings;
use crate::value::spelling;

/// One property as a rule sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Field<T> {
    /// It was not given.
    Missing,
    /// Its value.
    Known(T),
    /// Not known yet, or wrong in a way that another rule reports: nothing can be said.
    Unknown,
}

impl<T> Field<T> {
    /// The value, when there is one.
    pub fn known(self) -> Option<T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Missing | Self::Unknown => None,
        }
    }

    /// The value, or the given one when the property was left out.
    pub fn or(self, default: T) -> Option<T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Missing => Some(default),
            Self::Unknown => None,
        }
    }

    /// Whether the property was left out.
    pub const fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }
}

/// What an id property names. A name in the program and an id are told apart: nobody knows whether they mean one
/// resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Identity<'a> {
    /// The id as it is written, which may be blank.
    Id(&'a str),
    /// A resource of the program, by its name.
    Named(&'a str),
}

impl<'a> Identity<'a> {
    /// The id or the name.
    pub const fn text(self) -> &'a str {
        match self {
            Self::Id(text) | Self::Named(text) => text,
        }
    }

    /// Whether it is an id without a visible character, which names nothing.
    pub fn is_blank(self) -> bool {
        matches!(self, Self::Id(id) if id.trim().is_empty())
    }
}

/// One check of one rule.
#[derive(Debug)]
pub struct Context<'a> {
    program: &'a Program,
    /// Of a change: what happens to all resources.
    steps: &'a [Step<'a>],
    settings: &'a Settings,
    /// The resources, by index, of which a secret value was read.
    read_secret: BTreeSet<usize>,
    waiting: Vec<(&'a Resource, PropertyPath<'a>)>,
    findings: Vec<Finding<'a>>,
}

/// A problem before its rule is written on it. Behind a pointer, because it is handed on several times by every rule.
#[derive(Debug)]
pub struct Finding<'a>(Box<Parts<'a>>);

/// What a problem consists of.
#[derive(Debug)]
pub(super) struct Parts<'a> {
    pub resource: Option<&'a Resource>,
    pub path: String,
    pub message: String,
    pub help: String,
    pub suggestions: Vec<Suggestion>,
    pub redacted: bool,
    pub fix: Vec<Edit>,
    pub related: Vec<Related>,
    /// The kind of each of them.
    pub related_kinds: Vec<Option<&'static Kind>>,
    pub detected_at: Option<DetectedAt>,
    /// The kinds whose properties its words may name.
    pub kinds: Vec<&'static Kind>,
    /// The resources, by index, that it names.
    about: Vec<usize>,
    /// Whether its words come from those resources alone.
    is_confined: bool,
}

impl<'a> Context<'a> {
    pub(super) const fn new(program: &'a Program, settings: &'a Settings) -> Self {
        Self { program, steps: &[], settings, read_secret: BTreeSet::new(), waiting: Vec::new(), findings: Vec::new() }
    }

    /// The whole program.
    pub const fn program(&self) -> &'a Program {
        self.program
    }

    /// The options.
    pub const fn settings(&self) -> &'a Settings {
        self.settings
    }

    /// The facts.
    pub const fn catalogue(&self) -> &'a Catalogue {
        &self.settings.catalogue
    }

    /// Text.
    #[inline(never)]
    pub fn text(&mut self, resource: &'a Resource, place: impl Into<PropertyPath<'a>>) -> Field<&'a str> {
        self.text_at(resource, place.into())
    }

    #[inline(never)]
    fn text_at(&mut self, resource: &'a Resource, place: PropertyPath<'a>) -> Field<&'a str> {
        match self.state_at(resource, place) {
            Some(State::Text(text)) => Field::Known(text),
            Some(State::Missing) => Field::Missing,
            _ => Field::Unknown,
        }
    }

    /// Text that is secret by its nature: only questions can be asked of it.
    #[inline(never)]
    pub fn hidden(&mut self, resource: &'a Resource, place: impl Into<PropertyPath<'a>>) -> Field<&'a Hidden> {
        let place = place.into();
        let slot = resource.slot_at(place);
        match slot.map(|slot| &slot.state) {
            // A yes or no about it tells nothing of it, so the rule may use its own words.
            Some(State::Hidden(hidden)) => {
                self.note_secret_around(resource, place);
                Field::Known(hidden)
            }
            _ => match self.state_at(resource, place) {
                Some(State::Missing) => Field::Missing,
                _ => Field::Unknown,
            },
        }
    }

    /// A number; it may have a fraction.
    #[inline(never)]
    pub fn number(&mut self, resource: &'a Resource, place: impl Into<PropertyPath<'a>>) -> Field<f64> {
        self.number_at(resource, place.into())
    }

    #[inline(never)]
    fn number_at(&mut self, resource: &'a Resource, place: PropertyPath<'a>) -> Field<f64> {
        match self.state_at(resource, place) {
            Some(State::Number(number)) => Field::Known(*number),
            Some(State::Missing) => Field::Missing,
            _ => Field::Unknown,
        }
    }

    /// A boolean.
    #[inline(never)]
    pub fn boolean(&mut self, resource: &'a Resource, place: impl Into<PropertyPath<'a>>) -> Field<bool> {
        self.boolean_at(resource, place.into())
    }

    #[inline(never)]
    fn boolean_at(&mut self, resource: &'a Resource, place: PropertyPath<'a>) -> Field<bool> {
        match self.state_at(resource, place) {
            Some(State::Boolean(boolean)) => Field::Known(*boolean),
            Some(State::Missing) => Field::Missing,
            _ => Field::Unknown,
        }
    }

    /// The places of a list, none of which need be known.
    #[inline(never)]
    pub fn items(
        &mut self,
        resource: &'a Resource,
        id: PropertyId,
    ) -> Field<impl Iterator<Item = PropertyPath<'a>> + use<'a>> {
        match self.state_at(resource, id.into()) {
            Some(State::List(items)) => Field::Known((0..items.len()).map(move |index| id.at(index))),
            Some(State::Missing) => Field::Missing,
            _ => Field::Unknown,
        }
    }

    /// The keys of an object, in their order; what is under them need not be known.
    #[inline(never)]
    pub fn keys(
        &mut self,
        resource: &'a Resource,
        place: PropertyPath<'a>,
    ) -> Field<impl Iterator<Item = &'a str> + use<'a>> {
        match self.state_at(resource, place) {
            Some(State::Map(entries)) => Field::Known(entries.keys().map(String::as_str)),
            Some(State::Missing) => Field::Missing,
            _ => Field::Unknown,
        }
    }

    /// Whether a property was given at all, whatever its value. Nothing is deferred by asking.
    #[inline(never)]
    pub fn is_given(&self, resource: &Resource, id: PropertyId) -> bool {
        resource.slot(id).is_some_and(|slot| slot.state != State::Missing)
    }

    /// Whether an object has a key, whatever is under it. Nothing is deferred by asking; of an object that is secret as a
    /// whole, its keys are as well.
    #[inline(never)]
    pub fn has_key(&mut self, resource: &Resource, place: PropertyPath<'_>) -> bool {
        self.note_secret_around(resource, place);
        resource.slot_at(place).is_some_and(|slot| slot.state != State::Missing)
    }

    /// Whether the program marks what is at a place as secret. Nothing is deferred by asking.
    #[inline(never)]
    pub fn is_marked_secret<'b>(&self, resource: &Resource, place: impl Into<PropertyPath<'b>>) -> bool {
        resource.slot_at(place.into()).is_some_and(|slot| slot.secret)
    }

    /// What is known at a place, for rules that tell more apart than a value. A value that is not known yet is noted
    /// as deferred, a secret one as read. Under a key that an object does not have, nothing was given.
    #[inline(never)]
    pub fn state(&mut self, resource: &'a Resource, place: impl Into<PropertyPath<'a>>) -> Option<&'a State> {
        self.state_at(resource, place.into())
    }

    #[inline(never)]
    fn state_at(&mut self, resource: &'a Resource, place: PropertyPath<'a>) -> Option<&'a State> {
        static MISSING: State = State::Missing;
        let mut slot = resource.slot(place.id)?;
        if place == place.property() {
            self.note(resource, place, slot);
            return Some(&slot.state);
        }
        let mut reached = PropertyPath::from(place.id);
        if let (Some(index), State::List(items)) = (place.index, &slot.state) {
            self.note_secret(resource, slot);
            slot = items.get(index)?;
            reached = place.id.at(index);
        }
        if let (Some(key), State::Map(entries)) = (place.key, &slot.state) {
            self.note_secret(resource, slot);
            let Some(inside) = entries.get(key) else { return Some(&MISSING) };
            slot = inside;
            reached = reached.key(key);
        }
        self.note(resource, reached, slot);
        // What is around the place is not known, or is nothing that has such a place.
        let is_there = reached == place || matches!(slot.state, State::Unknown | State::Missing);
        is_there.then_some(&slot.state)
    }

    /// Notes what was read: a value that is not known yet, or one that is secret.
    fn note(&mut self, resource: &'a Resource, place: PropertyPath<'a>, slot: &Slot) {
        match slot.state {
            State::Unknown => self.waiting.push((resource, place)),
            // What was left out is no secret.
            _ => self.note_secret(resource, slot),
        }
    }

    /// Notes when what is around a place is secret as a whole.
    fn note_secret_around(&mut self, resource: &Resource, place: PropertyPath<'_>) {
        let around = [PropertyPath { key: None, ..place }, place.property()];
        for slot in around.into_iter().filter(|around| *around != place).filter_map(|around| resource.slot_at(around)) {
            self.note_secret(resource, slot);
        }
    }

    fn note_secret(&mut self, resource: &Resource, slot: &Slot) {
        if slot.secret {
            self.read_secret.insert(resource.index);
        }
    }

    /// What an id names, when that is known.
    #[inline(never)]
    pub fn identity(&mut self, resource: &'a Resource, place: impl Into<PropertyPath<'a>>) -> Option<Identity<'a>> {
        self.identity_at(resource, place.into())
    }

    #[inline(never)]
    fn identity_at(&mut self, resource: &'a Resource, place: PropertyPath<'a>) -> Option<Identity<'a>> {
        match self.state_at(resource, place)? {
            State::Reference(other) => Some(Identity::Named(&other.name)),
            State::Text(text) => Some(Identity::Id(text)),
            _ => None,
        }
    }

    /// The resource of this program that an id refers to. The id of a resource outside the program is deferred:
    /// nothing is known of what it names.
    #[inline(never)]
    pub fn follow(&mut self, resource: &'a Resource, place: impl Into<PropertyPath<'a>>) -> Field<&'a Resource> {
        self.follow_at(resource, place.into())
    }

    #[inline(never)]
    fn follow_at(&mut self, resource: &'a Resource, place: PropertyPath<'a>) -> Field<&'a Resource> {
        match self.state_at(resource, place) {
            Some(State::Reference(reference)) => {
                let wanted = resource.kind.and_then(|kind| kind.properties.get(place.id.0)?.refers_to);
                let found = wanted.and_then(|kind| self.program.referred(kind, reference));
                found.filter(|other| other.is_readable()).map_or(Field::Unknown, Field::Known)
            }
            Some(State::Text(_)) => {
                self.waiting.push((resource, place));
                Field::Unknown
            }
            Some(State::Missing) => Field::Missing,
            _ => Field::Unknown,
        }
    }

    /// Reports a problem.
    #[inline(never)]
    pub fn report(&mut self, finding: Finding<'a>) {
        self.findings.push(finding);
    }

    /// Whether the rule found nothing, waits for nothing and read no secret.
    pub(super) fn is_untouched(&self) -> bool {
        self.findings.is_empty() && self.waiting.is_empty() && self.read_secret.is_empty()
    }

    /// Gives the findings, and hands what is waited for on resources without any to `wait`. Leaves the context as it was
    /// before the rule.
    pub(super) fn finish(
        &mut self,
        title: &str,
        mut wait: impl FnMut(&'a Resource, PropertyPath<'a>),
    ) -> Vec<Finding<'a>> {
        let secret = std::mem::take(&mut self.read_secret);
        let shows_secret = |finding: &Finding<'_>| match finding.0.is_confined {
            true => finding.0.about.iter().any(|index| secret.contains(index)),
            false => !secret.is_empty(),
        };
        let redacted = |finding: Finding<'a>| if shows_secret(&finding) { finding.redacted(title) } else { finding };
        let findings: Vec<_> = std::mem::take(&mut self.findings).into_iter().map(redacted).collect();
        // What was found on a resource did not need the values that are not known yet.
        let found = collect::set(findings.iter().filter_map(|f| f.0.resource.map(|resource| resource.index)));
        for (resource, place) in
            std::mem::take(&mut self.waiting).into_iter().filter(|(resource, _)| !found.contains(&resource.index))
        {
            wait(resource, place);
        }
        findings
    }
}

impl<'a> Finding<'a> {
    /// A problem at a place of a resource's args.
    #[inline(never)]
    pub fn at<'b>(resource: &'a Resource, place: impl Into<PropertyPath<'b>>, message: impl Into<String>) -> Self {
        Self::on(resource, place.into().path(resource), message)
    }

    /// A problem at a path of a resource's args.
    #[inline(never)]
    pub fn on(resource: &'a Resource, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self(Box::new(Parts {
            resource: Some(resource).filter(|resource| !resource.is_configuration()),
            path: path.into(),
            message: message.into(),
            help: String::new(),
            suggestions: Vec::new(),
            redacted: false,
            fix: Vec::new(),
            related: Vec::new(),
            related_kinds: Vec::new(),
            detected_at: None,
            kinds: resource.kind.into_iter().collect(),
            about: vec![resource.index],
            is_confined: false,
        }))
    }

    /// A problem of the document itself.
    #[inline(never)]
    pub fn in_document(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self(Box::new(Parts {
            resource: None,
            path: path.into(),
            message: message.into(),
            help: String::new(),
            suggestions: Vec::new(),
            redacted: false,
            fix: Vec::new(),
            related: Vec::new(),
            related_kinds: Vec::new(),
            detected_at: None,
            kinds: vec![&provider::KIND],
            about: Vec::new(),
            is_confined: false,
        }))
    }

    /// What to do about it.
    #[inline(never)]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.0.help = help.into();
        self
    }

    /// Values to write at a path, and the help that names them: it is given their list, such as `` `a`, `b` or `c` ``.
    pub fn suggest<'b, V: Into<FixValue>>(
        self,
        path: impl Into<PropertyPath<'b>>,
        values: impl IntoIterator<Item = V>,
        help: impl FnOnce(&str) -> String,
    ) -> Self {
        let values: Vec<FixValue> = values.into_iter().map(Into::into).collect();
        let help = help(&one_of_values(&values));
        self.suggest_at(path.into(), values).help(help)
    }

    #[inline(never)]
    fn suggest_at(mut self, path: PropertyPath<'_>, values: Vec<FixValue>) -> Self {
        if let Some(resource) = self.0.resource {
            let path = path.path(resource);
            self.0.suggestions.extend(values.into_iter().map(|value| Suggestion { path: path.clone(), value }));
        }
        self
    }

    /// A change that mends it: write this value. Several changes of one finding belong together.
    #[inline(never)]
    pub fn set<'b>(mut self, place: impl Into<PropertyPath<'b>>, value: impl Into<FixValue>) -> Self {
        if let Some(resource) = self.0.resource {
            self.0.fix.push(Edit::Set { path: place.into().path(resource), value: value.into() });
        }
        self
    }

    /// A change that mends it, at the finding's own path.
    #[inline(never)]
    pub fn set_here(mut self, value: impl Into<FixValue>) -> Self {
        self.0.fix.push(Edit::Set { path: self.0.path.clone(), value: value.into() });
        self
    }

    /// A change that mends it: remove what is at the place.
    #[inline(never)]
    pub fn remove<'b>(mut self, place: impl Into<PropertyPath<'b>>) -> Self {
        if let Some(resource) = self.0.resource {
            self.0.fix.push(Edit::Remove { path: place.into().path(resource), remove: true });
        }
        self
    }

    /// Another resource that has to do with it.
    #[inline(never)]
    pub fn related(self, resource: &Resource) -> Self {
        self.about(resource).see(resource, String::new())
    }

    /// Another place that has to do with it.
    #[inline(never)]
    pub fn related_at<'b>(self, resource: &Resource, path: impl Into<PropertyPath<'b>>) -> Self {
        self.about(resource).see(resource, path.into().path(resource))
    }

    /// Another resource that its words come from, and that need not be shown.
    #[inline(never)]
    pub fn about(mut self, resource: &Resource) -> Self {
        self.0.about.push(resource.index);
        self.0.kinds.extend(resource.kind);
        self
    }

    fn see(mut self, resource: &Resource, path: String) -> Self {
        self.0.related.push(Related { resource: name_of(resource), path });
        self.0.related_kinds.push(resource.kind);
        self
    }

    /// Says that the words of this finding come from the resources that it is about alone: its own, the related ones, and those of [`Finding::about`]. A rule that looks at many
    /// resources at once then need not keep silent about all of them because a value of another one is secret.
    pub const fn confined(mut self) -> Self {
        self.0.is_confined = true;
        self
    }

    /// Where this mistake surfaces, where that depends on the target and is not what the rule says.
    pub const fn detected_at(mut self, detected_at: DetectedAt) -> Self {
        self.0.detected_at = Some(detected_at);
        self
    }

    fn redacted(mut self, title: &str) -> Self {
        let parts = &mut *self.0;
        parts.message = format!("the value is secret, so it is not shown, and breaks this rule: {title}");
        parts.help = "look at the value where it is set".to_string();
        parts.suggestions.clear();
        parts.redacted = true;
        parts.fix.clear();
        // A secret may be a reference: the resource that it names would tell it.
        parts.related.clear();
        self
    }

    /// What it consists of.
    pub(super) fn parts(self) -> Parts<'a> {
        *self.0
    }
}

/// Values joined as prose.
fn one_of_values(values: &[FixValue]) -> String {
    let texts: Vec<String> = values.iter().map(FixValue::to_string).collect();
    spelling::one_of_values(&texts)
}

/// A resource as it is named in a report.
pub(super) fn name_of(resource: &Resource) -> ResourceName {
    let name = if resource.is_configuration() { "configuration".to_string() } else { resource.name.clone() };
    ResourceName { kind: resource.kind_name.clone(), name }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::model::raw::Raw;
    use crate::model::{acl, integration, managed_cluster as cluster, peering};

    /// Asks something of the only resource of a program; gives the answer, and whether it was asked without a trace.
    fn asked<T>(kind: &str, args: Value, ask: impl FnOnce(&mut Context<'static>, &'static Resource) -> T) -> (T, bool) {
        let document = json!({ "resources": [{ "kind": kind, "name": "it", "args": args }] });
        // Leaked, so that the answer may point into it.
        let program: &'static Program =
            Box::leak(Box::new(Program::of_document(serde_json::from_value(document).unwrap())));
        let settings: &'static Settings = Box::leak(Box::new(Settings::read(&Raw::Null, crate::rules::codes).unwrap()));
        let mut context = Context::new(program, settings);
        assert!(context.is_untouched());
        let answer = ask(&mut context, &program.resources[0]);
        (answer, context.is_untouched())
    }

    #[test]
    fn what_is_left_out_is_missing_and_leaves_no_trace() {
        let ask = |kind, ask: fn(&mut Context<'static>, &'static Resource) -> bool| {
            assert_eq!(asked(kind, json!({}), ask), (true, true), "{kind}");
        };
        ask("ManagedCluster", |cx, resource| cx.number(resource, cluster::DISK_IOPS).is_missing());
        ask("ManagedCluster", |cx, resource| cx.follow(resource, cluster::NETWORK_ID).is_missing());
        ask("Peering", |cx, resource| cx.items(resource, peering::ROUTES).is_missing());
        ask("Integration", |cx, resource| cx.keys(resource, integration::DATA.into()).is_missing());
    }

    #[test]
    fn to_ask_for_a_key_of_something_secret_is_to_read_the_secret() {
        let sink = |cx: &mut Context<'static>, resource| cx.has_key(resource, integration::DATA.key("sink"));
        assert_eq!(asked("Integration", json!({ "data": { "sink": "slack" } }), sink), (true, true));
        assert_eq!(asked("Integration", json!({ "data": { "secret": { "sink": "slack" } } }), sink), (true, false));
        let address = |cx: &mut Context<'static>, resource| cx.has_key(resource, acl::CIDR_BLOCKS.at(0).key("address"));
        let block = json!({ "address": "9.9.9.0/24" });
        assert_eq!(asked("Acl", json!({ "cidrBlocks": [block] }), address), (true, true));
        assert_eq!(asked("Acl", json!({ "cidrBlocks": [{ "secret": block }] }), address), (true, false));
        assert_eq!(asked("Acl", json!({ "cidrBlocks": { "secret": [block] } }), address), (true, false));
    }
}
