//! Judgement: what the facts mean for a program.
//!
//! One rule is one file: its facts, its check, and as its doc comment the page that users read. The page's example is
//! run and must break this rule and no other; what it advises instead is run and must break none. Adding a rule is
//! adding a file and its name in the family's list.

mod context;
#[cfg(not(target_arch = "wasm32"))]
pub mod not_checkable;
mod order;
#[cfg(not(target_arch = "wasm32"))]
pub mod page;
mod projects;
mod regions;
mod rule;
mod run;
mod target;
#[cfg(not(target_arch = "wasm32"))]
pub mod valid;

mod acl;
mod arg;
mod bak;
mod clu;
mod cw;
mod doc;
mod int;
mod net;
mod peer;
mod prj;
mod prv;
mod rep;
mod stack;
mod ver;

pub use rule::{Check, Rule, RuleMeta};
pub use run::{Built, build, build_if_needed, check, check_document};

/// The rules of one family, and what the family is about.
#[derive(Debug)]
pub struct Family {
    /// The letters that its codes begin with.
    pub prefix: &'static str,
    /// What it is about.
    pub title: &'static str,
    /// Its rules by code.
    pub rules: &'static [&'static Rule],
    /// The text of their files, in the same order.
    #[cfg(not(target_arch = "wasm32"))]
    pub files: &'static [&'static str],
}

/// All families, in the order in which a program is read.
pub static FAMILIES: [&Family; 14] = [
    &doc::FAMILY,
    &arg::FAMILY,
    &prv::FAMILY,
    &prj::FAMILY,
    &net::FAMILY,
    &acl::FAMILY,
    &peer::FAMILY,
    &clu::FAMILY,
    &ver::FAMILY,
    &rep::FAMILY,
    &bak::FAMILY,
    &int::FAMILY,
    &cw::FAMILY,
    &stack::FAMILY,
];

/// All rules.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().flat_map(|family| family.rules.iter().copied())
}

/// The codes of all rules.
#[must_use]
pub fn codes() -> Vec<&'static str> {
    all().map(|rule| rule.code).collect()
}

/// A rule by its code.
#[must_use]
pub fn by_code(code: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.code == code)
}

/// Lists the rules of a family. Their modules are declared beside it, where tools that read the sources find them.
macro_rules! family {
    ($prefix:literal, $title:literal, [$($rule:ident),+ $(,)?]) => {
        /// The rules of this family.
        pub static FAMILY: $crate::rules::Family = $crate::rules::Family {
            prefix: $prefix,
            title: $title,
            rules: &[$(&$rule::RULE),+],
            #[cfg(not(target_arch = "wasm32"))]
            files: &[$(include_str!(concat!(stringify!($rule), ".rs"))),+],
        };
    };
}
use family;

/// What every rule file needs.
mod prelude {
    pub(super) use super::context::{Context, Field, Finding, Identity};
    pub(super) use super::rule::{Check, Rule};
    pub(super) use crate::catalogue::rows::{Cloud, Confidence};
    pub(super) use crate::diagnostic::{CaughtToday, Severity};
    pub(super) use crate::model::kind::{KindId, PropertyId};
    pub(super) use crate::model::place::Place;
    pub(super) use crate::model::resource::Resource;
    pub(super) use crate::model::settings::Profile;
    pub(super) use crate::value::spelling::{nearest, one_of, quoted, with_article};
}
