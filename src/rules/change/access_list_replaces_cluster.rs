//! A cluster must keep its access list.
//!
//! ## Why
//! The service can assign another access list to a cluster at any time. The provider does not: it replaces the cluster,
//! which is deleted with its data, and creates an empty one.
//! ## Example
//! ```json
//! {
//!   "before": {
//!     "kind": "ManagedCluster",
//!     "args": { "name": null, "publicAccess": true, "aclId": "c2bq5k5o4t0gqrkt0060" }
//!   },
//!   "after": {
//!     "kind": "ManagedCluster",
//!     "args": { "name": null, "publicAccess": true, "aclId": "c2bq5k5o4t0gqrkt0061" }
//!   }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.9.0/24", "comment": "office" }] } },
//!   "after": { "kind": "Acl", "args": { "cidrBlocks": [{ "address": "9.9.8.0/24", "comment": "office" }] } }
//! }
//! ```

use crate::model::change::{Effect, Step};
use crate::model::managed_cluster as cluster;
use crate::model::target::Engine;
use crate::rules::prelude::*;
use crate::rules::shared::change::is_unexpected_loss;

pub const RULE: Rule = Rule::error(DetectedAt::Preview)
    .source(&[source::PROVIDER_MANAGED_CLUSTER, source::DOCS_NETWORKING_PUBLIC_NETWORK, source::ESC_CLI_MESDB_SCHEMAS])
    .each_change(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    let Some(change) = cx.change(step, cluster::ACL_ID) else { return };
    if change.effect != Effect::Replace || !is_unexpected_loss(step) {
        return;
    }
    let parents = cx.parents(step);
    let message = "a change of `aclId` replaces the cluster: its data is deleted, and the new cluster is empty";
    let ignore = match cx.settings().target.engine {
        Engine::Pulumi => "set the resource option `ignoreChanges: [\"aclId\"]`",
        Engine::Terraform => "set `ignore_changes = [acl_id]` in the `lifecycle` block",
    };
    let help = format!(
        "edit the entries of the current access list; or assign the other list with \
         `esc mesdb clusters update --acl-id ...` and {ignore}"
    );
    cx.report(Finding::of_change(step, change, message).help(help).related_to_all(&parents));
}
