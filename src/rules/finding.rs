//! What a rule reports: the words, the fix and the suggestions of one diagnostic.

use std::collections::BTreeSet;

use crate::diagnostic::{DetectedAt, Edit, FixValue, Related, ResourceName, Suggestion};
use crate::model::change::{Change, Step};
use crate::model::kind::Kind;
use crate::model::path::PropertyPath;
use crate::model::resource::Resource;
use crate::value::spelling;

/// A diagnostic before its rule is written on it.
///
/// Behind a pointer, because every rule hands it on several times.
#[derive(Debug)]
pub struct Finding<'a>(Box<Parts<'a>>);

/// What a finding consists of.
#[derive(Debug)]
pub(super) struct Parts<'a> {
    pub resource: Option<&'a Resource>,
    pub path: String,
    pub message: String,
    pub help: String,
    pub suggestions: Vec<Suggestion>,
    pub redacted: bool,
    pub fix: Vec<Edit>,
    /// The other resources that are involved, each with its kind.
    pub related: Vec<(Related, Option<&'static Kind>)>,
    pub detected_at: Option<DetectedAt>,
    /// Whether it is a warning although its rule gives an error.
    pub is_warning: bool,
    /// The resources, by index, that it names.
    pub about: Vec<usize>,
    /// Whether its words come from those resources alone.
    is_confined: bool,
}

impl<'a> Finding<'a> {
    /// A finding about the value at a path of a resource's args.
    #[inline(never)]
    pub fn at<'b>(resource: &'a Resource, path: impl Into<PropertyPath<'b>>, message: impl Into<String>) -> Self {
        Self::on(resource, path.into().path(resource), message)
    }

    /// A finding at a written path of a resource's args.
    #[inline(never)]
    pub fn on(resource: &'a Resource, path: impl Into<String>, message: impl Into<String>) -> Self {
        let shown = Some(resource).filter(|resource| !resource.is_configuration());
        Self::new(shown, path.into(), message.into(), vec![resource.index])
    }

    /// A finding about the document itself.
    #[inline(never)]
    pub fn in_document(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(None, path.into(), message.into(), Vec::new())
    }

    #[inline(never)]
    fn new(resource: Option<&'a Resource>, path: String, message: String, about: Vec<usize>) -> Self {
        Self(Box::new(Parts {
            resource,
            path,
            message,
            help: String::new(),
            suggestions: Vec::new(),
            redacted: false,
            fix: Vec::new(),
            related: Vec::new(),
            detected_at: None,
            is_warning: false,
            about,
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

    /// A value to write at another path, which the help names as well.
    pub fn suggest_also<'b>(self, path: impl Into<PropertyPath<'b>>, value: impl Into<FixValue>) -> Self {
        self.suggest_at(path.into(), vec![value.into()])
    }

    #[inline(never)]
    fn suggest_at(mut self, path: PropertyPath<'_>, values: Vec<FixValue>) -> Self {
        if let Some(resource) = self.0.resource {
            let path = path.path(resource);
            self.0.suggestions.extend(values.into_iter().map(|value| Suggestion { path: path.clone(), value }));
        }
        self
    }

    /// The one right value at a path: the help, the suggestion and the fix that writes it.
    #[inline(never)]
    pub fn use_value<'b>(self, path: impl Into<PropertyPath<'b>>, value: impl Into<FixValue>) -> Self {
        let (path, value) = (path.into(), value.into());
        self.suggest(path, [value.clone()], |listed| format!("use {listed}")).set(path, value)
    }

    /// An edit that fixes it: write this value. All edits of one finding belong together.
    #[inline(never)]
    pub fn set<'b>(mut self, path: impl Into<PropertyPath<'b>>, value: impl Into<FixValue>) -> Self {
        if let Some(resource) = self.0.resource {
            self.0.fix.push(Edit::Set { path: path.into().path(resource), value: value.into() });
        }
        self
    }

    /// Says that the values of two properties are swapped.
    pub fn swapped(self, a: &str, b: &str) -> Self {
        self.help(format!("exchange the two: `{a}` and `{b}` are swapped"))
    }

    /// An edit that fixes it: write this value at the finding's own path.
    #[inline(never)]
    pub fn set_here(mut self, value: impl Into<FixValue>) -> Self {
        self.0.fix.push(Edit::Set { path: self.0.path.clone(), value: value.into() });
        self
    }

    /// An edit that fixes it: remove the value at the path.
    #[inline(never)]
    pub fn remove<'b>(mut self, path: impl Into<PropertyPath<'b>>) -> Self {
        if let Some(resource) = self.0.resource {
            self.0.fix.push(Edit::Remove { path: path.into().path(resource), remove: true });
        }
        self
    }

    /// Another resource that is involved.
    #[inline(never)]
    pub fn related(self, resource: &Resource) -> Self {
        self.about(resource).see(resource, String::new())
    }

    /// A property of another resource that is involved.
    #[inline(never)]
    pub fn related_at<'b>(self, resource: &Resource, path: impl Into<PropertyPath<'b>>) -> Self {
        self.about(resource).see(resource, path.into().path(resource))
    }

    /// Another resource that its words come from, and that is not shown.
    #[inline(never)]
    pub fn about(mut self, resource: &Resource) -> Self {
        self.0.about.push(resource.index);
        self
    }

    fn see(mut self, resource: &Resource, path: String) -> Self {
        self.0.related.push((Related { resource: name_of(resource), path }, resource.kind));
        self
    }

    /// Says that the words of this finding come only from the resources that it is about.
    ///
    /// These are its own, the related ones and those of [`Finding::about`]. The findings of a rule that looks at many
    /// resources at once are then not all redacted because a value of another resource is secret.
    pub const fn confined(mut self) -> Self {
        self.0.is_confined = true;
        self
    }

    /// Where this mistake surfaces, if that depends on the target and differs from what the rule says.
    pub const fn detected_at(mut self, detected_at: DetectedAt) -> Self {
        self.0.detected_at = Some(detected_at);
        self
    }

    /// Makes a warning of it, whatever its rule gives: somebody says that it is not so.
    pub const fn warning(mut self) -> Self {
        self.0.is_warning = true;
        self
    }

    /// A finding about the change of a property.
    #[inline(never)]
    pub fn of_change(step: &'a Step<'a>, change: &Change<'_>, message: impl Into<String>) -> Self {
        Self::on(step.resource, change.path.clone(), message)
    }

    /// Other resources that have to do with it.
    pub fn related_to_all(self, resources: &[&Resource]) -> Self {
        resources.iter().fold(self, |finding, resource| finding.related(resource))
    }

    /// The finding with the title of its rule in place of its words, if those may show a secret value that was read of one
    /// of these resources.
    pub(super) fn redacted_if(self, secret: &BTreeSet<usize>, title: &str) -> Self {
        let shows_secret = match self.0.is_confined {
            true => self.0.about.iter().any(|index| secret.contains(index)),
            false => !secret.is_empty(),
        };
        if shows_secret { self.redacted(title) } else { self }
    }

    /// Where it is.
    pub(super) fn place(&self) -> Option<(&'a Resource, &str)> {
        Some((self.0.resource?, self.0.path.as_str()))
    }

    /// Whether it is about what the program only reads.
    pub(super) fn is_of_read(&self) -> bool {
        self.0.resource.is_some_and(Resource::is_read)
    }

    /// The resource that it is about, by index.
    pub(super) fn resource_index(&self) -> Option<usize> {
        self.0.resource.map(|resource| resource.index)
    }

    fn redacted(mut self, title: &str) -> Self {
        let parts = &mut *self.0;
        parts.message = format!("the value is secret and not shown; it breaks this rule: {title}");
        parts.help = "check the value where it is set".to_string();
        parts.suggestions.clear();
        parts.redacted = true;
        parts.fix.clear();
        // A secret may be a reference: the resource that it refers to would reveal it.
        parts.related.clear();
        self
    }

    /// What it consists of.
    pub(super) fn parts(self) -> Parts<'a> {
        *self.0
    }
}

/// Values joined as prose.
pub(super) fn one_of_values(values: &[FixValue]) -> String {
    let texts: Vec<String> = values.iter().map(FixValue::to_string).collect();
    spelling::one_of_values(&texts)
}

/// A resource as it is named in a report.
pub(super) fn name_of(resource: &Resource) -> ResourceName {
    let name = if resource.is_configuration() { "configuration".to_string() } else { resource.name.clone() };
    ResourceName { kind: resource.kind_name.to_string(), name }
}
