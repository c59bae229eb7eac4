//! The id of a resource that the program creates must be a reference, not a literal.
//!
//! ## Why
//! Pulumi orders resources by their references. Without one, it may delete a network before the clusters in it, or an
//! access list that is still in use, and the service rejects that.
//! ## Example
//! ```json
//! { "partial": false, "resources": [
//!     { "kind": "Network", "name": "net" },
//!     { "kind": "Peering", "name": "apps", "args": { "networkId": { "ref": "net" } } },
//!     { "kind": "ManagedCluster", "name": "db", "args": { "networkId": "cu3hlaiirsdmuidcjffg" } },
//!     { "kind": "ScheduledBackup", "name": "nightly", "args": { "sourceClusterId": { "ref": "db" } } }
//! ] }
//! ```
//! ## Use instead
//! ```json
//! { "partial": false, "resources": [
//!     { "kind": "Network", "name": "net" },
//!     { "kind": "Peering", "name": "apps", "args": { "networkId": { "ref": "net" } } },
//!     { "kind": "ManagedCluster", "name": "db", "args": { "networkId": { "ref": "net" } } },
//!     { "kind": "ScheduledBackup", "name": "nightly", "args": { "sourceClusterId": { "ref": "db" } } }
//! ] }
//! ```

use crate::model::kind::Property;
use crate::model::resource::{Slot, State};
use crate::rules::prelude::*;
use crate::rules::readings::ids::literal;

pub const RULE: Rule =
    Rule::warning(DetectedAt::Service).source(&[source::DOCS_NETWORKING_PUBLIC_NETWORK]).any_resource(check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let program = cx.program();
    if !program.is_whole || resource.is_configuration() {
        return;
    }
    let mut literals: Vec<(PropertyPath<'a>, &'static str, &'static str)> = Vec::new();
    resource.walk(&mut |path, property: &'static Property, slot: &'a Slot| {
        let Some(kind) = property.refers_to else { return };
        let is_created = || program.of_kind(kind).any(|other| !other.is_read());
        if matches!(slot.state, State::Text(_)) && is_created() {
            literals.push((path, property.name, kind));
        }
    });
    for (path, name, kind) in literals {
        let id = literal(cx, resource, path, Some(kind));
        // A string that has been reported as no id is not a literal one either.
        let Some(id) = id.filter(|_| !cx.is_id_reported(resource, path)) else { continue };
        // An explicit order is as good as a reference.
        let is_ordered =
            resource.may_depend_on_more || resource.depends_on.iter().any(|name| program.find(kind, name).is_some());
        if is_ordered {
            continue;
        }
        let message = format!(
            "`{name}` is the literal id {}, although the program creates {}",
            quoted(id.written),
            with_article(kind)
        );
        let help = "use a reference so that Pulumi knows the order, or turn this rule off if the id belongs to a resource outside the program";
        cx.report(Finding::at(resource, path, message).help(help));
    }
}
