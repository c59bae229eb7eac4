//! What an engine says that it does to a resource. It is never computed again from values: what stands here is the action.

use serde::Deserialize;

use super::action::{Action, ReplaceOrder};
use crate::diagnostic::{Position, ResourceName};
use crate::model::dialect::snake;
use crate::model::kind::{Kind, PropertyId};

/// What an engine says of one resource, in its own words.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct EngineStep {
    /// The resource, as the documents name it.
    pub resource: ResourceName,
    /// Its URN or address.
    pub id: String,
    /// What is done, in the engine's order: `create-replacement`, `replace`, `delete-replaced`, or `delete`, `create`.
    pub operations: Vec<String>,
    /// The properties that force the replacement, in the engine's spelling. Of a replacement that was asked for, Pulumi
    /// says `id`.
    pub replace_reasons: Option<Vec<String>>,
    /// The properties that differ, in the engine's spelling; nothing where it does not list them.
    pub differences: Option<Vec<String>>,
    /// Pulumi: the old one waits for its replacement, having been deleted first.
    pub pending_replacement: Option<bool>,
    /// Pulumi: it may not be deleted, neither before the change nor after it.
    pub protect: Option<bool>,
    /// Pulumi: it lives on when it is deleted from the stack.
    pub retain_on_delete: Option<bool>,
    /// Pulumi: it was marked to be replaced.
    pub taint: Option<bool>,
    /// Pulumi: its last operation has failed.
    pub failed_before: Option<bool>,
    /// Terraform: why it is replaced or deleted.
    pub action_reason: Option<String>,
    /// Terraform: the key of an old object that was left behind by a replacement.
    pub deposed: Option<String>,
    /// The id that it is imported by.
    pub import_id: Option<String>,
    /// Its URN or address before.
    pub moved_from: Option<String>,
    /// Where the program writes it.
    #[cfg_attr(feature = "bindings", ts(optional, type = "Location"))]
    pub location: Option<Place>,
}

/// A place in a source.
#[derive(Debug, Deserialize)]
#[serde(rename = "Place: end, via")]
pub struct Place {
    /// The file.
    pub file: String,
    /// Where in it.
    pub start: Position,
}

/// Operations of Pulumi that belong to a replacement.
const REPLACING: [&str; 6] =
    ["replace", "create-replacement", "delete-replaced", "import-replacement", "read-replacement", "discard-replaced"];
/// Creating, deleting and forgetting in one step is how Terraform replaces.
const CREATE: &str = "create";
const DELETE: &str = "delete";
const FORGET: &str = "forget";

impl EngineStep {
    /// The last part of its URN, which may have `::` in it; nothing for an address.
    #[must_use]
    pub fn logical_name(&self) -> Option<&str> {
        self.id.strip_prefix("urn:pulumi:")?.splitn(4, "::").nth(3)
    }

    /// Whether it is of the provider under its new name.
    #[must_use]
    pub fn is_of_renamed_provider(&self) -> bool {
        self.id.contains("kurrentcloud")
    }

    fn does(&self, operation: &str) -> bool {
        self.operations.iter().any(|other| other == operation)
    }

    /// Terraform creates and deletes within one change; a step of Pulumi is one of the two.
    fn creates_and(&self, operation: &str) -> bool {
        self.does(CREATE) && self.does(operation)
    }

    /// The main thing that happens, without what an update does in detail; nothing for a word that is not known, or where
    /// none is said.
    #[must_use]
    pub fn action(&self) -> Option<Action> {
        if self.operations.is_empty() {
            return None;
        }
        if self.is_replacing() {
            return Some(Action::Replace);
        }
        let is_imported = self.import_id.is_some();
        let last = self.operations.iter().rev().map(String::as_str).find(|operation| *operation != "refresh");
        Some(match last {
            Some("import") => Action::Import,
            // Pulumi's `same` keeps the id of an import that is done.
            Some("no-op") if is_imported => Action::Import,
            None | Some("same" | "no-op" | "remove-pending-replace") => Action::None,
            Some(CREATE) => Action::Create,
            Some("update") => Action::Update,
            Some(DELETE) if self.keeps_old() => Action::Forget,
            Some(DELETE) => Action::Delete,
            Some(FORGET | "read-discard") => Action::Forget,
            Some("read") => Action::Read,
            Some(_) => return None,
        })
    }

    fn is_replacing(&self) -> bool {
        self.operations.iter().any(|operation| REPLACING.contains(&operation.as_str()))
            || self.creates_and(DELETE)
            || self.creates_and(FORGET)
    }

    /// What comes first in a replacement.
    #[must_use]
    pub fn order(&self) -> ReplaceOrder {
        let place = |names: [&str; 2]| self.operations.iter().position(|other| names.contains(&other.as_str()));
        let (deleted, created) = (place(["delete-replaced", DELETE]), place(["create-replacement", CREATE]));
        let is_deleted_first = match (deleted, created) {
            (Some(deleted), Some(created)) => deleted < created,
            _ => self.pending_replacement == Some(true),
        };
        if is_deleted_first { ReplaceOrder::DeleteFirst } else { ReplaceOrder::CreateFirst }
    }

    /// Whether the old one lives on, outside of the program.
    #[must_use]
    pub fn keeps_old(&self) -> bool {
        self.retain_on_delete == Some(true) || self.does(FORGET)
    }

    /// Whether the engine itself will not do it.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.protect == Some(true) && matches!(self.action(), Some(Action::Replace | Action::Delete))
    }

    /// Why it is done although no property of the program demands it.
    #[must_use]
    pub fn cause(&self) -> Option<Cause> {
        if self.taint == Some(true) {
            return Some(Cause::Tainted);
        }
        if let Some(reason) = &self.action_reason {
            return Some(match reason.as_str() {
                "replace_because_tainted" => Cause::Tainted,
                "replace_by_request" => Cause::Requested,
                "replace_by_triggers" => Cause::Triggered,
                "delete_because_count_index" => Cause::CountIndex,
                "delete_because_each_key" => Cause::EachKey,
                "delete_because_wrong_repetition" => Cause::Repetition,
                "delete_because_no_module" => Cause::NoModule,
                "delete_because_no_move_target" => Cause::NoMoveTarget,
                _ => return None,
            });
        }
        let reasons = self.replace_reasons.as_deref().unwrap_or_default();
        (reasons == ["id"]).then_some(Cause::Requested)
    }

    /// The properties that force a replacement, in the order of the kind's table.
    #[must_use]
    pub fn replacing(&self, kind: &Kind) -> Vec<PropertyId> {
        named(kind, self.replace_reasons.as_deref().unwrap_or_default())
    }

    /// The properties that differ, where the engine lists them.
    #[must_use]
    pub fn differing(&self, kind: &Kind) -> Option<Vec<PropertyId>> {
        self.differences.as_deref().map(|names| named(kind, names))
    }
}

/// The properties that have one of these names, in the spelling of any engine.
fn named(kind: &Kind, names: &[String]) -> Vec<PropertyId> {
    let is_it = |name: &str| names.iter().any(|other| other == name || *other == snake(name));
    let places = kind.properties.iter().enumerate().filter(|(_, property)| is_it(property.name));
    places.map(|(place, _)| PropertyId(place)).collect()
}

/// Why an engine replaces or deletes a resource although no property demands it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// It was marked to be replaced, by a person or after a failure.
    Tainted,
    /// The command or an option of the resource asks for it.
    Requested,
    /// Terraform: `replace_triggered_by` asks for it.
    Triggered,
    /// Terraform: `count` is smaller.
    CountIndex,
    /// Terraform: `for_each` lacks its key.
    EachKey,
    /// Terraform: `count` or `for_each` came or went.
    Repetition,
    /// Terraform: the module is no longer there.
    NoModule,
    /// Terraform: it was moved to where nothing is.
    NoMoveTarget,
}
