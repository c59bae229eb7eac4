//! What a check says: diagnostics, what could not be checked yet, and the report around them.

use serde::{Deserialize, Serialize, Serializer};

use crate::catalogue::Added;

/// How bad a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Advice.
    Info,
    /// Likely wrong, risky, or right only in some environments.
    Warning,
    /// The deployment fails, or the result is certainly wrong or destructive.
    Error,
}

/// The severity of a rule, as options and reports have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "severity", rename_all = "lowercase")]
pub enum SeverityOption {
    /// The rule is off.
    Off,
    /// [`Severity::Info`]
    Info,
    /// [`Severity::Warning`]
    Warning,
    /// [`Severity::Error`]
    Error,
}

impl SeverityOption {
    /// The severity; nothing for a rule that is off.
    #[must_use]
    pub const fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Info => Some(Severity::Info),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

/// Where a mistake would surface without this package: the earliest of these, for the provider and the version of the target.
///
/// What the provider looks at only once it refuses nothing else of a resource counts as found later than in the next preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum DetectedAt {
    /// The TypeScript compiler.
    Compiler,
    /// `pulumi preview`, `terraform validate` or `terraform plan`.
    Preview,
    /// `pulumi up`, in the provider, before the service is asked.
    Apply,
    /// The service's API, during `pulumi up`.
    Service,
    /// Nothing reports it.
    Undetected,
}

/// A resource, as it is named in a report.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ResourceName {
    /// Its kind.
    pub kind: String,
    /// Its name in the program.
    pub name: String,
}

/// A value that a fix writes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(untagged))]
pub enum FixValue {
    /// Text.
    Text(String),
    /// An integer.
    Number(u32),
    /// `true` or `false`.
    Boolean(bool),
}

impl Serialize for FixValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_u32(*number),
            Self::Boolean(boolean) => serializer.serialize_bool(*boolean),
        }
    }
}

impl std::fmt::Display for FixValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => number.fmt(f),
            Self::Boolean(boolean) => boolean.fmt(f),
        }
    }
}

impl From<&str> for FixValue {
    fn from(text: &str) -> Self {
        Self::Text(text.to_string())
    }
}

impl From<String> for FixValue {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for FixValue {
    fn from(boolean: bool) -> Self {
        Self::Boolean(boolean)
    }
}

impl From<u32> for FixValue {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

/// One change of a fix. The edits of one fix belong together.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(untagged)]
pub enum Edit {
    /// Write this value.
    Set {
        /// The property.
        path: String,
        /// Its new value.
        value: FixValue,
    },
    /// Remove the property.
    Remove {
        /// The property.
        path: String,
        /// Always true; it tells the two forms apart.
        #[cfg_attr(feature = "bindings", ts(type = "true"))]
        remove: bool,
    },
}

/// A value that the help names.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Suggestion {
    /// The property that it is for.
    pub path: String,
    /// The value.
    pub value: FixValue,
}

/// A point in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Position {
    /// The line, counted from 1.
    pub line: u32,
    /// The column in UTF-16 units of the decoded text, counted from 1.
    pub column: u32,
    /// The offset in UTF-16 units of the decoded text, counted from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub offset: Option<u32>,
}

/// Where a value is edited: its own text where the source was read, else the outermost call in the program's own files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Location {
    /// The file.
    pub file: String,
    /// Where it begins.
    pub start: Position,
    /// Where it ends, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub end: Option<Position>,
    /// The other calls on the way to it, from the outermost inwards.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "bindings", ts(optional, as = "Option<Vec<Location>>"))]
    pub via: Vec<Self>,
}

impl Edit {
    /// The same edit at another path.
    #[must_use]
    pub fn moved(self, path_of: impl Fn(String) -> String) -> Self {
        match self {
            Self::Set { path, value } => Self::Set { path: path_of(path), value },
            Self::Remove { path, remove } => Self::Remove { path: path_of(path), remove },
        }
    }
}

/// Another resource or property that a diagnostic is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Related {
    /// The resource.
    pub resource: ResourceName,
    /// The property, or nothing for the whole resource.
    pub path: String,
}

/// What is reported about one resource or the document.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Diagnostic {
    /// The stable code of its rule.
    pub code: &'static str,
    /// The name of its rule in words.
    pub name: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The resource, or nothing when it is about the document itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub resource: Option<ResourceName>,
    /// The property in the resource's args, or the place in the document when there is no resource.
    pub path: String,
    /// What is wrong: one sentence, in lower case, without the final stop.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// The values that the help names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "bindings", ts(optional, as = "Option<Vec<Suggestion>>"))]
    pub suggestions: Vec<Suggestion>,
    /// Whether the message says less because a value is secret.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "bindings", ts(optional, as = "Option<bool>"))]
    pub redacted: bool,
    /// Where it is edited, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub location: Option<Location>,
    /// An edit that fixes it, where one can be named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "bindings", ts(optional, as = "Option<Vec<Edit>>"))]
    pub fix: Vec<Edit>,
    /// Other places that have to do with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "bindings", ts(optional, as = "Option<Vec<Related>>"))]
    pub related: Vec<Related>,
    /// Where the rule is read.
    pub source: &'static [&'static str],
    /// Where the mistake surfaces without this check.
    pub detected_at: DetectedAt,
}

/// A value that rules need and that is not known yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Deferred {
    /// The resource.
    pub resource: ResourceName,
    /// The property, or the place inside it.
    pub path: String,
    /// The rules that wait for it.
    pub codes: Vec<&'static str>,
}

/// How many of each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Counts {
    /// Resources that were looked at.
    pub resources: usize,
    /// Diagnostics that are errors.
    pub errors: usize,
    /// Diagnostics that are warnings.
    pub warnings: usize,
    /// Diagnostics that are advice.
    pub infos: usize,
    /// Values that are not known yet and that rules wait for.
    pub deferred: usize,
}

/// The age of the facts, and what the user added to them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CatalogueNote {
    /// ISO date of the newest source.
    pub as_of: &'static str,
    /// What the user added.
    pub additions: Vec<Added>,
}

/// Where the target of a report comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum TargetFrom {
    /// The option `target`.
    Options,
    /// `target` of the document.
    Document,
    /// The option `packageJson`.
    PackageJson,
    /// `packages` of the document.
    Packages,
    /// The type tokens of the document's resources.
    Resources,
    /// Nothing says it: the legacy package in its last version, which every registry has.
    #[default]
    Default,
}

/// A severity that the options change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ChangedSeverity {
    /// The rule.
    pub code: String,
    /// Its severity now: `off`, `info`, `warning` or `error`.
    #[cfg_attr(feature = "bindings", ts(as = "String"))]
    pub severity: SeverityOption,
}

/// The answer to a check.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Whether there is no error.
    pub ok: bool,
    /// The problems: those of the document first, then by resource, path and code.
    pub diagnostics: Vec<Diagnostic>,
    /// What could not be checked yet.
    pub deferred: Vec<Deferred>,
    /// How many of each.
    pub counts: Counts,
    /// The age of the facts.
    pub catalogue: CatalogueNote,
    /// The provider package and version that was checked for.
    pub target: String,
    /// Where that comes from.
    pub target_from: TargetFrom,
    /// What to know of its version: that it is not known and how it is judged, or the constraint that picked it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub target_note: Option<String>,
    /// From which profile on rules were on.
    pub profile: &'static str,
    /// The severities that the options change.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "bindings", ts(optional, as = "Option<Vec<ChangedSeverity>>"))]
    pub severities: Vec<ChangedSeverity>,
    /// The version of this package.
    pub version: &'static str,
}
