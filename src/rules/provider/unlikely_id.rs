//! A literal id has the shape of an id.
//!
//! ## Why
//! All ids that the documentation shows have one shape. Another text is probably a name, or was left from an example.
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
use crate::value::identifier::is_kurrent_id;

pub(super) const RULE: Rule = Rule::advice()
    .confidence(Confidence::Medium)
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_OPS, source::DOCS_OPS_BACKUPS])
    .any_resource(check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let mut places: Vec<(PropertyPath<'a>, Option<&'static str>)> = Vec::new();
    resource.walk(&mut |place, property: &'static Property, _: &'a Slot| {
        if property.refers_to.is_some() || property.name == "organizationId" {
            places.push((place, property.refers_to));
        }
    });
    for (place, wanted) in places {
        let Some(written) = cx.text(resource, place).known().filter(|text| !text.trim().is_empty()) else { continue };
        // Blank text is another rule's, and so are names of the program: STACK001.
        let is_name = wanted.is_some_and(|kind| cx.program().find(kind, written.trim()).is_some());
        if is_kurrent_id(written) || is_name {
            continue;
        }
        let shape = cx.catalogue().identifier_shape("kurrent-id");
        let (words, example) = shape.map_or(("", ""), |row| (row.shape.as_str(), row.example.as_str()));
        let message = format!("{} does not look like an id of the service", quoted(written));
        let help = format!("give an id ({words}, such as `{example}`), or better refer to the resource");
        cx.report(Finding::at(resource, place, message).help(help));
    }
}
