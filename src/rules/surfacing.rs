//! Where a mistake surfaces for the target: a rule says it for the provider of today, and the provider's own verdict, which
//! depends on the version, decides.

use std::cell::{Cell, OnceCell};

use super::finding::Parts;
use crate::collect;
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

/// Steps of a path below which nothing is refused by itself: an index and a key. A key may hold what looks like more.
const MAX_DEPTH: usize = 2;

/// The verdicts on the resources of a program, each made when it is first needed.
pub(super) struct Verdicts<'a> {
    program: &'a Program,
    settings: &'a Settings,
    /// The properties that are given under a misspelled name: one mistake is one error.
    misspelled: Vec<(usize, PropertyId)>,
    is_bypassed: bool,
    of: Vec<OnceCell<OfOne<'a>>>,
}

/// The verdicts on one resource.
#[derive(Default)]
struct OfOne<'a> {
    all: Vec<Verdict<'a>>,
    /// Their places, in the order of their paths: there may be as many as a hostile document has keys.
    by_path: Vec<usize>,
}

impl<'a> OfOne<'a> {
    fn new(all: Vec<Verdict<'a>>) -> Self {
        let path = |place: usize| all.get(place).map(|verdict| &verdict.path);
        let by_path = collect::order(all.len(), &mut |a, b| path(a).cmp(&path(b)));
        Self { all, by_path }
    }

    /// Those that a finding at a path says. What is wrong with a disk type is wrong with its settings.
    fn at<'s>(&'s self, path: &'s str) -> impl Iterator<Item = &'s Verdict<'a>> {
        let around = if self.all.is_empty() { None } else { Some(path) };
        let ends = around
            .into_iter()
            .flat_map(|path| path.match_indices(['.', '[']).map(|(at, _)| at).take(MAX_DEPTH).chain([path.len()]));
        let of = |place: &usize| self.all.get(*place);
        let found = ends.filter_map(|end| path.get(..end)).flat_map(move |around| {
            let is_before = |place: &usize| of(place).is_some_and(|verdict| verdict.path.as_str() < around);
            let first = self.by_path.partition_point(is_before);
            let rest = self.by_path.iter().skip(first).filter_map(of);
            rest.take_while(move |verdict| verdict.path == around)
        });
        let about_disk = if path == DISK_TYPE { self.all.as_slice() } else { &[] };
        let of_disk = about_disk.iter().filter(|verdict| verdict.is_about_settings_of_disk());
        found.chain(of_disk)
    }
}

/// A refusal, where it is, and whether a finding says it.
pub(super) struct Verdict<'a> {
    pub refusal: Refusal<'a>,
    path: String,
    is_told: Cell<bool>,
}

impl Verdict<'_> {
    fn is_about_settings_of_disk(&self) -> bool {
        self.refusal.reason.is_about_disk() && self.path != DISK_TYPE
    }
}

impl<'a> Verdicts<'a> {
    pub fn of(program: &'a Program, settings: &'a Settings, misspelled: Vec<(usize, PropertyId)>) -> Self {
        let of = program.resources.iter().map(|_| OnceCell::new()).collect();
        Self { program, settings, misspelled, is_bypassed: program.bypasses_validation(&settings.catalogue), of }
    }

    fn on(&self, resource: &'a Resource) -> Option<&OfOne<'a>> {
        Some(self.of.get(resource.index)?.get_or_init(|| {
            // Where a program has a provider of its own, nothing may use the configuration.
            let may_be_unused =
                resource.is_configuration() && self.program.of_kind(provider::KIND.name).next().is_some();
            // Nobody asks the provider to make what is only read.
            if may_be_unused || resource.is_read() {
                return OfOne::default();
            }
            let found = refusals(resource, &self.settings.target, self.is_bypassed).into_iter();
            let path = |refused| match refused {
                Refused::Value(path) => path.path(resource),
                Refused::Key(key) => join("", key),
            };
            let verdict = |refusal: Refusal<'a>| Verdict { path: path(refusal.place), refusal, is_told: false.into() };
            OfOne::new(found.map(verdict).collect())
        }))
    }

    fn all_on(&self, resource: &'a Resource) -> &[Verdict<'a>] {
        self.on(resource).map_or(&[], |of| of.all.as_slice())
    }

    /// The stage and the severity of a finding whose rule says these, and whether the provider refuses it: now, or as soon as
    /// what it refuses now is right.
    pub fn settle(&self, finding: &Parts<'a>, stage: DetectedAt, severity: Severity) -> (DetectedAt, Severity, bool) {
        // There is no compiler in front of Terraform.
        let early = |stage: DetectedAt| match self.settings.target.engine {
            Engine::Terraform => stage.max(DetectedAt::Preview),
            Engine::Pulumi => stage,
        };
        let is_early = stage <= DetectedAt::Preview;
        let Some(resource) = finding.resource.filter(|_| is_early || severity == Severity::Error) else {
            return (early(stage), severity, false);
        };
        // Whether it is refused, and now.
        let mut refused = None;
        for verdict in self.on(resource).into_iter().flat_map(|of| of.at(&finding.path)) {
            verdict.is_told.set(true);
            refused = refused.max(Some(!verdict.refusal.is_later));
        }
        match refused {
            Some(true) => (early(stage.min(DetectedAt::Preview)), Severity::Error, true),
            Some(false) => (stage.max(DetectedAt::Service), Severity::Error, true),
            None if is_early && self.checks(resource, &finding.path) => (DetectedAt::Service, severity, false),
            None => (early(stage), severity, false),
        }
    }

    /// What is refused of a resource and no finding says.
    pub fn untold(&self, resource: &'a Resource) -> impl Iterator<Item = &Verdict<'a>> {
        let is_misspelled = |verdict: &Verdict<'_>| match verdict.refusal.place {
            Refused::Value(path) => self.misspelled.contains(&(resource.index, path.id)),
            Refused::Key(_) => false,
        };
        self.all_on(resource).iter().filter(move |verdict| !verdict.is_told.get() && !is_misspelled(verdict))
    }

    /// Whether something is refused that no finding says.
    pub fn has_untold(&self) -> bool {
        self.program.resources.iter().any(|resource| self.untold(resource).next().is_some())
    }

    /// Of what is refused of each resource, whether a finding says it.
    pub fn told(&self) -> Vec<Vec<bool>> {
        let of = |cell: &OnceCell<OfOne<'a>>| {
            cell.get().into_iter().flat_map(|of| &of.all).map(|it| it.is_told.get()).collect()
        };
        self.of.iter().map(of).collect()
    }

    /// Takes over what another run has told.
    pub fn take_over(&self, told: &[Vec<bool>]) {
        for (resource, told) in self.program.resources.iter().zip(told) {
            let both = self.all_on(resource).iter().zip(told);
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
pub(super) fn is_within(path: &str, around: &str) -> bool {
    path.strip_prefix(around).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}
