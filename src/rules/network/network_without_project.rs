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
use crate::rules::faults::text::Absent;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::PROVIDER_NETWORK, source::DOCS_NETWORKING])
    .on(&[FaultCheck::NetworkProject(check)]);

fn check<'a>(cx: &mut Context<'a>, net: Network<'a>, fault: &Absent) {
    let message = match fault {
        Absent::Missing => "`projectId` is required",
        Absent::Blank => "`projectId` is blank",
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
    cx.report(Finding::at(net.resource, network::PROJECT_ID, message).help(help));
}
