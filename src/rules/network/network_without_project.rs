//! A network has a projectId.
//!
//! ## Why
//! Every network is in a project, for good: another project means another network. The provider takes an empty id and
//! only the service refuses it.
//! ## Example
//! ```json
//! { "kind": "Network", "args": { "projectId": "" } }
//! ```
//! ## Use instead
//! ```json
//! { "resources": [
//!     { "kind": "Project", "name": "orders" },
//!     { "kind": "Network", "name": "net", "args": { "projectId": { "ref": "orders" } } }
//! ] }
//! ```

use crate::model::{network, project};
use crate::rules::context::Field;
use crate::rules::prelude::*;

pub(super) const RULE: Rule = Rule::error()
    .detected_at(DetectedAt::Service)
    .source(&[source::PROVIDER_NETWORK, source::DOCS_NETWORKING])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let message = match cx.text(resource, network::PROJECT_ID) {
        Field::Missing => "the `projectId` is missing",
        Field::Known(text) if text.trim().is_empty() => "the `projectId` is empty",
        _ => return,
    };
    let mut projects = cx.program().of_kind(project::KIND.name);
    let help = match (projects.next(), projects.next()) {
        (Some(only), None) => format!(
            "refer to the project {}: its `id` in a program, its name as `ref` in a document",
            quoted(&only.name)
        ),
        _ => "give the id of the project: `projectId: project.id` in a program, `{\"ref\": NAME}` in a document"
            .to_string(),
    };
    cx.report(Finding::at(resource, network::PROJECT_ID, message).help(help));
}
