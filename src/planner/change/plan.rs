//! What a plan of changes says.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use super::upgrade::UpgradeRoute;
use crate::diagnostic::{Diagnostic, ResourceName, TargetFrom};

/// What a change of a program does to what exists already.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ChangePlan {
    /// Whether no step is refused and no diagnostic is an error.
    pub ok: bool,
    /// What happens to each resource: those of the new program in its order, then those that are deleted.
    pub steps: Vec<Step>,
    /// What to think of first.
    pub diagnostics: Vec<Diagnostic>,
    /// What may change as well, but depends on values that are not known yet.
    pub deferred: Vec<DeferredChange>,
    /// The provider package and version that carries out the change.
    pub target: String,
    /// Where that comes from.
    pub target_from: TargetFrom,
}

/// What happens to one resource.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "ChangeStep"))]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// The resource.
    pub resource: ResourceName,
    /// The most that happens to it for certain.
    pub action: Action,
    /// The properties that change for certain, and what that does.
    pub properties: Vec<ChangedProperty>,
    /// Whether clients can reach it meanwhile.
    pub downtime: Downtime,
    /// Whether data is lost for certain.
    pub data_loss: bool,
    /// Of a replacement: what comes first.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub order: Option<ReplaceOrder>,
    /// Why, in words.
    pub because: Vec<String>,
    /// The resources that it refers to and that are replaced or deleted: the change comes from them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "bindings", ts(optional, as = "Option<Vec<ResourceName>>"))]
    pub cascade: Vec<ResourceName>,
    /// Of an upgrade: the documented way to the new release line, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub route: Option<UpgradeRoute>,
}

/// The most that happens to a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "ChangeAction"))]
#[serde(rename_all = "camelCase")]
pub enum Action {
    /// Nothing.
    None,
    /// It depends on values that are not known yet.
    Undecided,
    /// It is made.
    Create,
    /// It takes new values.
    Update,
    /// Its disks are changed.
    Disk,
    /// Its nodes get another size.
    Resize,
    /// Its server moves to another version, up or down.
    Upgrade,
    /// It is deleted and made anew.
    Replace,
    /// It is deleted.
    Delete,
    /// It fails: provider or service refuse it.
    Refused,
}

/// What a changed property does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "ChangeEffect"))]
#[serde(rename_all = "camelCase")]
pub enum Effect {
    /// The resource stays and takes the new value.
    InPlace,
    /// Nothing.
    NoEffect,
    /// The disks are changed.
    Disk,
    /// The nodes get another size.
    Resize,
    /// The server moves to a newer version.
    Upgrade,
    /// The server moves to an older version.
    Downgrade,
    /// The resource is made anew because of it.
    Replace,
    /// The resource is made anew for another reason, with this value.
    Along,
    /// The change fails.
    Refused,
}

/// A property that changes for certain.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ChangedProperty {
    /// Its place in the args.
    pub path: String,
    /// What the change does.
    pub effect: Effect,
    /// The value before, where there was one that can be shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub from: Option<ShownValue>,
    /// The value after, where there is one that can be shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub to: Option<ShownValue>,
}

/// A value that is no secret.
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
    #[allow(clippy::cast_possible_truncation, reason = "whole numbers of this size are exact")]
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

/// Whether clients can reach a resource while it is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Downtime {
    /// They notice nothing.
    None,
    /// One node after the other; clients connect again.
    Rolling,
    /// They are cut off until it is back, or until what replaces it is there.
    Restart,
    /// It depends on values that are not known yet.
    Undecided,
}

/// What comes first in a replacement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ReplaceOrder {
    /// The old one is deleted, then the new one is made.
    DeleteFirst,
    /// The new one is made, then the old one is deleted.
    CreateFirst,
}

/// A change that may happen: the values that decide it are not known yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct DeferredChange {
    /// The resource.
    pub resource: ResourceName,
    /// The property, or nothing for the whole resource.
    pub path: String,
    /// What happens if it changes.
    pub effect: DeferredEffect,
}

/// What happens if a value turns out to change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(untagged)]
pub enum DeferredEffect {
    /// What a changed property does.
    Property(Effect),
    /// What happens to the whole resource.
    Resource(Action),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_written_without_a_point() {
        for (number, expected) in [
            (0.0, "0"),
            (-3.0, "-3"),
            (4096.0, "4096"),
            (100.5, "100.5"),
            (-0.25, "-0.25"),
            (999_999_999_999_999.0, "999999999999999"),
            (1e15, "1000000000000000.0"),
            (1e300, "1e+300"),
        ] {
            assert_eq!(serde_json::to_string(&ShownValue::Number(number)).unwrap(), expected);
        }
    }
}
