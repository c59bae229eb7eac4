//! A replacement must be finished.
//!
//! ## Why
//! A replacement that deletes the old one first may fail before it creates the new one. Until a `pulumi up` succeeds there is
//! neither; after it a cluster exists again, without the data of the old one.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "name": "orders", "state": ["pendingReplacement"] }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "name": "orders" }
//! ```

use crate::model::standing::Standing;
use crate::rules::prelude::*;
use crate::rules::shared::stack::named;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected).source(&[source::MEASURED_PULUMI]).any_resource(check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    if !resource.standings.contains(&Standing::PendingReplacement) {
        return;
    }
    let (consequence, help) = match resource.kind.map(|kind| kind.id) {
        Some(KindId::ManagedCluster) => (
            "the next `pulumi up` that succeeds creates an empty cluster",
            "finish the replacement with `pulumi up`; the data of the old cluster is left only in its backups",
        ),
        Some(KindId::ScheduledBackup) => {
            ("it takes no backups until a `pulumi up` succeeds", "finish the replacement with `pulumi up`")
        }
        _ => ("the next `pulumi up` that succeeds creates it", "finish the replacement with `pulumi up`"),
    };
    let message = format!(
        "{} was deleted to be replaced, and its replacement does not exist yet; {consequence}",
        named(resource)
    );
    cx.report(Finding::on(resource, "", message).help(help));
}
