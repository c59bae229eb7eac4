//! `instanceType` must be one of the service's instance types, in any case.
//!
//! ## Why
//! The provider has a closed list of instance types and rejects any other value at preview. The list does not contain
//! the clouds' own names for machine types. Instance types that are newer than this catalogue can be added with the
//! option `catalogue.instanceTypes`.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "instanceType": "m5.large" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "instanceType": "M32" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::faults::cluster::ChoiceFault;
use crate::rules::prelude::*;
use crate::rules::shared::cluster as shared;

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::PROVIDER_PROVIDER, source::DOCS_OPS])
    .on(&[FaultCheck::ClusterInstanceType(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &ChoiceFault<'a>) {
    let finding = match *fault {
        ChoiceFault::Unknown(written) => shared::unknown(cx, db, &shared::INSTANCE_TYPE, written, &|_| true),
        ChoiceFault::Padded(written, exact) => shared::padded(db, cluster::INSTANCE_TYPE, written, exact),
        ChoiceFault::Case(..) => return,
    };
    cx.report(finding);
}
