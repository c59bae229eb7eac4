//! `serverVersionTag` must be a full version with a patch number.
//!
//! ## Why
//! An upgrade needs a specific patch of a line. A line alone does not name one, and is rejected by the service when the
//! cluster is updated.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "26.0", "serverVersionTag": "26.0" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "26.0", "serverVersionTag": "26.0.1" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::faults::cluster::TagFault;
use crate::rules::prelude::*;

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::DOCS_OPS, source::ESC_CLI_MAIN])
    .on(&[FaultCheck::ClusterTag(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &TagFault<'a>) {
    let (tag, line) = match fault {
        TagFault::NoEffect => return,
        TagFault::NotAPatch(tag, line) => (tag, line),
        TagFault::Blank => {
            let finding = Finding::at(db.resource, cluster::SERVER_VERSION_TAG, "`serverVersionTag` is blank");
            let help = "remove `serverVersionTag`; the cluster then stays at its current patch";
            cx.report(finding.help(help).remove(cluster::SERVER_VERSION_TAG));
            return;
        }
    };
    let finding = Finding::at(
        db.resource,
        cluster::SERVER_VERSION_TAG,
        format!("{} is not a full version; expected `YY.M.P`", quoted(tag)),
    );
    let form = line.map_or_else(|| "YY.M.P".to_string(), |line| format!("{line}.P"));
    cx.report(finding.help(format!(
        "use `{form}`, where P is the number of a patch that the service offers for this cluster, \
         or remove `serverVersionTag` to stay at the current patch"
    )));
}
