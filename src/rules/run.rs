//! Running all rules over a program.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::ask::{Asks, ask_faults};
use super::context::Context;
use super::finding::{Parts, name_of};
use super::offer::{keep_taken, spare};
use super::registry::PROGRAM_RULES;
use super::rule::{Check, ForExisting, Registered};
use super::shared::args::misspelled_properties;
use super::surfacing::{Verdicts, is_within};
use super::views::Views;
use super::{all, codes};
use crate::collect;
use crate::diagnostic::{
    CatalogueNote, Counts, Deferred, DetectedAt, Diagnostic, Edit, Related, Report, Severity, SeverityOption,
    Suggestion,
};
use crate::model::completion;
use crate::model::dialect::Dialect;
use crate::model::kind::{KindId, PropertyId};
use crate::model::made_text::{MadeText, Origin};
use crate::model::path::PropertyPath;
use crate::model::program::Program;
use crate::model::raw::Raw;
use crate::model::request::InputError;
use crate::model::resource::Resource;
use crate::model::settings::Settings;

/// What a builder has to say about one call.
#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Built {
    /// The edits to the args: one spelling for values that have several, and documented defaults.
    pub edits: Vec<Edit>,
    /// The missing properties whose default depends on an unknown value.
    pub deferred_defaults: Vec<&'static str>,
    /// The check of the args with these edits.
    pub report: Report,
}

/// Checks a whole program, given as a document.
///
/// # Errors
/// Only for invalid options; anything wrong with the document is in the report.
pub fn check_document(document: &Raw, options: &Raw) -> Result<Report, InputError> {
    check_read(Program::of_document(document), options)
}

/// As [`check_document`], of a document that has been read.
///
/// # Errors
/// As [`check_document`].
pub fn check_read(mut program: Program, options: &Raw) -> Result<Report, InputError> {
    let mut settings = Settings::read(options, codes)?;
    settings.adopt_target(&program);
    program.configure(settings.target.provider.namespace(), &settings.catalogue);
    program.settle(&settings.target);
    Ok(check(&program, &settings))
}

/// Completes and checks the args of one builder call, which has been read.
///
/// # Errors
/// Only for options that cannot be used; anything wrong with the args is in the report.
pub fn build(program: Program, options: &Raw) -> Result<Built, InputError> {
    let call = Call::of(program, options)?;
    let report = check(&call.program, &call.settings);
    Ok(Built { edits: call.edits, deferred_defaults: call.deferred_defaults, report })
}

/// As [`build`], but `None` when there is nothing to edit and nothing to report.
///
/// # Errors
/// As [`build`].
pub fn build_if_needed(program: Program, options: &Raw) -> Result<Option<Built>, InputError> {
    let call = Call::of(program, options)?;
    let has_edits = !call.edits.is_empty() || !call.deferred_defaults.is_empty();
    if !has_edits && !has_findings(&call.program, &call.settings) {
        return Ok(None);
    }
    let report = check(&call.program, &call.settings);
    Ok(Some(Built { edits: call.edits, deferred_defaults: call.deferred_defaults, report }))
}

/// A builder call, its args completed.
struct Call {
    settings: Settings,
    program: Program,
    edits: Vec<Edit>,
    deferred_defaults: Vec<&'static str>,
}

impl Call {
    fn of(mut program: Program, options: &Raw) -> Result<Self, InputError> {
        let mut settings = Settings::read(options, codes)?;
        if let (Some(name), Some(resource)) = (settings.name.take(), program.resources.first_mut()) {
            resource.name = name;
        }
        settings.adopt(&mut program);
        let edits = completion::complete(&mut program, &settings.target, &settings.catalogue);
        let deferred_defaults = program.resources.iter().flat_map(completion::deferred_defaults).collect();
        Ok(Self { settings, program, edits, deferred_defaults })
    }
}

/// Runs every rule that is on.
#[must_use]
pub fn check(program: &Program, settings: &Settings) -> Report {
    Run::of(program, settings, &views(program), false).report()
}

/// Whether any rule that is on finds anything: stops at the first finding, and notes nothing on the way.
fn has_findings(program: &Program, settings: &Settings) -> bool {
    let views = views(program);
    let misspelled = misspelled(program, settings);
    let mut context = Context::glancing(program, settings, &views).with_misspelled(misspelled.clone());
    let mut glance = Glance { settings, has_found: false };
    for resource in &program.resources {
        ask_faults(&mut context, resource, &mut glance);
        if glance.has_found {
            return true;
        }
    }
    let is_on = |concern: &&Concern| severity(concern.rule, settings).is_some();
    let is_found = concerns(program).iter().filter(is_on).any(|concern| {
        ask_rule(*concern, &mut context, &mut |_| ());
        context.has_found()
    });
    is_found || Verdicts::of(program, settings, misspelled).has_untold()
}

/// The omitted properties of which the rule about unknown ones reports that their names are misspelled.
fn misspelled(program: &Program, settings: &Settings) -> Vec<(usize, PropertyId)> {
    let misspelled = misspelled_properties(program);
    let is_off = || all().any(|rule| rule.name == UNKNOWN_PROPERTY && is_off(rule.code, settings));
    if misspelled.is_empty() || is_off() { Vec::new() } else { misspelled }
}

/// The rules about texts that the program has made of something else.
const OUTPUT_IN_TEXT: &str = "output-in-text";
const TEXT_OF_NO_VALUE: &str = "text-of-no-value";

/// The paths of such texts, each with the index of its resource, as far as they are reported: whatever else is wrong with
/// them follows from that.
fn reported_texts(made: Vec<MadeText<'_>>, settings: &Settings) -> Vec<(usize, String)> {
    let reports = |text: &MadeText<'_>| {
        let name = if text.origin == Origin::Output { OUTPUT_IN_TEXT } else { TEXT_OF_NO_VALUE };
        all().any(|rule| rule.name == name && !is_off(rule.code, settings))
    };
    made.into_iter().filter(reports).map(|text| (text.resource.index, text.path.path(text.resource))).collect()
}

/// Asks about faults until one is reported.
struct Glance<'s> {
    settings: &'s Settings,
    has_found: bool,
}

impl<'a> Asks<'a> for Glance<'_> {
    fn is_on(&self, rule: &'static Registered) -> bool {
        severity(rule, self.settings).is_some()
    }

    fn is_done(&self) -> bool {
        self.has_found
    }

    fn take(&mut self, _: &'static Registered, context: &mut Context<'a>) -> bool {
        self.has_found |= context.has_found();
        self.has_found
    }
}

/// Where the properties of all resources are read once.
fn views(program: &Program) -> Vec<Views<'_>> {
    program.resources.iter().map(Views::of).collect()
}

/// A rule, and the kinds that it looks at: a bit each.
#[derive(Clone, Copy)]
struct Concern {
    rule: &'static Registered,
    kinds: u16,
}

/// The rules that apply to something in the program, errors first: what matters less steps aside for what has been reported.
fn concerns(program: &Program) -> Cow<'static, [Concern]> {
    // Builders very often ask about one resource, so the rules for its kind are collected once.
    static OF_ONE: [OnceLock<Vec<Concern>>; KindId::ALL.len()] = [const { OnceLock::new() }; KindId::ALL.len()];
    let is_concerned = |concern: &&Concern| {
        let is_for_all = matches!(concern.rule.check, Check::Document(_) | Check::AnyResource(_));
        is_for_all || program.has_any(concern.kinds)
    };
    let list = || all_concerns().iter().filter(is_concerned).copied().collect();
    match program.resources.as_slice() {
        [Resource { kind: Some(kind), .. }] if let Some(known) = OF_ONE.get(kind.id as usize) => {
            Cow::Borrowed(known.get_or_init(list).as_slice())
        }
        _ => Cow::Owned(list()),
    }
}

/// All rules but those about faults, which are asked by [`ask_faults`].
fn all_concerns() -> &'static [Concern] {
    static ALL: OnceLock<Vec<Concern>> = OnceLock::new();
    ALL.get_or_init(|| {
        let rules = PROGRAM_RULES.iter().flat_map(|rules| rules.iter());
        let rules = rules.filter(|rule| !matches!(rule.check, Check::Fault(_)));
        let kinds = |rule: &Registered| rule.meta.kinds.iter().fold(0, |kinds, kind| kinds | kind.bit());
        let concerns = rules.map(|rule| Concern { rule, kinds: kinds(rule) }).collect();
        collect::sorted_by(concerns, |a: &Concern, b: &Concern| b.rule.meta.severity.cmp(&a.rule.meta.severity))
    })
}

/// The severity of a rule under these options, or nothing when it is off.
pub(super) fn severity(rule: &Registered, settings: &Settings) -> Option<Severity> {
    // Nearly always no severity is set: then nothing is looked up for every rule.
    let chosen = if settings.severity.is_empty() { None } else { settings.severity.get(rule.meta.code) };
    match chosen {
        Some(chosen) => chosen.severity(),
        None => (rule.meta.profile <= settings.profile).then_some(rule.meta.severity),
    }
}

/// The rule about properties that no kind has, which is on in every profile.
const UNKNOWN_PROPERTY: &str = "unknown-property";

/// Whether the options turn a rule off.
fn is_off(code: &str, settings: &Settings) -> bool {
    settings.severity.get(code) == Some(&SeverityOption::Off)
}

/// An unknown value: the index of its resource, and its path in the args.
type UnknownValue<'a> = (usize, PropertyPath<'a>);

/// Runs a rule over what it looks at; whenever it has found, deferred or seen something secret, that is to be taken.
fn ask_rule<'a>(Concern { rule, kinds }: Concern, context: &mut Context<'a>, take: &mut dyn FnMut(&mut Context<'a>)) {
    let resources = &context.program().resources;
    let mut touched = |context: &mut Context<'a>| {
        if !context.is_untouched() {
            take(context);
        }
    };
    match rule.check {
        Check::Program(_, check) | Check::Document(check) => {
            check(context);
            touched(context);
        }
        // Only a plan has changes; the rules about faults have been asked, and what is refused is asked at the end.
        Check::Change(..) | Check::Fault(_) | Check::Refusal(_) => {}
        Check::AnyResource(check) => {
            for resource in resources.iter().filter(|resource| resource.kind.is_some() && !resource.is_read()) {
                check(context, resource);
                touched(context);
            }
        }
        Check::Resource(_, check) => {
            let is_concerned = |resource: &&Resource| resource.kind.is_some_and(|kind| kind.id.bit() & kinds != 0);
            let is_judged = |resource: &&Resource| resource.is_readable() && !resource.is_read();
            for resource in resources.iter().filter(is_concerned).filter(is_judged) {
                check(context, resource);
                touched(context);
            }
        }
    }
}

struct Run<'a> {
    program: &'a Program,
    settings: &'a Settings,
    verdicts: Verdicts<'a>,
    made_texts: Vec<(usize, String)>,
    /// Whether rules that are off are asked, too.
    ignores_off: bool,
    /// The diagnostics, each with the index of its resource.
    found: Vec<(Option<usize>, Diagnostic)>,
    /// The unknown values that rules read, each with the code of the rule.
    deferred: Vec<(UnknownValue<'a>, &'static str)>,
}

impl<'a> Run<'a> {
    fn of(program: &'a Program, settings: &'a Settings, views: &'a [Views<'a>], ignores_off: bool) -> Self {
        let misspelled = misspelled(program, settings);
        let verdicts = Verdicts::of(program, settings, misspelled.clone());
        let mut context = Context::new(program, settings, views).with_misspelled(misspelled);
        let made_texts = reported_texts(context.made_texts(), settings);
        let (found, deferred) = (Vec::new(), Vec::new());
        let mut run = Self { program, settings, verdicts, made_texts, ignores_off, found, deferred };
        for resource in program.resources.iter().filter(|resource| !resource.is_read()) {
            ask_faults(&mut context, resource, &mut run);
        }
        for concern in concerns(program).iter() {
            if let Some(severity) = run.severity(concern.rule) {
                ask_rule(*concern, &mut context, &mut |context| run.take(concern.rule, severity, context));
            }
        }
        // What is told of the rest shows when the rules that are off are asked as well; nobody reads what is reported then.
        if !ignores_off && run.verdicts.has_untold() {
            run.ask_refusals(&mut context);
        }
        run
    }

    /// The severity of a rule, or nothing when it is off and stays so.
    fn severity(&self, rule: &Registered) -> Option<Severity> {
        let is_off = is_off(rule.meta.code, self.settings);
        if self.ignores_off && is_off { Some(rule.meta.severity) } else { severity(rule, self.settings) }
    }

    /// Reports what the provider refuses although no rule says so, nor would if it were on.
    fn ask_refusals(&mut self, context: &mut Context<'a>) {
        if self.settings.severity.values().any(|severity| *severity == SeverityOption::Off) {
            let (program, settings) = (self.program, self.settings);
            self.verdicts.take_over(&Run::of(program, settings, &views(program), true).verdicts.told());
        }
        let rules = PROGRAM_RULES.iter().flat_map(|rules| rules.iter());
        let rules = rules.filter_map(|rule| match rule.check {
            Check::Refusal(check) => Some((rule, check, severity(rule, self.settings)?)),
            _ => None,
        });
        for (rule, check, severity) in rules {
            for resource in &self.program.resources {
                for verdict in self.verdicts.untold(resource) {
                    check(context, resource, &verdict.refusal);
                }
                self.take(rule, severity, context);
            }
        }
    }

    /// Takes what a rule has found and deferred out of the context.
    fn take(&mut self, rule: &'static Registered, severity: Severity, context: &mut Context<'a>) {
        let deferred = &mut self.deferred;
        let findings =
            context.finish(rule.meta.title, |resource, path| deferred.push(((resource.index, path), rule.meta.code)));
        for finding in findings {
            let mut finding = finding.parts();
            let stage = finding.detected_at.unwrap_or(rule.meta.detected_at);
            let (stage, judged, is_refused) = self.verdicts.settle(&finding, stage, rule.meta.severity);
            finding.detected_at = Some(stage);
            if !(is_refused || self.is_said_of(rule, stage, &finding)) || self.follows(rule, &finding) {
                continue;
            }
            let severity = match judged {
                _ if self.settings.severity.contains_key(rule.meta.code) => severity,
                _ if finding.is_warning => judged.min(Severity::Warning),
                Severity::Error if !is_refused && self.is_accepted(rule, stage, &finding) => Severity::Warning,
                judged => judged,
            };
            keep_taken(&mut finding, self.settings);
            spare(&mut finding, severity, &self.settings.target);
            self.found.push((
                finding.resource.map(|resource| resource.index),
                diagnostic(rule, severity, finding, self.settings.dialect),
            ));
        }
    }

    /// Whether a finding is about a text that was made of something else, and another rule says that.
    fn follows(&self, rule: &'static Registered, finding: &Parts<'_>) -> bool {
        let is_at = |(index, path): &(usize, String)| {
            finding.resource.is_some_and(|resource| resource.index == *index) && is_within(&finding.path, path)
        };
        ![OUTPUT_IN_TEXT, TEXT_OF_NO_VALUE].contains(&rule.meta.name) && self.made_texts.iter().any(is_at)
    }

    /// Whether a finding is said at the moment of what it is about: created, changed, or merely existing.
    fn is_said_of(&self, rule: &'static Registered, stage: DetectedAt, finding: &Parts<'_>) -> bool {
        match rule.meta.existing {
            ForExisting::Off => finding.resource.and_then(Resource::kept).is_none(),
            // What comes before the service is asked comes again with every preview.
            ForExisting::OffUnlessChanged => stage <= DetectedAt::Preview || !self.is_kept(rule, finding),
            ForExisting::Same | ForExisting::Warning => true,
        }
    }

    /// Whether the service has accepted what is an error of something new.
    fn is_accepted(&self, rule: &'static Registered, stage: DetectedAt, finding: &Parts<'_>) -> bool {
        matches!(rule.meta.existing, ForExisting::Same | ForExisting::Warning)
            && matches!(stage, DetectedAt::Apply | DetectedAt::Service)
            && self.is_kept(rule, finding)
    }

    /// Whether what a finding is about exists and stays: the property, or all resources that it names.
    fn is_kept(&self, rule: &'static Registered, finding: &Parts<'_>) -> bool {
        match rule.check {
            Check::Fault(_) => finding.resource.is_some_and(|resource| resource.keeps(&finding.path)),
            _ => {
                let mut about = finding.about.iter().filter_map(|index| self.program.resources.get(*index));
                finding.resource.is_some() && about.all(|resource| resource.keeps(""))
            }
        }
    }

    fn report(self) -> Report {
        let found = collect::sorted_by(self.found, |(a, left), (b, right)| {
            a.cmp(b).then_with(|| by_path(&left.path, &right.path)).then_with(|| left.code.cmp(right.code))
        });
        let diagnostics: Vec<Diagnostic> = found.into_iter().map(|(_, diagnostic)| diagnostic).collect();
        let deferred = deferred(self.program, self.deferred, self.settings.dialect);
        let count = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
        let counts = Counts {
            resources: self.program.resources.iter().filter(|one| !one.is_configuration() && !one.is_read()).count(),
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            infos: count(Severity::Info),
            deferred: deferred.len(),
        };
        Report {
            ok: counts.errors == 0,
            diagnostics,
            deferred,
            counts,
            catalogue: CatalogueNote {
                as_of: self.settings.catalogue.as_of(),
                additions: self.settings.catalogue.added(),
            },
            target: self.settings.target.to_string(),
            target_from: self.settings.target_from,
            target_note: self.settings.target.note(),
            profile: self.settings.profile.name(),
            severities: self.settings.changed_severities(),
            version: env!("CARGO_PKG_VERSION"),
        }
    }
}

impl<'a> Asks<'a> for Run<'a> {
    fn is_on(&self, rule: &'static Registered) -> bool {
        self.severity(rule).is_some()
    }

    fn take(&mut self, rule: &'static Registered, context: &mut Context<'a>) -> bool {
        let before = self.found.len();
        if let (false, Some(severity)) = (context.is_untouched(), self.severity(rule)) {
            self.take(rule, severity, context);
        }
        self.found.len() > before
    }
}

/// The order of two paths: part by part between the brackets, as strings, but indexes by number.
fn by_path(left: &str, right: &str) -> Ordering {
    fn parts(path: &str) -> impl Iterator<Item = (Option<u32>, &str)> {
        let index = |part: &str| part.split_once(']').and_then(|(index, _)| index.parse().ok());
        path.split('[').map(move |part| (index(part), part))
    }
    parts(left).cmp(parts(right))
}

/// The diagnostic of a finding, in the dialect of the input.
pub(super) fn diagnostic(rule: &Registered, severity: Severity, finding: Parts<'_>, dialect: Dialect) -> Diagnostic {
    let own = |path: String| path_in(dialect, finding.resource, path);
    let sentence = |text: String| dialect.sentence(&text);
    let related = finding.related.into_iter();
    let related = related.map(|(other, kind)| Related { path: dialect.path(kind, other.path), ..other }).collect();
    Diagnostic {
        code: rule.meta.code,
        name: rule.meta.name,
        severity,
        resource: finding.resource.map(name_of),
        path: own(finding.path),
        message: sentence(finding.message),
        help: sentence(finding.help),
        suggestions: finding.suggestions.into_iter().map(|s| Suggestion { path: own(s.path), ..s }).collect(),
        redacted: finding.redacted,
        location: None,
        fix: finding.fix.into_iter().map(|edit| edit.moved(own)).collect(),
        related,
        source: rule.meta.source,
        detected_at: finding.detected_at.unwrap_or(rule.meta.detected_at),
    }
}

/// A path in the args of a resource, or in the document where there is none or it is the configuration of the stack.
fn path_in(dialect: Dialect, resource: Option<&Resource>, path: String) -> String {
    match resource.filter(|resource| !resource.is_configuration()) {
        Some(resource) => dialect.path(resource.kind, path),
        None => dialect.document_path(path),
    }
}

fn deferred(program: &Program, values: Vec<(UnknownValue<'_>, &'static str)>, dialect: Dialect) -> Vec<Deferred> {
    let mut codes: BTreeMap<UnknownValue<'_>, BTreeSet<&'static str>> = BTreeMap::new();
    for (value, code) in values {
        codes.entry(value).or_default().insert(code);
    }
    codes
        .into_iter()
        .filter_map(|((index, path), codes)| {
            let resource = program.resources.get(index)?;
            Some(Deferred {
                resource: name_of(resource),
                path: path_in(dialect, Some(resource), path.path(resource)),
                codes: codes.into_iter().collect(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::model::resource::Notation;
    use crate::model::{network, project};

    /// The order is consistent for any three paths; otherwise sorting may do anything.
    #[test]
    fn any_three_paths_have_one_order() {
        let paths = ["a", "a.b", "a[1]", "a.a[0]", "a[\"x y\"]", "a[10].b", "a[1].b", "ab", "ab[0]"];
        for (a, b, c) in paths.iter().flat_map(|a| paths.iter().flat_map(move |b| paths.map(|c| (*a, *b, c)))) {
            assert_eq!(by_path(a, b), by_path(b, a).reverse(), "{a} {b}");
            if by_path(a, b).is_lt() && by_path(b, c).is_lt() {
                assert!(by_path(a, c).is_lt(), "{a} {b} {c}");
            }
        }
    }

    fn args(args: &serde_json::Value) -> Raw {
        serde_json::from_value(args.clone()).unwrap()
    }

    #[test]
    fn a_builder_reports_only_what_there_is_to_edit_or_report() {
        let whole = json!({
            "projectId": "c2bq5k5o4t0gqrkt0030", "name": "net", "resourceProvider": "aws", "region": "us-east-1",
            "cidrBlock": "10.20.0.0/16",
        });
        let built = |key: &str, value: serde_json::Value| {
            let mut whole = whole.clone();
            whole[key] = value;
            let built =
                build_if_needed(Program::of_args(&network::KIND, &args(&whole), Notation::Document), &Raw::Null);
            built
                .unwrap()
                .map(|built| (built.edits.len(), built.deferred_defaults.len(), built.report.diagnostics.len()))
        };
        assert_eq!(built("name", json!("net")), None);
        assert_eq!(built("resourceProvider", json!("AWS")), Some((1, 0, 0)));
        assert_eq!(built("cidrBlock", json!("8.8.0.0/16")), Some((0, 0, 1)));
    }

    #[test]
    fn a_builder_names_a_resource_as_its_args_do() {
        for (name, expected) in [(json!("orders"), "orders"), (json!(5), ""), (json!("x".repeat(100_000)), "")] {
            let project = json!({ "name": name, "nam": "other" });
            let call = Program::of_args(&project::KIND, &args(&project), Notation::Call);
            let report = build(call, &Raw::Null).unwrap().report;
            assert_eq!(report.diagnostics[0].resource.as_ref().unwrap().name, expected, "{name}");
        }
    }

    #[test]
    fn indexes_are_ordered_by_number() {
        let mut paths =
            ["resources[10].kind", "resources[2].name", "resources[2].kind", "packages[0]", "schema", "a[\"b\"]"];
        paths.sort_by(|a, b| by_path(a, b));
        assert_eq!(
            paths,
            ["a[\"b\"]", "packages[0]", "resources[2].kind", "resources[2].name", "resources[10].kind", "schema"]
        );
    }
}
