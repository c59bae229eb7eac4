//! What can happen to a resource and to its properties.

use serde::Serialize;

/// The main thing that happens to a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(rename = "ChangeAction"))]
#[serde(rename_all = "camelCase")]
pub enum Action {
    /// Nothing.
    None,
    /// It depends on values that are unknown.
    Undecided,
    /// It is created.
    Create,
    /// It is updated.
    Update,
    /// Its disks are changed.
    Disk,
    /// Its nodes get another instance type.
    Resize,
    /// Its server moves to another version, newer or older.
    Upgrade,
    /// It is deleted, and a new one is created.
    Replace,
    /// It is deleted.
    Delete,
    /// It exists already, and the program takes it over.
    Import,
    /// It is only read: the program does not manage it.
    Read,
    /// It lives on, and the program no longer manages it.
    Forget,
    /// The step cannot be carried out: the engine, the provider or the service rejects it.
    Refused,
}

/// What the change of a property does.
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
    /// The nodes get another instance type.
    Resize,
    /// The server moves to a newer version.
    Upgrade,
    /// The server moves to an older version.
    Downgrade,
    /// The resource is replaced because of it.
    Replace,
    /// The resource is replaced for another reason, and the new one has this value.
    Along,
    /// The change cannot be carried out.
    Refused,
}

/// What comes first when a resource is replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum ReplaceOrder {
    /// The old one is deleted, then the new one is created.
    DeleteFirst,
    /// The new one is created, then the old one is deleted.
    CreateFirst,
}

/// What happens if an unknown value turns out to change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(untagged)]
pub enum DeferredEffect {
    /// What the change of a property does.
    Property(Effect),
    /// What happens to the whole resource.
    Resource(Action),
}
