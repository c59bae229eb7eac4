//! A backup job must follow its cluster when that is replaced.
//!
//! ## Why
//! A run that is limited to some resources, such as one with `--target-replace`, replaces the cluster and leaves the job as it
//! is: the job still refers to the deleted cluster, and the new one has no backups until the next full update.
//! ## Example
//! ```json
//! {
//!   "before": {
//!     "resources": [
//!       { "kind": "ManagedCluster", "name": "db" },
//!       { "kind": "ScheduledBackup", "name": "daily", "args": { "sourceClusterId": { "ref": "db" } } }
//!     ]
//!   },
//!   "after": {
//!     "resources": [
//!       { "kind": "ManagedCluster", "name": "db" },
//!       { "kind": "ScheduledBackup", "name": "daily", "args": { "sourceClusterId": { "ref": "db" } } }
//!     ]
//!   },
//!   "options": { "allowDataLoss": true },
//!   "engine": { "db": { "operations": ["replace"], "replaceReasons": ["id"] }, "daily": { "operations": ["same"] } }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": {
//!     "resources": [
//!       { "kind": "ManagedCluster", "name": "db" },
//!       { "kind": "ScheduledBackup", "name": "daily", "args": { "sourceClusterId": { "ref": "db" } } }
//!     ]
//!   },
//!   "after": {
//!     "resources": [
//!       { "kind": "ManagedCluster", "name": "db" },
//!       { "kind": "ScheduledBackup", "name": "daily", "args": { "sourceClusterId": { "ref": "db" } } }
//!     ]
//!   },
//!   "options": { "allowDataLoss": true },
//!   "engine": {
//!     "db": { "operations": ["replace"], "replaceReasons": ["id"] },
//!     "daily": { "operations": ["replace"], "replaceReasons": ["sourceClusterId"], "pendingReplacement": true }
//!   }
//! }
//! ```

use crate::model::change::{Action, Step};
use crate::rules::prelude::*;
use crate::value::spelling::quoted_value;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .source(&[source::MEASURED_PULUMI])
    .each_change(&[KindId::ScheduledBackup], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    let stays = step.engine.is_some() && step.action == Action::None;
    let Some(cluster) = cx.parent_steps(step).into_iter().find(|parent| parent.is_leaving && stays) else { return };
    let name = quoted_value(&cluster.resource.name);
    let message = format!(
        "the backup job still refers to the deleted cluster {name}, so no backup is created until the next full update"
    );
    let help = "update without a target, or add the backup job to the targets";
    cx.report(Finding::on(step.resource, "", message).help(help).related(cluster.resource));
}
