//! The release line is in support.
//!
//! ## Why
//! A line that is out of support gets no fixes any more, security ones included, and its clusters have to be upgraded
//! before long. The service may refuse to make new ones.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "25.0" }, "options": { "now": "2026-11-23" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "26.0" }, "options": { "now": "2026-11-23" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::version::{as_of, recommended, supported_until};
use crate::value::server_version::ServerVersion;

pub(super) const RULE: Rule = Rule::warning()
    .detected_at(DetectedAt::Service)
    .source(&[source::SERVER_DOCS_RELEASE_SCHEDULE_PREVIOUS_VERSIONS])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(written) = cx.text(resource, cluster::SERVER_VERSION).known() else { return };
    let Some(line) = ServerVersion::parse_line(written) else { return };
    let Some((row, last)) = supported_until(cx, line).filter(|(_, last)| *last < cx.settings().today) else { return };
    let message = format!("support of version {} ended on {last}{}", quoted(written), as_of(cx));
    let help = format!(
        "for a new cluster write {}; one that exists needs an upgrade; \
         the release schedule gives the end of `{line}` as: {}",
        recommended(cx),
        row.support_note
    );
    cx.report(Finding::at(resource, cluster::SERVER_VERSION, message).help(help));
}
