//! What a plan of changes says.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::diagnostic::{Diagnostic, ResourceName, TargetFrom};
use crate::model::change::upgrade::UpgradeRoute;
use crate::model::change::{Action, DeferredEffect, Effect, ReplaceOrder};

/// What a change of a program does to what exists already.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ChangePlan {
    /// Whether no step is refused, no diagnostic is an error, and no database is lost that may not be.
    pub ok: bool,
    /// The databases that are lost, or may be, in one sentence; nothing where none is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub headline: Option<String>,
    /// What happens to each resource: those of the new program in its order, then those that are deleted.
    pub steps: Vec<ChangeStep>,
    /// How many more resources stay as they are: the engine counts them without listing them.
    pub unlisted: u32,
    /// Whether resources or operations may be missing: the engine has failed, its plan is not complete, or it reports an
    /// operation that is not known here.
    pub incomplete: bool,
    /// Whether a database may be lost, which depends on values that are unknown or on how the service has stored them.
    pub may_lose_database: bool,
    /// What to know before the change is deployed.
    pub diagnostics: Vec<Diagnostic>,
    /// What may change as well: it depends on values that are unknown.
    pub deferred: Vec<DeferredChange>,
    /// The provider package and version that deploys the change.
    pub target: String,
    /// Where that comes from.
    pub target_from: TargetFrom,
    /// What to know of its version: that it is not known and how it is judged, or the constraint that picked it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub target_note: Option<String>,
}

/// What happens to one resource.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ChangeStep {
    /// The resource.
    pub resource: ResourceName,
    /// The main thing that happens to it for certain.
    pub action: Action,
    /// The properties that change for certain, each with its effect.
    pub properties: Vec<ChangedProperty>,
    /// Whether clients can reach it during the change.
    pub downtime: Downtime,
    /// Whether data is lost for certain.
    pub data_loss: bool,
    /// Whether it may be, because the option `allowDataLoss` says so.
    #[serde(skip_serializing_if = "is_false")]
    #[cfg_attr(feature = "bindings", ts(optional, type = "boolean"))]
    pub data_loss_allowed: bool,
    /// Of a replacement: what comes first.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub order: Option<ReplaceOrder>,
    /// Why it happens, one sentence each.
    pub reasons: Vec<String>,
    /// The replaced or deleted resources that it refers to: the change comes from them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "bindings", ts(optional, as = "Option<Vec<ResourceName>>"))]
    pub cascade: Vec<ResourceName>,
    /// Of an upgrade: the documented route to the new release line, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub route: Option<UpgradeRoute>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

/// A property that changes for certain.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ChangedProperty {
    /// Its path in the args.
    pub path: String,
    /// What the change does.
    pub effect: Effect,
    /// The value before, unless there is none or it must not be shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub from: Option<ShownValue>,
    /// The value after, unless there is none or it must not be shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub to: Option<ShownValue>,
}

/// A value that is not a secret.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(untagged))]
pub enum ShownValue {
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// `true` or `false`.
    Boolean(bool),
    /// The id of a resource of the program, by that resource's name.
    Reference {
        /// The name.
        r#ref: String,
    },
    /// Several.
    List(Vec<Self>),
    /// An object.
    Object(BTreeMap<String, Self>),
}

impl Serialize for ShownValue {
    #[expect(clippy::cast_possible_truncation, reason = "whole numbers of this size are exact")]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
                serializer.serialize_i64(*number as i64)
            }
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Boolean(boolean) => serializer.serialize_bool(*boolean),
            Self::Reference { r#ref } => serializer.collect_map([("ref", r#ref)]),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(entries) => serializer.collect_map(entries),
        }
    }
}

/// Whether clients can reach a resource during the change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Downtime {
    /// Always.
    None,
    /// Always: one node after the other restarts, and clients reconnect.
    Rolling,
    /// Not until it has restarted, or until its replacement is there.
    Restart,
    /// It depends on values that are unknown.
    Undecided,
}

/// A change that may happen: it depends on values that are unknown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct DeferredChange {
    /// The resource.
    pub resource: ResourceName,
    /// The path of the property; empty for the whole resource.
    pub path: String,
    /// What happens if it does.
    pub effect: DeferredEffect,
}
