//! A recommendation while it is made.

use super::answer::{Choice, SizingDiagnostic};
use super::request::Workload;
use crate::catalogue::Catalogue;
use crate::catalogue::rows::{List, Text};
use crate::diagnostic::FixValue;

/// A plan while it is made.
pub(super) struct Draft<'a> {
    pub workload: &'a Workload,
    pub catalogue: &'a Catalogue,
    pub choices: Vec<Choice>,
    pub diagnostics: Vec<SizingDiagnostic>,
}

impl Draft<'_> {
    pub fn choose(&mut self, property: &'static str, value: impl Into<FixValue>, reason: String, source: &List<Text>) {
        let source = source.iter().map(ToString::to_string).collect();
        self.choices.push(Choice { property, value: value.into(), reason, source });
    }

    pub fn lacks(&mut self, key: &str, message: String, help: impl Into<String>) {
        self.diagnostics.push(SizingDiagnostic { path: format!("workload.{key}"), message, help: help.into() });
    }
}
