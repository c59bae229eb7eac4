//! What several rules about whole programs need.

use std::collections::BTreeMap;

use crate::rules::prelude::*;

/// The resources of a kind by the resource that one of their ids refers to.
#[derive(Debug, Default)]
pub(in crate::rules) struct Users<'a> {
    /// By the name of the resource that is referred to.
    pub named: BTreeMap<&'a str, Vec<&'a Resource>>,
    /// Whether one of them names what is not in the program, or is not known yet: it may be of any resource.
    pub has_other: bool,
}

/// The resources of a kind by the resource that their property `id` refers to.
pub(in crate::rules) fn users<'a>(cx: &mut Context<'a>, kind: &'static str, id: PropertyId) -> Users<'a> {
    let mut users = Users::default();
    for resource in cx.program().of_kind(kind) {
        match cx.identity(resource, id) {
            Some(Identity::Named(name)) => users.named.entry(name).or_default().push(resource),
            _ => users.has_other = true,
        }
    }
    users
}
