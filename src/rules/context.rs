//! What a rule sees while it checks.
//!
//! Two things are taken care of here so that no rule has to. A rule that reads an unknown value is noted as deferred. A
//! rule that reads a secret value cannot show anything of it: the words of its findings are replaced by the rule's title,
//! which depends on no value. A finding may say that it is about some resources only; then it is replaced only when a
//! secret value of those was read.
//!
//! The methods are never inlined: every rule calls them several times, and copies of them made up a good part of the
//! wasm (`npm run bench` prints its size).

use std::cell::OnceCell;

use super::finding::Finding;
use super::reading::{Notes, Once};
use super::reported::{Conflict, Reported};
use super::views::{About, Views};
use crate::catalogue::Catalogue;
use crate::catalogue::rows::Range;
use crate::collect;
use crate::model::change::Step;
use crate::model::facts::PropertyFacts;
use crate::model::hidden::Hidden;
use crate::model::kind::PropertyId;
use crate::model::made_text::{MadeText, made_texts};
use crate::model::path::PropertyPath;
use crate::model::program::Program;
use crate::model::resource::{Resource, Slot, State};
use crate::model::settings::Settings;

/// One property as a rule sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Field<T> {
    /// It was not given.
    Missing,
    /// Its value.
    Known(T),
    /// Unknown, or of another type: nothing can be said.
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
}

/// What an id property refers to.
///
/// A name in the program and an id are kept apart: it is not known whether they mean the same resource.
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
    pub(super) steps: &'a [Step<'a>],
    settings: &'a Settings,
    /// What has been read of the resources of the program, by index.
    views: &'a [Views<'a>],
    /// The omitted properties of which it is reported that their names are misspelled, by the index of their resource: they
    /// are not missing, and their values are not known.
    misspelled: Vec<(usize, PropertyId)>,
    /// The texts that the program has made of something else, once they have been looked for.
    made_texts: OnceCell<Vec<MadeText<'a>>>,
    notes: Notes<'a>,
    /// Whether only the first finding is looked for: then nothing is noted.
    is_glance: bool,
    pub(super) reported: Reported<'a>,
    findings: Vec<Finding<'a>>,
}

impl<'a> Context<'a> {
    pub(super) fn new(program: &'a Program, settings: &'a Settings, views: &'a [Views<'a>]) -> Self {
        Self {
            program,
            steps: &[],
            settings,
            views,
            misspelled: Vec::new(),
            made_texts: OnceCell::new(),
            notes: Notes::default(),
            is_glance: false,
            reported: Reported::default(),
            findings: Vec::new(),
        }
    }

    /// To see whether there is any finding at all.
    pub(super) fn glancing(program: &'a Program, settings: &'a Settings, views: &'a [Views<'a>]) -> Self {
        Self { is_glance: true, ..Self::new(program, settings, views) }
    }

    /// With what is known of omitted properties whose names are misspelled.
    pub(super) fn with_misspelled(self, misspelled: Vec<(usize, PropertyId)>) -> Self {
        Self { misspelled, ..self }
    }

    /// The texts that the program has made of something else.
    pub(super) fn made_texts(&self) -> Vec<MadeText<'a>> {
        self.made_texts.get_or_init(|| made_texts(self.program)).clone()
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

    /// What holds of a property of a resource for the target.
    pub fn facts(&self, resource: &Resource, id: PropertyId) -> Option<PropertyFacts> {
        self.catalogue().property(&self.settings.target, resource.kind?, id)
    }

    /// Whether a property must be given for the target.
    pub fn is_required(&self, resource: &Resource, id: PropertyId) -> bool {
        self.facts(resource, id).is_some_and(|facts| facts.required)
    }

    /// The range of a property that is a number.
    pub fn range(&self, resource: &Resource, id: PropertyId) -> Option<Range> {
        self.facts(resource, id)?.range
    }

    /// A string.
    #[inline(never)]
    pub fn text(&mut self, resource: &'a Resource, path: impl Into<PropertyPath<'a>>) -> Field<&'a str> {
        self.value(resource, path.into(), |state| match state {
            State::Text(text) => Some(text.as_str()),
            _ => None,
        })
    }

    /// A value of one type. Takes a function pointer so that there is one copy for each type.
    #[inline(never)]
    fn value<T>(
        &mut self,
        resource: &'a Resource,
        path: PropertyPath<'a>,
        value: fn(&'a State) -> Option<T>,
    ) -> Field<T> {
        // Nearly always it is a property whose value is known and no secret: then there is nothing to note.
        if let Some(Slot { state, secret: false }) = resource.slot(path.id).filter(|_| path == path.property()) {
            match value(state) {
                Some(value) => return Field::Known(value),
                None if matches!(state, State::Missing) => return Field::Missing,
                None => {}
            }
        }
        field(self.state_at(resource, path), value)
    }

    /// A string that is secret by its nature: only questions can be asked about it.
    #[inline(never)]
    pub fn hidden(&mut self, resource: &'a Resource, path: impl Into<PropertyPath<'a>>) -> Field<&'a Hidden> {
        let path = path.into();
        let slot = resource.slot_at(path);
        match slot.map(|slot| &slot.state) {
            // A yes or no about it reveals nothing of it, so the rule may use its own words.
            Some(State::Hidden(hidden)) => {
                self.note_secret_around(resource, path);
                Field::Known(hidden)
            }
            _ => field(self.state_at(resource, path), |_| None),
        }
    }

    /// A number; it may have a fraction.
    #[inline(never)]
    pub fn number(&mut self, resource: &'a Resource, path: impl Into<PropertyPath<'a>>) -> Field<f64> {
        self.value(resource, path.into(), |state| match state {
            State::Number(number) => Some(*number),
            _ => None,
        })
    }

    /// A boolean.
    #[inline(never)]
    pub fn boolean(&mut self, resource: &'a Resource, path: impl Into<PropertyPath<'a>>) -> Field<bool> {
        self.value(resource, path.into(), |state| match state {
            State::Boolean(boolean) => Some(*boolean),
            _ => None,
        })
    }

    /// The paths of the items of an array, any of which may be unknown.
    #[inline(never)]
    pub fn items(
        &mut self,
        resource: &'a Resource,
        id: PropertyId,
    ) -> Field<impl Iterator<Item = PropertyPath<'a>> + use<'a>> {
        field(self.state_at(resource, id.into()), |state| match state {
            State::List(items) => Some((0..items.len()).map(move |index| id.at(index))),
            _ => None,
        })
    }

    /// The keys of an object, in their order; their values may be unknown.
    #[inline(never)]
    pub fn keys(
        &mut self,
        resource: &'a Resource,
        path: PropertyPath<'a>,
    ) -> Field<impl Iterator<Item = &'a str> + use<'a>> {
        field(self.state_at(resource, path), |state| match state {
            State::Map(entries) => Some(entries.keys()),
            _ => None,
        })
    }

    /// Whether a property was given at all, whatever its value. Nothing is deferred by asking.
    #[inline(never)]
    pub fn is_given(&self, resource: &Resource, id: PropertyId) -> bool {
        resource.slot(id).is_some_and(|slot| !matches!(slot.state, State::Missing))
    }

    /// Whether a property was left out, under its own name and under a misspelled one. Nothing is deferred by asking.
    #[inline(never)]
    pub fn is_missing(&self, resource: &Resource, id: PropertyId) -> bool {
        !self.is_given(resource, id) && !self.misspelled.contains(&(resource.index, id))
    }

    /// Whether an object has a key, whatever its value. Nothing is deferred by asking.
    ///
    /// If an object is secret as a whole, its keys are secret too.
    #[inline(never)]
    pub fn has_key(&mut self, resource: &Resource, path: PropertyPath<'_>) -> bool {
        self.note_secret_around(resource, path);
        resource.slot_at(path).is_some_and(|slot| !matches!(slot.state, State::Missing))
    }

    /// Whether the program marks the value at a path as secret. Nothing is deferred by asking.
    #[inline(never)]
    pub fn is_marked_secret<'b>(&self, resource: &Resource, path: impl Into<PropertyPath<'b>>) -> bool {
        resource.slot_at(path.into()).is_some_and(|slot| slot.secret)
    }

    /// What is known of the value at a path, for rules that need more than the value.
    ///
    /// An unknown value is noted as deferred, a secret one as read. A key that an object does not have is missing.
    #[inline(never)]
    pub fn state(&mut self, resource: &'a Resource, path: impl Into<PropertyPath<'a>>) -> Option<&'a State> {
        self.state_at(resource, path.into())
    }

    #[inline(never)]
    fn state_at(&mut self, resource: &'a Resource, path: PropertyPath<'a>) -> Option<&'a State> {
        static MISSING: State = State::Missing;
        if self.misspelled.contains(&(resource.index, path.id)) {
            return Some(&State::Unknown);
        }
        let mut slot = resource.slot(path.id)?;
        if path == path.property() {
            self.note(resource, path, slot);
            return Some(&slot.state);
        }
        let mut reached = PropertyPath::from(path.id);
        if let (Some(index), State::List(items)) = (path.index, &slot.state) {
            self.note_secret(resource, slot);
            slot = items.get(index)?;
            reached = path.id.at(index);
        }
        if let (Some(key), State::Map(entries)) = (path.key, &slot.state) {
            self.note_secret(resource, slot);
            let Some(inside) = entries.get(key) else { return Some(&MISSING) };
            slot = inside;
            reached = reached.key(key);
        }
        self.note(resource, reached, slot);
        // The object or array around the path is unknown or missing, or there is nothing at the path.
        let is_there = reached == path || matches!(slot.state, State::Unknown | State::Missing);
        is_there.then_some(&slot.state)
    }

    /// Notes that the rule waits for a value, for the version that decides about it, or for the rest of the program.
    pub(super) fn defer(&mut self, resource: &'a Resource, path: impl Into<PropertyPath<'a>>) {
        self.notes.deferred.push((resource, path.into()));
    }

    /// Notes what was read, if it is unknown or secret.
    fn note(&mut self, resource: &'a Resource, path: PropertyPath<'a>, slot: &Slot) {
        if self.is_glance {
            return;
        }
        match slot.state {
            State::Unknown => self.notes.deferred.push((resource, path)),
            // What was left out is not a secret.
            _ => self.note_secret(resource, slot),
        }
    }

    /// Notes a secret if the array or object around a path is secret as a whole.
    fn note_secret_around(&mut self, resource: &Resource, path: PropertyPath<'_>) {
        let around = [PropertyPath { key: None, ..path }, path.property()];
        for slot in around.into_iter().filter(|around| *around != path).filter_map(|around| resource.slot_at(around)) {
            self.note_secret(resource, slot);
        }
    }

    fn note_secret(&mut self, resource: &Resource, slot: &Slot) {
        if slot.secret && !self.is_glance {
            self.notes.secrets.insert(resource.index);
        }
    }

    /// Notes that a secret value of a resource was read.
    pub(super) fn note_secret_of(&mut self, resource: &Resource) {
        self.notes.secrets.insert(resource.index);
    }

    /// What an id refers to, when that is known.
    #[inline(never)]
    pub fn identity(&mut self, resource: &'a Resource, path: impl Into<PropertyPath<'a>>) -> Option<Identity<'a>> {
        self.identity_at(resource, path.into())
    }

    #[inline(never)]
    fn identity_at(&mut self, resource: &'a Resource, path: PropertyPath<'a>) -> Option<Identity<'a>> {
        match self.state_at(resource, path)? {
            State::Reference(other) => Some(Identity::Named(&other.name)),
            State::Text(text) => Some(Identity::Id(text)),
            _ => None,
        }
    }

    /// The resource of this program that an id refers to.
    ///
    /// The id of a resource outside the program is deferred: nothing is known of that resource.
    #[inline(never)]
    pub fn follow(&mut self, resource: &'a Resource, path: impl Into<PropertyPath<'a>>) -> Field<&'a Resource> {
        self.follow_at(resource, path.into())
    }

    #[inline(never)]
    fn follow_at(&mut self, resource: &'a Resource, path: PropertyPath<'a>) -> Field<&'a Resource> {
        match self.state_at(resource, path) {
            Some(State::Reference(reference)) => {
                let target = resource.kind.and_then(|kind| kind.properties.get(path.id.0)?.refers_to);
                let found = target.and_then(|kind| self.program.referred(kind, reference));
                found.filter(|other| other.is_readable()).map_or(Field::Unknown, Field::Known)
            }
            Some(State::Text(_)) => {
                if !self.is_glance {
                    self.notes.deferred.push((resource, path));
                }
                Field::Unknown
            }
            Some(State::Missing) => Field::Missing,
            _ => Field::Unknown,
        }
    }

    /// A reading, which is made once; what it notes is noted for whoever asks for it.
    pub(super) fn read_once<R>(&mut self, once: &'a Once<'a, R>, read: impl FnOnce(&mut Self) -> R) -> &'a R {
        if let Some((reading, notes)) = once.get() {
            if let Some(notes) = notes {
                self.notes.extend(notes);
            }
            return reading;
        }
        let before = self.notes_before();
        let made = read(self);
        let notes = self.notes_since(before);
        let (reading, _) = once.get_or_init(|| (made, notes));
        reading
    }

    /// The notes before a reading: nearly always there are none.
    #[inline(never)]
    fn notes_before(&mut self) -> Option<Notes<'a>> {
        (!self.notes.is_empty()).then(|| std::mem::take(&mut self.notes))
    }

    /// The notes of a reading, which are added to those before it.
    #[inline(never)]
    fn notes_since(&mut self, before: Option<Notes<'a>>) -> Option<Box<Notes<'a>>> {
        let notes = (!self.notes.is_empty()).then(|| Box::new(self.notes.clone()));
        if let Some(before) = before {
            self.notes.extend(&before);
        }
        notes
    }

    /// Whether a fault of a reading of a resource has been reported, for rules about several properties or resources: they run
    /// after those about the faults of one.
    pub fn is_reported(&self, resource: &Resource, about: About) -> bool {
        self.reported.has(resource, about, None)
    }

    /// The same of one item of a list.
    pub fn is_item_reported(&self, resource: &Resource, about: About, item: usize) -> bool {
        self.reported.has(resource, about, Some(item))
    }

    /// Whether a rule that ran before has reported a conflict of a resource with others.
    pub fn is_conflict_reported(&self, resource: &Resource, conflict: Conflict) -> bool {
        self.reported.has_conflict(resource, conflict)
    }

    /// Whether a rule that ran before has reported that what is at a path is no id.
    pub fn is_id_reported(&self, resource: &Resource, path: PropertyPath<'a>) -> bool {
        self.reported.has_id(resource, path)
    }

    /// What has been read of a resource.
    pub(super) fn views(&self, resource: &Resource) -> Option<&'a Views<'a>> {
        self.views.get(resource.index)
    }

    /// Reports a finding, unless it is about what the program only reads: that is as it is.
    #[inline(never)]
    pub fn report(&mut self, finding: Finding<'a>) {
        if finding.is_of_read() {
            return;
        }
        self.note_path(&finding);
        self.findings.push(finding);
    }

    #[inline(never)]
    fn note_path(&mut self, finding: &Finding<'a>) {
        if let Some((resource, path)) = finding.place().filter(|(resource, _)| !resource.conversions.is_empty()) {
            self.reported.add_path(resource, path);
        }
    }

    /// Whether a rule that ran before has reported anything at a path of a resource with conversions.
    pub fn is_path_reported(&self, resource: &Resource, path: PropertyPath<'_>) -> bool {
        self.reported.has_path(resource, &path.path(resource))
    }

    /// Reports a finding about a conflict of a resource with others, for rules that run later and step aside for it.
    pub fn report_conflict(&mut self, resource: &Resource, conflict: Conflict, finding: Finding<'a>) {
        if !finding.is_of_read() {
            self.reported.add_conflict(resource, conflict);
        }
        self.report(finding);
    }

    /// Reports that what is at a path is no id, for rules that run later and step aside for it.
    pub fn report_id(&mut self, resource: &Resource, path: PropertyPath<'a>, finding: Finding<'a>) {
        self.reported.add_id(resource, path);
        self.report(finding);
    }

    /// Forgets what has been read.
    pub(super) fn forget(&mut self) {
        self.notes = Notes::default();
    }

    /// Whether there is a finding.
    pub(super) const fn has_found(&self) -> bool {
        !self.findings.is_empty()
    }

    /// Whether the rule found nothing, deferred nothing and read no secret.
    pub(super) fn is_untouched(&self) -> bool {
        self.findings.is_empty() && self.notes.is_empty()
    }

    /// Takes the findings out of the context, and resets it for the next rule.
    ///
    /// Unknown values of resources without a finding are handed to `defer`.
    pub(super) fn finish(
        &mut self,
        title: &str,
        mut defer: impl FnMut(&'a Resource, PropertyPath<'a>),
    ) -> Vec<Finding<'a>> {
        let Notes { secrets, deferred } = std::mem::take(&mut self.notes);
        let findings = std::mem::take(&mut self.findings).into_iter();
        let findings: Vec<_> = findings.map(|finding| finding.redacted_if(&secrets, title)).collect();
        // A finding on a resource did not need its unknown values.
        let found = collect::set(findings.iter().filter_map(Finding::resource_index));
        for (resource, path) in deferred.into_iter().filter(|(resource, _)| !found.contains(&resource.index)) {
            defer(resource, path);
        }
        findings
    }
}

/// A property as a rule sees it: its value, where the state has one of the right type.
fn field<'a, T>(state: Option<&'a State>, value: impl FnOnce(&'a State) -> Option<T>) -> Field<T> {
    match state {
        Some(State::Missing) => Field::Missing,
        Some(state) => value(state).map_or(Field::Unknown, Field::Known),
        None => Field::Unknown,
    }
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
            Box::leak(Box::new(Program::of_document(&serde_json::from_value(document).unwrap())));
        let settings: &'static Settings = Box::leak(Box::new(Settings::read(&Raw::Null, crate::rules::codes).unwrap()));
        let mut context = Context::new(program, settings, &[]);
        assert!(context.is_untouched());
        let answer = ask(&mut context, &program.resources[0]);
        (answer, context.is_untouched())
    }

    #[test]
    fn a_missing_value_leaves_no_trace() {
        let ask = |kind, ask: fn(&mut Context<'static>, &'static Resource) -> bool| {
            assert_eq!(asked(kind, json!({}), ask), (true, true), "{kind}");
        };
        ask("ManagedCluster", |cx, resource| matches!(cx.number(resource, cluster::DISK_IOPS), Field::Missing));
        ask("ManagedCluster", |cx, resource| matches!(cx.follow(resource, cluster::NETWORK_ID), Field::Missing));
        ask("Peering", |cx, resource| matches!(cx.items(resource, peering::ROUTES), Field::Missing));
        ask("Integration", |cx, resource| matches!(cx.keys(resource, integration::DATA.into()), Field::Missing));
    }

    #[test]
    fn asking_for_a_key_of_a_secret_object_reads_a_secret() {
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
