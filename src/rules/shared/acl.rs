//! What several rules about access lists ask.

use std::collections::BTreeMap;

use crate::model::managed_cluster as cluster;
use crate::rules::context::Field;
use crate::rules::prelude::*;

/// The clusters that refer to each access list of the program, by its name, and whether these are all.
///
/// They are not when the `aclId` of a cluster is unknown, which may refer to any access list.
pub(in crate::rules) fn users<'a>(cx: &mut Context<'a>) -> (BTreeMap<&'a str, Vec<&'a Resource>>, bool) {
    let mut users: BTreeMap<&str, Vec<&Resource>> = BTreeMap::new();
    let mut is_complete = true;
    for db in cx.program().of_kind(cluster::KIND.name) {
        match ManagedCluster::of(cx, db).map(|view| view.access_list(cx)) {
            Some(Field::Known(Identity::Named(list))) => users.entry(list).or_default().push(db),
            Some(Field::Unknown) => is_complete = false,
            _ => {}
        }
    }
    (users, is_complete)
}
