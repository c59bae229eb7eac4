//! Whether two resources are in one project, for several families.

use crate::model::kind::PropertyId;
use crate::model::path::PropertyPath;
use crate::model::resource::Resource;
use crate::rules::context::{Context, Finding, Identity};
use crate::value::spelling::quoted_value as quoted;

/// The property that names the project of a resource, whatever its kind.
pub(in crate::rules) const PROJECT: &str = "projectId";

/// The problem of a resource whose project is another one than that of a resource it is linked to; `path` is where
/// the resource says its project or names the other. Nothing where the two cannot be compared.
pub(in crate::rules) fn mismatch<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
    place: impl Into<PropertyPath<'a>>,
    other: &'a Resource,
) -> Option<Finding<'a>> {
    let (here, there) = (project(cx, resource)?, project(cx, other)?);
    // A name and an id may mean the same project; only two of the same sort can be compared.
    let differ = match (here, there) {
        (Identity::Named(a), Identity::Named(b)) | (Identity::Id(a), Identity::Id(b)) => a != b,
        _ => false,
    };
    let message = format!(
        "is in the project {}, but the {} {} is in {}",
        quoted(here.text()),
        other.kind_name,
        quoted(&other.name),
        quoted(there.text())
    );
    let finding = || Finding::at(resource, place, message).help("put both into one project");
    differ.then(|| match property(other) {
        Some(id) => finding().related_at(other, id),
        None => finding().related(other),
    })
}

fn property(resource: &Resource) -> Option<PropertyId> {
    Some(resource.kind?.property(PROJECT)?.0)
}

fn project<'a>(cx: &mut Context<'a>, resource: &'a Resource) -> Option<Identity<'a>> {
    let id = property(resource)?;
    cx.identity(resource, id).filter(|project| !project.is_blank())
}
