//! `projectionLevel` must be one of the service's projection levels, in any case.
//!
//! ## Why
//! The list is closed, and the provider rejects any other value at preview.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "projectionLevel": "all" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "projectionLevel": "user" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::faults::cluster::ChoiceFault;
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::PROVIDER_PROVIDER, source::ESC_CLI_MESDB_SCHEMAS])
    .on(&[FaultCheck::ClusterProjectionLevel(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &ChoiceFault<'a>) {
    let finding = match *fault {
        ChoiceFault::Unknown(written) => shared::unknown(cx, db, &shared::PROJECTION_LEVEL, written, &|_| true),
        ChoiceFault::Padded(written, exact) => shared::padded(db, cluster::PROJECTION_LEVEL, written, exact),
        ChoiceFault::Case(..) => return,
    };
    cx.report(finding);
}
