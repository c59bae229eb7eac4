//! Whether two resources are in one project, for several categories.

use std::collections::BTreeMap;

use crate::model::project::KIND;
use crate::rules::prelude::*;
use crate::rules::readings::text::visible;
use crate::rules::shared::stack::named;

/// The property with the project of a resource, whatever its kind.
pub(in crate::rules) const PROJECT: &str = "projectId";

/// The finding for a resource whose project differs from that of a resource that it is linked to. None where the two
/// cannot be compared. `path` is the property with its project, or the one that refers to the other resource.
pub(in crate::rules) fn mismatch<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
    path: impl Into<PropertyPath<'a>>,
    other: &'a Resource,
) -> Option<Finding<'a>> {
    let (here, there) = (project(cx, resource)?, project(cx, other)?);
    // A name and an id may mean the same project; only two of the same sort can be compared. What is only read names what is
    // in the document, so that an id in it is that of another project.
    let differ = match (here, there) {
        (Identity::Named(a), Identity::Named(b)) | (Identity::Id(a), Identity::Id(b)) => a != b,
        (Identity::Named(here), Identity::Id(_)) => other.is_read() && cx.program().find(KIND.name, here).is_some(),
        (Identity::Id(_), Identity::Named(_)) => false,
    };
    if !differ {
        return None;
    }
    let message = format!(
        "{} is in the project {}, but {} is in {}",
        named(resource),
        quoted(here.text()),
        named(other),
        quoted(there.text())
    );
    let finding = Finding::at(resource, path, message).help(match other.is_read() {
        true => "refer to a resource of the same project, or change `projectId`",
        false => "set both to the same project",
    });
    Some(match property(other) {
        Some(id) => finding.related_at(other, id),
        None => finding.related(other),
    })
}

fn property(resource: &Resource) -> Option<PropertyId> {
    Some(resource.kind?.property(PROJECT)?.0)
}

fn project<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<Identity<'a>> {
    let id = property(resource)?;
    // What is reported to be no project is not compared with one.
    if cx.is_id_reported(resource, id.into()) {
        return None;
    }
    cx.identity(resource, id).filter(|project| !project.is_blank())
}

/// A resource with the name that another one of its kind has in the same project.
pub(in crate::rules) struct Namesake<'a> {
    pub resource: &'a Resource,
    pub name: &'a str,
    /// The first of the program with this name.
    pub first: &'a Resource,
}

/// The resources of a kind whose name another one before them has in the same project.
pub(in crate::rules) fn namesakes<'a>(
    cx: &mut Context<'a>,
    kind: &'static str,
    name: PropertyId,
    project: PropertyId,
) -> Vec<Namesake<'a>> {
    let (name_id, mut namesakes) = (name, Vec::new());
    let mut first_of: BTreeMap<(Identity<'_>, &str), &Resource> = BTreeMap::new();
    for resource in cx.program().of_kind(kind) {
        let Some(name) = visible(cx, resource, name_id) else { continue };
        let Some(project) = cx.identity(resource, project) else { continue };
        let first = *first_of.entry((project, name)).or_insert(resource);
        if first.index != resource.index {
            namesakes.push(Namesake { resource, name, first });
        }
    }
    namesakes
}
