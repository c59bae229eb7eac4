//! ## What it checks
//! That the release line is in support on the day of the check: the day of the option `now`, else the catalogue's.
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

use super::shared::{as_of, recommended, supported_until};
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::value::server_version::ServerVersion;

pub(super) static RULE: Rule = Rule {
    code: "VER005",
    name: "version-out-of-support",
    title: "The release line is in support",
    severity: Severity::Warning,
    confidence: Confidence::High,
    profile: Profile::Default,
    caught_today: CaughtToday::Api,
    source: &["kurrent-io/KurrentDB:docs/server/release-schedule/previous-versions.md"],
    since: "0.1.0",
    check: Check::Resource(&[KindId::ManagedCluster], check),
};

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
