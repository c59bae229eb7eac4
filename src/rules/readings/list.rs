//! How any list is read.

use crate::model::kind::PropertyId;
use crate::model::path::PropertyPath;
use crate::model::resource::Resource;
use crate::rules::context::Context;
use crate::rules::faults::list::NoItems;
use crate::rules::reading::{Items, Reading};

/// The number of items of a list that must have one.
pub fn counted<'a>(cx: &mut Context<'a>, resource: &'a Resource, id: PropertyId) -> Reading<usize, NoItems> {
    match cx.items(resource, id).known().map(Iterator::count) {
        None => Reading::NOTHING,
        Some(0) => Reading::bad(NoItems),
        Some(count) => Reading::good(count),
    }
}

/// Each item of a list.
pub fn each<'a, T, F>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
    id: PropertyId,
    read: impl Fn(&mut Context<'a>, PropertyPath<'a>) -> Reading<T, F>,
) -> Items<T, F> {
    let Some(paths) = cx.items(resource, id).known() else { return Items::NOTHING };
    Items(paths.map(|path| read(cx, path)).collect())
}
