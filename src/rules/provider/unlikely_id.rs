//! An id that is written as a string must have the shape of the service's ids.
//!
//! ## Why
//! All ids in the documentation have one shape. Any other string is probably a name, or left over from an example, and
//! the service rejects it during the deployment.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "networkId": "orders-network" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "networkId": "c2bq5k5o4t0gqrkt0040" } }
//! ```

use crate::model::kind::Property;
use crate::model::resource::Slot;
use crate::rules::prelude::*;
use crate::rules::readings::ids::{Literal, literal};

pub const RULE: Rule = Rule::advice(DetectedAt::Service)
    .confidence(Confidence::Medium)
    .source(&[source::DOCS_OPS, source::DOCS_OPS_BACKUPS])
    .any_resource(check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let mut ids: Vec<(PropertyPath<'a>, Option<&'static str>)> = Vec::new();
    resource.walk(&mut |path, property: &'static Property, _: &'a Slot| {
        if property.refers_to.is_some() || property.name == "organizationId" {
            ids.push((path, property.refers_to));
        }
    });
    for (path, kind) in ids {
        let id = literal(cx, resource, path, kind);
        // The name of a resource in the program is no unlikely id but none at all, where that has been reported.
        let is_reported = |id: &Literal<'_>| id.named.is_some() && cx.is_id_reported(resource, path);
        let Some(id) = id.filter(|id| !id.is_likely() && !is_reported(id)) else { continue };
        let shape = cx.catalogue().identifier_shape("kurrent-id");
        let (words, example) = shape.map_or(("", ""), |row| (row.shape.as_str(), row.example.as_str()));
        let message = format!("{} does not look like an id of the service", quoted(id.written));
        let help = format!("refer to the resource, or use an id of {words}, such as `{example}`");
        cx.report(Finding::at(resource, path, message).help(help));
    }
}
