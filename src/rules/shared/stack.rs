//! What several rules about whole programs need.

use std::collections::BTreeMap;

use crate::model::managed_cluster;
use crate::model::resource::State;
use crate::rules::prelude::*;

/// Whether it is a cluster that is protected from being deleted and replaced.
pub(in crate::rules) fn is_protected_cluster(resource: &Resource) -> bool {
    let slot = resource.slot(managed_cluster::PROTECTED).filter(|_| is_cluster(resource));
    slot.is_some_and(|slot| matches!(slot.state, State::Boolean(true)))
}

/// The resources of a kind by the resource that one of their ids refers to.
#[derive(Debug, Default)]
pub(in crate::rules) struct Users<'a> {
    /// By the name of the resource that is referred to.
    pub named: BTreeMap<&'a str, Vec<&'a Resource>>,
    /// Whether one of them refers to something outside the program, or is unknown: it may refer to any resource.
    pub has_other: bool,
}

/// The resources of a kind by the resource that their property `id` refers to.
pub(in crate::rules) fn users<'a>(cx: &mut Context<'a>, kind: &'static str, id: PropertyId) -> Users<'a> {
    let mut users = Users::default();
    for resource in cx.program().of_kind(kind) {
        match cx.identity(resource, id) {
            Some(Identity::Named(name)) => users.named.entry(name).or_default().push(resource),
            // What is only read refers to what is in the program by its name.
            Some(Identity::Id(_)) if resource.is_read() => {}
            _ => users.has_other = true,
        }
    }
    users
}

/// The resources of a kind in a whole program that no resource of another kind refers to with its property `id`. None
/// where that is not certain.
pub(in crate::rules) fn unused<'a>(
    cx: &mut Context<'a>,
    kind: &'static str,
    user: &'static str,
    id: PropertyId,
) -> Vec<&'a Resource> {
    let program = cx.program();
    if !program.is_whole || program.of_kind(kind).next().is_none() {
        return Vec::new();
    }
    let users = users(cx, user, id);
    if users.has_other {
        return Vec::new();
    }
    program.of_kind(kind).filter(|resource| !users.named.contains_key(resource.name.as_str())).collect()
}

/// Whether it is a cluster, which has data.
pub(in crate::rules) fn is_cluster(resource: &Resource) -> bool {
    resource.kind.is_some_and(|kind| kind.id == KindId::ManagedCluster)
}

/// A resource as the subject of a message: the Network `net`.
pub(in crate::rules) fn named(resource: &Resource) -> String {
    let kind = resource.kind.map_or_else(|| quoted(&resource.kind_name), |kind| kind.name.to_string());
    format!("the {kind} {}", quoted(&resource.name))
}
