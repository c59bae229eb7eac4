//! `serverVersion` should be a release line that is documented as available for new clusters.
//!
//! ## Why
//! The documentation lists only some lines, and only the service knows all that it creates clusters from. A line that
//! neither package documents may not exist or may be rejected by the service, which shows only during the deployment.
//! Once you know that the service accepts a line, add it to the option `catalogue.serverVersions`.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "26.1" } }
//! ```
//! ## Use instead
//! ```json
//! {
//!     "kind": "ManagedCluster",
//!     "args": { "serverVersion": "26.1" },
//!     "options": { "catalogue": { "serverVersions": ["26.1"] } }
//! }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::faults::cluster::{Release, Undocumented};
use crate::rules::prelude::*;
use crate::rules::shared::version as shared;

pub const RULE: Rule = Rule::warning(DetectedAt::Service)
    .for_new_or_changed()
    .confidence(Confidence::Medium)
    .source(&[
        source::KURRENT_PROVIDER_DOCS_MANAGED_CLUSTER,
        source::PROVIDER_DOCS_MANAGED_CLUSTER,
        source::ESC_CLI_MESDB_OPERATIONS,
    ])
    .on(&[FaultCheck::ClusterDocumented(check)]);

fn check<'a>(cx: &mut Context<'a>, db: ManagedCluster<'a>, fault: &Undocumented<'a>) {
    let Undocumented { release: Release { written, line }, row, whole } = *fault;
    let message = match row {
        Some(_) => format!("release line {} is not documented as available for new clusters", quoted(written)),
        None => format!("unknown release line {}", quoted(written)),
    };
    let whole = whole.filter(|whole| db.tag(cx).value.is_none_or(|tag| tag.line == *whole));
    let whole = whole.filter(|whole| shared::is_taken(cx.settings(), &whole.to_string()));
    let meant = whole.map_or(String::new(), |whole| format!("`{whole}` if that is what you mean, otherwise "));
    let mut finding = shared::finding(db.resource, message);
    if let Some(whole) = whole {
        finding = finding.suggest_also(cluster::SERVER_VERSION, whole.to_string());
    }
    let finding = shared::suggest_recommended(cx, finding, db, |recommended| {
        format!(
            "use {meant}{recommended}; if the service accepts `{line}`, add it to the option \
             `catalogue: {{ serverVersions: [\"{line}\"] }}`"
        )
    });
    cx.report(finding);
}
