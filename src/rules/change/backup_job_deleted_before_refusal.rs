//! A backup job must not be deleted before its cluster is refused.
//!
//! ## Why
//! An engine deletes what depends on a cluster before it asks the service to delete the cluster. If the service refuses,
//! because the cluster is protected, the job is gone already: the cluster has no scheduled backups until a later deployment
//! succeeds.
//! ## Example
//! ```json
//! {
//!   "before": {
//!     "resources": [
//!       { "kind": "ManagedCluster", "name": "db", "args": { "protected": true, "topology": "single-node" } },
//!       { "kind": "ScheduledBackup", "name": "daily", "args": { "sourceClusterId": { "ref": "db" } } }
//!     ]
//!   },
//!   "after": {
//!     "resources": [
//!       { "kind": "ManagedCluster", "name": "db", "args": { "protected": true, "topology": "three-node-multi-zone" } },
//!       { "kind": "ScheduledBackup", "name": "daily", "args": { "sourceClusterId": { "ref": "db" } } }
//!     ]
//!   }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": {
//!     "resources": [
//!       { "kind": "ManagedCluster", "name": "db", "args": { "protected": true, "topology": "single-node" } },
//!       { "kind": "ScheduledBackup", "name": "daily", "args": { "sourceClusterId": { "ref": "db" } } }
//!     ]
//!   },
//!   "after": {
//!     "resources": [
//!       { "kind": "ManagedCluster", "name": "db", "args": { "protected": true, "topology": "single-node" } },
//!       { "kind": "ScheduledBackup", "name": "daily", "args": { "sourceClusterId": { "ref": "db" } } }
//!     ]
//!   }
//! }
//! ```

use crate::model::change::Step;
use crate::rules::prelude::*;
use crate::value::spelling::quoted_value;

pub const RULE: Rule = Rule::warning(DetectedAt::Apply)
    .source(&[source::MEASURED_PULUMI, source::PROVIDER_CLIENT_CLUSTER_DELETE])
    .each_change(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    let refusing = cx.parent_steps(step).into_iter().find(|parent| parent.is_protected);
    let Some(cluster) = refusing.filter(|_| step.is_leaving) else { return };
    let name = quoted_value(&cluster.resource.name);
    let message = format!(
        "the backup job is deleted before the service refuses to delete {name}, which then has no scheduled backups until a later \
         deployment succeeds"
    );
    let help =
        format!("do not deploy this change; if it has been deployed, revert the change of {name} and deploy again");
    cx.report(Finding::on(step.resource, "", message).help(help).related(cluster.resource));
}
