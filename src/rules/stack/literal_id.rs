//! What the program makes is referred to and not named by id.
//!
//! ## Why
//! Pulumi orders by references. Without one it may delete a network before the clusters in it, or an access list that
//! is still in use, and the service refuses that.
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

pub(super) const RULE: Rule = Rule::warning()
    .detected_at(DetectedAt::Service)
    .source(&[source::DOCS_NETWORKING_PUBLIC_NETWORK])
    .any_resource(check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let program = cx.program();
    if !program.is_whole || resource.is_configuration() {
        return;
    }
    let mut places: Vec<(PropertyPath<'a>, &'static str)> = Vec::new();
    resource.walk(&mut |place, property: &'static Property, slot: &'a Slot| {
        let Some(wanted) = property.refers_to else { return };
        if matches!(slot.state, State::Text(_)) && program.of_kind(wanted).next().is_some() {
            places.push((place, wanted));
        }
    });
    for (place, wanted) in places {
        let Some(written) = cx.text(resource, place).known() else { continue };
        // What is no id at all is STACK001's.
        if written.trim().is_empty() || written.contains(char::is_whitespace) || program.find(wanted, written).is_some()
        {
            continue;
        }
        // An order that is written out is as good as a reference.
        let is_ordered =
            resource.may_depend_on_more || resource.depends_on.iter().any(|name| program.find(wanted, name).is_some());
        if is_ordered {
            continue;
        }
        let message =
            format!("is the id {} as text, and the program makes {} of its own", quoted(written), with_article(wanted));
        let help = "refer to it, so that Pulumi knows the order; if this is another one that exists already, say so by switching this rule off";
        cx.report(Finding::at(resource, place, message).help(help));
    }
}
