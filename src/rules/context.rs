//! What a rule sees while it checks, and how it reports.
//!
//! Two things are seen to here so that no rule has to think of them. A rule that reads a value which is not known yet
//! is noted as deferred. A rule that reads a secret value cannot put anything of it into words: whatever it reports is
//! replaced by the rule's title, which depends on no value.
//!
//! The methods are never inlined: every rule calls them several times, and copies of them made up a good part of the
//! wasm (`npm run bench` prints its size).

use std::collections::BTreeSet;

use crate::catalogue::Catalogue;
use crate::diagnostic::{Edit, FixValue, Related, ResourceName};
use crate::model::kind::PropertyId;
use crate::model::program::Program;
use crate::model::resource::{Resource, State};
use crate::model::settings::Settings;

/// One property as a rule sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Field<T> {
    /// It was not given.
    Missing,
    /// Its value.
    Known(T),
    /// Not known yet, or wrong in a way that another rule reports: nothing can be said.
    Unsettled,
}

impl<T> Field<T> {
    /// The value, when there is one.
    pub fn known(self) -> Option<T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Missing | Self::Unsettled => None,
        }
    }

    /// The value, or the given one when the property was left out.
    pub fn or(self, default: T) -> Option<T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Missing => Some(default),
            Self::Unsettled => None,
        }
    }

    /// Whether the property was left out.
    pub const fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }

    /// Whether nothing can be said of it.
    pub const fn is_unsettled(&self) -> bool {
        matches!(self, Self::Unsettled)
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
    settings: &'a Settings,
    read_secret: bool,
    waiting: Vec<(&'a Resource, PropertyId)>,
    findings: Vec<Finding<'a>>,
}

/// A problem before its rule is written on it.
#[derive(Debug)]
pub struct Finding<'a> {
    pub(super) resource: Option<&'a Resource>,
    pub(super) path: String,
    pub(super) message: String,
    pub(super) help: String,
    pub(super) fix: Vec<Edit>,
    pub(super) related: Vec<Related>,
}

impl<'a> Context<'a> {
    pub(super) const fn new(program: &'a Program, settings: &'a Settings) -> Self {
        Self { program, settings, read_secret: false, waiting: Vec::new(), findings: Vec::new() }
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

    /// A text property.
    #[inline(never)]
    pub fn text(&mut self, resource: &'a Resource, id: PropertyId) -> Field<&'a str> {
        match self.state(resource, id) {
            Some(State::Text(text)) => Field::Known(text),
            Some(State::Missing) => Field::Missing,
            _ => Field::Unsettled,
        }
    }

    /// A number property; the number may have a fraction.
    #[inline(never)]
    pub fn number(&mut self, resource: &'a Resource, id: PropertyId) -> Field<f64> {
        match self.state(resource, id) {
            Some(State::Number(number)) => Field::Known(*number),
            Some(State::Missing) => Field::Missing,
            _ => Field::Unsettled,
        }
    }

    /// A boolean property.
    #[inline(never)]
    pub fn boolean(&mut self, resource: &'a Resource, id: PropertyId) -> Field<bool> {
        match self.state(resource, id) {
            Some(State::Boolean(boolean)) => Field::Known(*boolean),
            Some(State::Missing) => Field::Missing,
            _ => Field::Unsettled,
        }
    }

    /// Whether a property was given at all, whatever its value. Nothing is deferred by asking.
    #[inline(never)]
    pub fn is_given(&self, resource: &'a Resource, id: PropertyId) -> bool {
        resource.slot(id).is_some_and(|slot| slot.state != State::Missing)
    }

    /// What is known of a property, for rules that tell more apart than a value. A value that is not known yet is
    /// noted as deferred, a secret one as read.
    #[inline(never)]
    pub fn state(&mut self, resource: &'a Resource, id: PropertyId) -> Option<&'a State> {
        let slot = resource.slot(id)?;
        match slot.state {
            State::Later => self.waiting.push((resource, id)),
            State::Missing => {}
            _ => self.read_secret |= slot.secret,
        }
        Some(&slot.state)
    }

    /// What an id property names, when that is known.
    #[inline(never)]
    pub fn identity(&mut self, resource: &'a Resource, id: PropertyId) -> Option<Identity<'a>> {
        match self.state(resource, id)? {
            State::Reference(name) => Some(Identity::Named(name)),
            State::Text(text) => Some(Identity::Id(text)),
            _ => None,
        }
    }

    /// The resource of this program that an id property refers to. The id of a resource outside the program is
    /// deferred: nothing is known of what it names.
    #[inline(never)]
    pub fn follow(&mut self, resource: &'a Resource, id: PropertyId) -> Field<&'a Resource> {
        match self.state(resource, id) {
            Some(State::Reference(name)) => {
                let wanted = resource.kind.and_then(|kind| kind.properties.get(id.0)?.refers_to);
                let found = wanted.and_then(|kind| self.program.find(kind, name));
                found.filter(|other| other.is_readable()).map_or(Field::Unsettled, Field::Known)
            }
            Some(State::Text(_)) => {
                self.waiting.push((resource, id));
                Field::Unsettled
            }
            Some(State::Missing) => Field::Missing,
            _ => Field::Unsettled,
        }
    }

    /// Reports a problem.
    #[inline(never)]
    pub fn report(&mut self, finding: Finding<'a>) {
        self.findings.push(finding);
    }

    /// The findings, and what is waited for on resources without any.
    pub(super) fn finish(self, title: &str) -> (Vec<Finding<'a>>, Vec<(&'a Resource, PropertyId)>) {
        let secret = self.read_secret;
        let findings = self
            .findings
            .into_iter()
            .map(|finding| if secret { finding.redacted(title) } else { finding })
            .collect::<Vec<_>>();
        // What was found on a resource did not need the values that are not known yet.
        let found: BTreeSet<usize> =
            findings.iter().filter_map(|f| f.resource.map(|resource| resource.index)).collect();
        let waiting = self.waiting.into_iter().filter(|(resource, _)| !found.contains(&resource.index)).collect();
        (findings, waiting)
    }
}

impl<'a> Finding<'a> {
    /// A problem of one property.
    #[inline(never)]
    pub fn at(resource: &'a Resource, id: PropertyId, message: impl Into<String>) -> Self {
        Self::on(resource, property_name(resource, id), message)
    }

    /// A problem at a path of a resource's args.
    #[inline(never)]
    pub fn on(resource: &'a Resource, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            resource: Some(resource),
            path: path.into(),
            message: message.into(),
            help: String::new(),
            fix: Vec::new(),
            related: Vec::new(),
        }
    }

    /// A problem of the document itself.
    #[inline(never)]
    pub fn in_document(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            resource: None,
            path: path.into(),
            message: message.into(),
            help: String::new(),
            fix: Vec::new(),
            related: Vec::new(),
        }
    }

    /// What to do about it.
    #[inline(never)]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// A change that mends it: write this value. Several changes of one finding belong together.
    #[inline(never)]
    pub fn set(mut self, id: PropertyId, value: impl Into<FixValue>) -> Self {
        if let Some(resource) = self.resource {
            self.fix.push(Edit::Set { path: property_name(resource, id), value: value.into() });
        }
        self
    }

    /// A change that mends it, at the finding's own path.
    #[inline(never)]
    pub fn set_here(mut self, value: impl Into<FixValue>) -> Self {
        self.fix.push(Edit::Set { path: self.path.clone(), value: value.into() });
        self
    }

    /// A change that mends it: remove the property.
    #[inline(never)]
    pub fn remove(mut self, id: PropertyId) -> Self {
        if let Some(resource) = self.resource {
            self.fix.push(Edit::Remove { path: property_name(resource, id), remove: true });
        }
        self
    }

    /// Another place that has to do with it.
    #[inline(never)]
    pub fn related(mut self, resource: &Resource, id: Option<PropertyId>) -> Self {
        let path = id.map_or(String::new(), |id| property_name(resource, id));
        self.related.push(Related { resource: name_of(resource), path });
        self
    }

    fn redacted(self, title: &str) -> Self {
        Self {
            message: format!("the value is secret, so it is not shown, and breaks this rule: {title}"),
            help: "look at the value where it is set".to_string(),
            fix: Vec::new(),
            // A secret may be a reference: the resource that it names would tell it.
            related: Vec::new(),
            ..self
        }
    }
}

/// A resource as it is named in a report.
pub(super) fn name_of(resource: &Resource) -> ResourceName {
    ResourceName { kind: resource.kind_name.clone(), name: resource.name.clone() }
}

/// The name of a property of a resource's kind.
pub(super) fn property_name(resource: &Resource, id: PropertyId) -> String {
    resource.kind.and_then(|kind| kind.properties.get(id.0)).map_or(String::new(), |property| property.name.to_string())
}
