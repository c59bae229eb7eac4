//! What a rule about changes sees of one resource. Whoever reads a secret value says nothing but the rule's title.

use std::cell::Cell;

use super::PlanRule;
use crate::catalogue::Catalogue;
use crate::diagnostic::{Diagnostic, Related, ResourceName, Severity};
use crate::model::kind::{KindId, PropertyId};
use crate::model::managed_cluster as cluster;
use crate::model::resource::{Slot, State};
use crate::model::settings::Settings;
use crate::planner::change::compare::is_secret;
use crate::planner::change::draft::{Changed, Draft, Link};
use crate::planner::change::plan::{Action, Effect};
use crate::planner::change::steps::{nodes, release_after, release_before};
use crate::planner::change::upgrade::Release;

/// One resource, its change, and what was read of it.
#[derive(Debug)]
pub(super) struct Look<'p, 'a> {
    draft: &'p Draft<'a>,
    drafts: &'p [Draft<'a>],
    settings: &'p Settings,
    has_read_secret: Cell<bool>,
}

/// What a rule has to say.
#[derive(Debug)]
pub(super) struct Finding {
    path: String,
    message: String,
    help: Option<String>,
    related: Vec<ResourceName>,
}

impl Finding {
    /// Something about a property, or about the whole resource.
    pub fn at(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { path: path.into(), message: message.into(), help: None, related: Vec::new() }
    }

    /// What to do in this case.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Other resources that have to do with it.
    pub fn related(mut self, related: Vec<ResourceName>) -> Self {
        self.related = related;
        self
    }
}

impl<'p, 'a> Look<'p, 'a> {
    pub const fn new(draft: &'p Draft<'a>, drafts: &'p [Draft<'a>], settings: &'p Settings) -> Self {
        Self { draft, drafts, settings, has_read_secret: Cell::new(false) }
    }

    /// The options.
    pub const fn settings(&self) -> &'p Settings {
        self.settings
    }

    /// The facts.
    pub const fn catalogue(&self) -> &'p Catalogue {
        &self.settings.catalogue
    }

    /// Whether it is of a kind.
    pub fn is(&self, kind: KindId) -> bool {
        self.draft.kind.id == kind
    }

    /// What happens to it.
    pub const fn action(&self) -> Action {
        self.draft.action
    }

    /// The draft itself, for what no value decides.
    pub const fn draft(&self) -> &'p Draft<'a> {
        self.draft
    }

    /// What changes for certain.
    pub fn changes(&self) -> impl Iterator<Item = &'p Changed<'a>> {
        self.draft.changes.iter().inspect(|changed| self.note(changed))
    }

    /// What changes for certain and does this.
    pub fn doing(&self, effect: Effect) -> impl Iterator<Item = &'p Changed<'a>> {
        self.draft.changes.iter().filter(move |changed| changed.effect == effect).inspect(|changed| self.note(changed))
    }

    /// The change of a property, where it is certain.
    pub fn changed(&self, id: PropertyId) -> Option<&'p Changed<'a>> {
        self.draft.changed(id).inspect(|changed| self.note(changed))
    }

    fn note(&self, changed: &Changed<'_>) {
        let slots = [changed.before, changed.after];
        self.read(slots.into_iter().flatten().any(is_secret));
        let is_secret_link = |link: &Link| link.is_secret && link.property == changed.property.name;
        self.read(self.draft.links.iter().any(is_secret_link));
    }

    fn read(&self, is_secret: bool) {
        if is_secret {
            self.has_read_secret.set(true);
        }
    }

    fn slot(&self, slot: Option<&'a Slot>) -> Option<&'a State> {
        let slot = slot?;
        self.read(is_secret(slot));
        Some(&slot.state)
    }

    /// A value as it was.
    pub fn before(&self, id: PropertyId) -> Option<&'a State> {
        self.slot(self.draft.before?.slot(id))
    }

    /// A value as it is wished.
    pub fn after(&self, id: PropertyId) -> Option<&'a State> {
        self.slot(self.draft.after?.slot(id))
    }

    /// A text as it was.
    pub fn text_before(&self, id: PropertyId) -> Option<&'a str> {
        if let State::Text(text) = self.before(id)? { Some(text) } else { None }
    }

    /// A text as it is wished.
    pub fn text_after(&self, id: PropertyId) -> Option<&'a str> {
        if let State::Text(text) = self.after(id)? { Some(text) } else { None }
    }

    /// A number as it was and as it is wished.
    pub fn numbers(&self, id: PropertyId) -> Option<(f64, f64)> {
        let (State::Number(before), State::Number(after)) = (self.before(id)?, self.after(id)?) else { return None };
        Some((*before, *after))
    }

    /// Whether it is a cluster of one node.
    pub fn is_single(&self) -> bool {
        let _ = self.before(cluster::TOPOLOGY);
        nodes(self.draft, self.catalogue()) == Some(1)
    }

    /// The releases before and after.
    pub fn releases(&self) -> Option<(Release, Release)> {
        let _ = self.before(cluster::SERVER_VERSION);
        let _ = self.before(cluster::SERVER_VERSION_TAG);
        let _ = self.after(cluster::SERVER_VERSION_TAG);
        Some((release_before(self.draft)?, release_after(self.draft)?))
    }

    /// The resources that it is replaced along with.
    pub fn parents(&self) -> Vec<ResourceName> {
        let links = self.draft.links.iter().inspect(|link| self.read(link.is_secret));
        links.filter_map(|link| self.drafts.get(link.parent)).map(Draft::name).collect()
    }

    /// The resources that are replaced or deleted along with it, as they refer to it.
    pub fn children(&self) -> Vec<ResourceName> {
        self.draft.children.iter().filter_map(|index| self.drafts.get(*index)).map(Draft::name).collect()
    }

    /// The diagnostic of a finding.
    pub fn finish(&self, finding: Finding, rule: &PlanRule, severity: Severity) -> Diagnostic {
        let is_secret = self.has_read_secret.get();
        let related = finding.related.into_iter().filter(|_| !is_secret);
        Diagnostic {
            code: rule.code,
            name: rule.name,
            severity,
            resource: Some(self.draft.name()),
            path: finding.path,
            message: match is_secret {
                true => format!("a value is secret, so it is not shown; what it means: {}", rule.title),
                false => finding.message,
            },
            help: finding.help.filter(|_| !is_secret).unwrap_or_else(|| rule.help.to_string()),
            suggestions: Vec::new(),
            redacted: is_secret,
            location: None,
            fix: Vec::new(),
            related: related.map(|resource| Related { resource, path: String::new() }).collect(),
            source: rule.source,
            detected_at: rule.detected_at,
        }
    }
}
