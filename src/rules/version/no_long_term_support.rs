//! The release line has long-term support.
//!
//! ## Why
//! A line with short-term support is supported until the next release, some months later. One with long-term support
//! is supported for two years.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "25.0" }, "options": { "now": "2025-04-01" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "24.10" }, "options": { "now": "2025-04-01" } }
//! ```

use crate::catalogue::rows::LineKind;
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::version::{is_out_of_support, recommended};
use crate::value::server_version::ServerVersion;

pub(super) const RULE: Rule = Rule::advice()
    .source(&[source::SERVER_DOCS_RELEASE_SCHEDULE_README])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(written) = cx.text(resource, cluster::SERVER_VERSION).known() else { return };
    let Some(line) = ServerVersion::parse_line(written) else { return };
    let Some(row) = cx.catalogue().server_line(line).filter(|row| row.offered && row.kind != LineKind::Lts) else {
        return;
    };
    if is_out_of_support(cx, line) {
        return;
    }
    let message = format!("version {} is {}", quoted(written), row.kind.described());
    let help = format!("write {}, unless you need what only `{line}` has", recommended(cx));
    cx.report(Finding::at(resource, cluster::SERVER_VERSION, message).help(help));
}
