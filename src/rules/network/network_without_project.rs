//! A network must have a `projectId`.
//!
//! ## Why
//! Every network belongs to a project, which cannot be changed later: a new value replaces the network. The provider
//! accepts an empty id; only the service rejects it, when the network is created.
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

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::PROVIDER_NETWORK, source::DOCS_NETWORKING])
    .each_resource(&[KindId::Network], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let message = match cx.text(resource, network::PROJECT_ID) {
        Field::Missing => "`projectId` is required",
        Field::Known(text) if text.trim().is_empty() => "`projectId` is blank",
        _ => return,
    };
    let mut projects = cx.program().of_kind(project::KIND.name);
    let help = match (projects.next(), projects.next()) {
        (Some(only), None) => format!(
            "refer to the project {}: by its `id` in a program, by its name as `ref` in a document",
            quoted(&only.name)
        ),
        _ => "set the id of the project: `projectId: project.id` in a program, `{\"ref\": NAME}` in a document"
            .to_string(),
    };
    cx.report(Finding::at(resource, network::PROJECT_ID, message).help(help));
}
