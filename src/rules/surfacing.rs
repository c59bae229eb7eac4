//! Where a mistake surfaces for the target: a rule says it for the provider of today, and the provider's own verdict, which
//! depends on the version, decides.

use std::cell::{Cell, OnceCell};

use super::finding::Parts;
use crate::diagnostic::{DetectedAt, Severity};
use crate::model::kind::{Kind, PropertyId};
use crate::model::path::{join, split_first};
use crate::model::program::Program;
use crate::model::provider;
use crate::model::resource::Resource;
use crate::model::settings::Settings;
use crate::model::target::Engine;
use crate::model::verdict::{Refusal, Refused, refusals};

/// The property of a cluster that says which settings its disk has.
const DISK_TYPE: &str = "diskType";

/// The verdicts on the resources of a program, each made when it is first needed.
pub(super) struct Verdicts<'a> {
    program: &'a Program,
    settings: &'a Settings,
    /// The properties that are given under a misspelled name: one mistake is one error.
    misspelled: Vec<(usize, PropertyId)>,
    is_bypassed: bool,
    of: Vec<OnceCell<Vec<Verdict<'a>>>>,
}

/// A refusal, where it is, and whether a finding says it.
pub(super) struct Verdict<'a> {
    pub refusal: Refusal<'a>,
    path: String,
    is_told: Cell<bool>,
}

impl Verdict<'_> {
    /// Whether a finding at a path says it. What is wrong with a disk type is wrong with its settings.
    fn is_at(&self, path: &str) -> bool {
        is_within(path, &self.path) || self.refusal.reason.is_about_disk() && path == DISK_TYPE
    }
}

impl<'a> Verdicts<'a> {
    pub fn of(program: &'a Program, settings: &'a Settings, misspelled: Vec<(usize, PropertyId)>) -> Self {
        let of = program.resources.iter().map(|_| OnceCell::new()).collect();
        Self { program, settings, misspelled, is_bypassed: program.bypasses_validation(&settings.catalogue), of }
    }

    fn on(&self, resource: &'a Resource) -> &[Verdict<'a>] {
        let Some(cell) = self.of.get(resource.index) else { return &[] };
        cell.get_or_init(|| {
            // Where a program has a provider of its own, nothing may use the configuration.
            let may_be_unused =
                resource.is_configuration() && self.program.of_kind(provider::KIND.name).next().is_some();
            // Nobody asks the provider to make what is only read.
            if may_be_unused || resource.is_read() {
                return Vec::new();
            }
            let found = refusals(resource, &self.settings.target, self.is_bypassed).into_iter();
            let path = |refused| match refused {
                Refused::Value(path) => path.path(resource),
                Refused::Key(key) => join("", key),
            };
            let verdict = |refusal: Refusal<'a>| Verdict { path: path(refusal.place), refusal, is_told: false.into() };
            found.map(verdict).collect()
        })
    }

    /// The stage and the severity of a finding whose rule says these.
    pub fn settle(&self, finding: &Parts<'a>, stage: DetectedAt, severity: Severity) -> (DetectedAt, Severity) {
        // There is no compiler in front of Terraform.
        let early = |stage: DetectedAt| match self.settings.target.engine {
            Engine::Terraform => stage.max(DetectedAt::Preview),
            Engine::Pulumi => stage,
        };
        let is_early = stage <= DetectedAt::Preview;
        let Some(resource) = finding.resource.filter(|_| is_early || severity == Severity::Error) else {
            return (early(stage), severity);
        };
        // Whether it is refused, and now.
        let mut refused = None;
        for verdict in self.on(resource).iter().filter(|verdict| verdict.is_at(&finding.path)) {
            verdict.is_told.set(true);
            refused = refused.max(Some(!verdict.refusal.is_later));
        }
        match refused {
            Some(true) => (early(stage.min(DetectedAt::Preview)), Severity::Error),
            Some(false) => (stage.max(DetectedAt::Service), Severity::Error),
            None if is_early && self.checks(resource, &finding.path) => (DetectedAt::Service, severity),
            None => (early(stage), severity),
        }
    }

    /// What is refused of a resource and no finding says.
    pub fn untold(&self, resource: &'a Resource) -> impl Iterator<Item = &Verdict<'a>> {
        let is_misspelled = |verdict: &Verdict<'_>| match verdict.refusal.place {
            Refused::Value(path) => self.misspelled.contains(&(resource.index, path.id)),
            Refused::Key(_) => false,
        };
        self.on(resource).iter().filter(move |verdict| !verdict.is_told.get() && !is_misspelled(verdict))
    }

    /// Whether something is refused that no finding says.
    pub fn has_untold(&self) -> bool {
        self.program.resources.iter().any(|resource| self.untold(resource).next().is_some())
    }

    /// Of what is refused of each resource, whether a finding says it.
    pub fn told(&self) -> Vec<Vec<bool>> {
        let of =
            |cell: &OnceCell<Vec<Verdict<'a>>>| cell.get().into_iter().flatten().map(|it| it.is_told.get()).collect();
        self.of.iter().map(of).collect()
    }

    /// Takes over what another run has told.
    pub fn take_over(&self, told: &[Vec<bool>]) {
        for (resource, told) in self.program.resources.iter().zip(told) {
            let both = self.on(resource).iter().zip(told);
            both.filter(|(_, is_told)| **is_told).for_each(|(own, _)| own.is_told.set(true));
        }
    }

    /// Whether the provider checks the property at a path, so that it passes what it does not refuse.
    fn checks(&self, resource: &Resource, path: &str) -> bool {
        let is_known = |kind: &&Kind| kind.terraform.is_some() && !self.settings.target.lacks_kind(kind);
        let Some(kind) = resource.kind.filter(is_known) else { return false };
        kind.property(split_first(path).0).is_some()
    }
}

/// Whether a path is another one, or inside it.
fn is_within(path: &str, around: &str) -> bool {
    path.strip_prefix(around).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}
