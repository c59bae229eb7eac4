//! Judgement: what the facts mean for a program, and for a change of one.
//!
//! One rule is one file: its page, its facts and its check. The page's example is run and must break this rule and no
//! other; what it advises instead is run and must break none. [`registry`] lists the files.

mod acl;
mod args;
mod backup;
mod change;
mod cloudwatch;
mod cluster;
mod context;
mod context_change;
mod document;
mod finding;
mod integration;
mod network;
mod peering;
mod project;
mod provider;
mod registry;
mod replicaset;
mod rule;
mod run;
mod run_changes;
mod shared;
mod source;
mod stack;
mod version;

pub use registry::CATEGORIES;
pub use rule::{Category, RuleMeta, Subject};
pub use run::{Built, build, build_if_needed, check, check_document};
pub use run_changes::check_changes;

/// The facts of all rules.
pub fn all() -> impl Iterator<Item = &'static RuleMeta> {
    CATEGORIES.iter().flat_map(|category| category.rules.iter().copied())
}

/// The codes of all rules.
#[must_use]
pub fn codes() -> Vec<&'static str> {
    all().map(|rule| rule.code).collect()
}

/// The facts of a rule, by its code.
#[must_use]
pub fn by_code(code: &str) -> Option<&'static RuleMeta> {
    all().find(|rule| rule.code == code)
}

/// What every rule file needs.
mod prelude {
    pub(super) use super::context::{Context, Field, Identity};
    pub(super) use super::finding::Finding;
    pub(super) use super::rule::Rule;
    pub(super) use super::source;
    pub(super) use crate::catalogue::rows::{Cloud, Confidence};
    pub(super) use crate::diagnostic::DetectedAt;
    pub(super) use crate::model::kind::{KindId, PropertyId};
    pub(super) use crate::model::path::PropertyPath;
    pub(super) use crate::model::resource::Resource;
    pub(super) use crate::value::spelling::{grouped, nearest, one_of, quoted_value as quoted, with_article};
}
