//! The release line is supported for some months to come.
//!
//! ## Why
//! A cluster of such a line needs an upgrade to another line soon after it was made.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "24.10" }, "options": { "now": "2026-09-01" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "26.0" }, "options": { "now": "2026-09-01" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::version::{as_of, recommended, supported_until};
use crate::value::server_version::ServerVersion;

/// Months of support that a version should have left: time to test an upgrade and to carry it out without haste.
const MONTHS_LEFT: u16 = 6;

pub(super) const RULE: Rule = Rule::warning()
    .confidence(Confidence::Medium)
    .source(&[
        source::SERVER_DOCS_RELEASE_SCHEDULE_PREVIOUS_VERSIONS,
        source::SERVER_DOCS_RELEASE_SCHEDULE_README_RELEASE_V24_10,
    ])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(written) = cx.text(resource, cluster::SERVER_VERSION).known() else { return };
    let Some(line) = ServerVersion::parse_line(written) else { return };
    let today = cx.settings().today;
    let soon = today..=today.plus_months(MONTHS_LEFT);
    let Some((row, last)) = supported_until(cx, line).filter(|(_, last)| soon.contains(last)) else { return };
    let message =
        format!("support of version {} ends on {last}, within {MONTHS_LEFT} months{}", quoted(written), as_of(cx));
    let help = format!(
        "for a new cluster write {}; plan an upgrade of one that exists; \
         the release schedule gives the end of `{line}` as: {}",
        recommended(cx),
        row.support_note
    );
    cx.report(Finding::at(resource, cluster::SERVER_VERSION, message).help(help));
}
