//! What a rule is.

use serde::Serialize;

use super::context::Context;
use super::fault_check::FaultCheck;
use crate::catalogue::rows::Confidence;
use crate::diagnostic::{DetectedAt, Severity};
use crate::model::change::Step;
use crate::model::kind::KindId;
use crate::model::resource::Resource;
use crate::model::settings::Profile;
use crate::model::verdict::Refusal;

/// What the file of a rule says of it. Its code and name come from the registry, its title and page from the doc comment
/// of the file.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    severity: Severity,
    profile: Profile,
    confidence: Confidence,
    detected_at: DetectedAt,
    existing: ForExisting,
    source: &'static [&'static str],
    since: &'static str,
    kinds: &'static [KindId],
    pub(super) check: Check,
}

/// What a rule looks at, and how.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// Each resource of these kinds.
    Resource(&'static [KindId], for<'a> fn(&mut Context<'a>, &'a Resource)),
    /// Each resource of any modelled kind.
    AnyResource(for<'a> fn(&mut Context<'a>, &'a Resource)),
    /// All resources of these kinds together, and how they fit the rest of the program.
    Program(&'static [KindId], for<'a> fn(&mut Context<'a>)),
    /// The document itself.
    Document(for<'a> fn(&mut Context<'a>)),
    /// The faults of these readings.
    Fault(&'static [FaultCheck]),
    /// What the provider refuses of a resource of any kind, where no other rule says so.
    Refusal(for<'a> fn(&mut Context<'a>, &'a Resource, &Refusal<'a>)),
    /// The change of each resource of these kinds, from one program to another.
    Change(&'static [KindId], for<'a> fn(&mut Context<'a>, &'a Step<'a>)),
}

impl Rule {
    /// A rule whose breach makes the deployment fail or is certainly wrong.
    pub const fn error(detected_at: DetectedAt) -> Self {
        Self::new(Severity::Error, Profile::Default, detected_at)
    }

    /// A rule whose breach is likely wrong, risky, or right only in some environments.
    pub const fn warning(detected_at: DetectedAt) -> Self {
        Self::new(Severity::Warning, Profile::Default, detected_at)
    }

    /// A rule that gives advice, which has to be asked for.
    pub const fn advice(detected_at: DetectedAt) -> Self {
        Self::new(Severity::Info, Profile::Advice, detected_at)
    }

    const fn new(severity: Severity, profile: Profile, detected_at: DetectedAt) -> Self {
        Self {
            severity,
            profile,
            confidence: Confidence::High,
            detected_at,
            existing: match (severity, detected_at) {
                (Severity::Error, DetectedAt::Apply | DetectedAt::Service) => ForExisting::Warning,
                _ => ForExisting::Same,
            },
            source: &[],
            since: "0.1.0",
            kinds: &[],
            check: Check::Document(|_| ()),
        }
    }

    /// Off in the default profile.
    pub const fn strict(self) -> Self {
        Self { profile: Profile::Strict, ..self }
    }

    /// On in the default profile, although it only gives advice.
    pub const fn on_by_default(self) -> Self {
        Self { profile: Profile::Default, ..self }
    }

    /// Says nothing of what exists and stays as it is: it is about what can be created, or changed to. What the provider
    /// rejects in every preview is said all the same.
    pub const fn for_new_or_changed(self) -> Self {
        Self { existing: ForExisting::OffUnlessChanged, ..self }
    }

    /// Says nothing of what exists, changed or not: it is about creating.
    pub const fn for_new(self) -> Self {
        Self { existing: ForExisting::Off, ..self }
    }

    /// How sure the sources make us. Default: high.
    pub const fn confidence(self, confidence: Confidence) -> Self {
        Self { confidence, ..self }
    }

    /// Where the rule is read.
    pub const fn source(self, source: &'static [&'static str]) -> Self {
        Self { source, ..self }
    }

    /// Checks each resource of these kinds.
    pub const fn each_resource(
        self,
        kinds: &'static [KindId],
        check: for<'a> fn(&mut Context<'a>, &'a Resource),
    ) -> Self {
        Self { check: Check::Resource(kinds, check), ..self }
    }

    /// Looks at the faults of these readings. They are of one view, or [`Self::of`] says which kinds have them.
    pub const fn on(self, checks: &'static [FaultCheck]) -> Self {
        Self { check: Check::Fault(checks), ..self }
    }

    /// Says which kinds have the property, where these are not the kinds of the first view.
    pub const fn of(self, kinds: &'static [KindId]) -> Self {
        Self { kinds, ..self }
    }

    /// Checks each resource of any kind.
    pub const fn any_resource(self, check: for<'a> fn(&mut Context<'a>, &'a Resource)) -> Self {
        Self { check: Check::AnyResource(check), ..self }
    }

    /// Checks all resources of these kinds together, and how they fit the rest of the program.
    pub const fn program(self, kinds: &'static [KindId], check: for<'a> fn(&mut Context<'a>)) -> Self {
        Self { check: Check::Program(kinds, check), ..self }
    }

    /// Checks the document itself.
    pub const fn document(self, check: for<'a> fn(&mut Context<'a>)) -> Self {
        Self { check: Check::Document(check), ..self }
    }

    /// Says what the provider refuses where no other rule does.
    pub const fn refusals(self, check: for<'a> fn(&mut Context<'a>, &'a Resource, &Refusal<'a>)) -> Self {
        Self { check: Check::Refusal(check), ..self }
    }

    /// Checks the change of each resource of these kinds.
    pub const fn each_change(
        self,
        kinds: &'static [KindId],
        check: for<'a> fn(&mut Context<'a>, &'a Step<'a>),
    ) -> Self {
        Self { check: Check::Change(kinds, check), ..self }
    }

    /// Its facts, with what the registry and the file say.
    pub(super) const fn meta(
        &self,
        code: &'static str,
        name: &'static str,
        title: &'static str,
        category: &'static str,
    ) -> RuleMeta {
        RuleMeta {
            code,
            name,
            title,
            category,
            severity: self.severity,
            profile: self.profile,
            kinds: match self.check {
                Check::Resource(kinds, _) | Check::Program(kinds, _) | Check::Change(kinds, _) => kinds,
                Check::Fault(_) if !self.kinds.is_empty() => self.kinds,
                Check::Fault([check, ..]) => check.kinds(),
                Check::Fault([]) => &[],
                Check::AnyResource(_) | Check::Refusal(_) => &KindId::ALL,
                Check::Document(_) => &[],
            },
            subject: match self.check {
                Check::Change(..) => Subject::Change,
                _ => Subject::Program,
            },
            confidence: self.confidence,
            detected_at: self.detected_at,
            existing: self.existing,
            source: self.source,
            since: self.since,
        }
    }
}

/// What becomes of a breach by a resource that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ForExisting {
    /// It is what it is for a new one.
    Same,
    /// It is a warning while the resource stays as it is: the service has accepted it, and would not again.
    Warning,
    /// It is nothing while the resource stays as it is.
    OffUnlessChanged,
    /// It is nothing.
    Off,
}

/// A rule in the registry: its facts and its check.
#[derive(Clone, Copy, Debug)]
pub struct Registered {
    pub meta: &'static RuleMeta,
    pub check: Check,
}

/// The rules of one category, and what it is about.
#[derive(Debug)]
pub struct Category {
    /// The letters that its codes begin with.
    pub prefix: &'static str,
    /// What it is about.
    pub title: &'static str,
    /// The folder of its files in `src/rules`.
    pub folder: &'static str,
    /// The facts of its rules, by code.
    pub rules: &'static [&'static RuleMeta],
}

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "RuleSubject"))]
#[serde(rename_all = "camelCase")]
pub enum Subject {
    /// A program, or one resource of it.
    Program,
    /// The change from one program to another.
    Change,
}

/// The facts of a rule.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RuleMeta {
    /// Stable code; never reused, never renumbered.
    pub code: &'static str,
    /// The fault in a few words joined by hyphens, such as `host-bits-set`.
    pub name: &'static str,
    /// What must hold: one sentence without the final stop. It never depends on a value.
    pub title: &'static str,
    /// What its category is about, such as `Server version`.
    pub category: &'static str,
    /// How bad a breach is.
    pub severity: Severity,
    /// From which profile on it is checked.
    pub profile: Profile,
    /// What it is about: a program, or the change from one to another.
    pub subject: Subject,
    /// The kinds it looks at; none for the document.
    pub kinds: &'static [KindId],
    /// How sure the sources make us.
    pub confidence: Confidence,
    /// Where the mistake would surface without this check, at the earliest.
    pub detected_at: DetectedAt,
    /// What becomes of a breach by a resource that exists.
    pub existing: ForExisting,
    /// Where the rule is read.
    pub source: &'static [&'static str],
    /// The version of this package that has it first.
    pub since: &'static str,
}

/// A name with hyphens, from one with underscores. The compiler runs it.
#[expect(clippy::indexing_slicing, reason = "the compiler runs it and stops at a fault")]
pub(super) const fn kebab<const N: usize>(snake: &str) -> [u8; N] {
    let mut name = [0; N];
    let mut at = 0;
    while at < N {
        let letter = snake.as_bytes()[at];
        name[at] = if letter == b'_' { b'-' } else { letter };
        at += 1;
    }
    name
}

/// The length of the title in the text of a file. The compiler runs it.
pub(super) const fn title_length(file: &str) -> usize {
    read_title::<0>(file).1
}

/// The title: the first sentence of the file's doc comment, without its final stop. The compiler runs it.
pub(super) const fn title<const N: usize>(file: &str) -> [u8; N] {
    read_title(file).0
}

/// Reads the first paragraph of a doc comment: as much of it as there is room for, and how long it is.
#[expect(clippy::indexing_slicing, reason = "the compiler runs it and stops at a fault")]
const fn read_title<const N: usize>(file: &str) -> ([u8; N], usize) {
    let (file, mut title) = (file.as_bytes(), [0; N]);
    let (mut at, mut length) = (0, 0);
    loop {
        assert!(
            file[at] == b'/' && file[at + 1] == b'/' && file[at + 2] == b'!',
            "the file of a rule begins with a doc comment whose first paragraph is the title"
        );
        at += 3;
        if file[at] == b'\n' {
            break;
        }
        // The space behind `//!` stands for the end of the line before; there is none before the first.
        at += if length == 0 { 1 } else { 0 };
        while file[at] != b'\n' {
            if length < N {
                title[length] = file[at];
            }
            length += 1;
            at += 1;
        }
        at += 1;
    }
    assert!(file[at - 5] == b'.', "a title ends with a full stop");
    (title, length - 1)
}

/// Bytes that are text, as the compiler has made them.
#[expect(clippy::panic, reason = "the compiler runs it and stops at a fault")]
pub(super) const fn utf8(bytes: &'static [u8]) -> &'static str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => panic!("a title is text"),
    }
}
