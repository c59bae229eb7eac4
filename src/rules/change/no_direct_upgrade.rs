//! A direct upgrade from the old to the new release line must be supported.
//!
//! ## Why
//! For each release line, the upgrade guide of the server lists the lines that can be upgraded to it directly. The
//! service rejects an upgrade from any other line during the deployment.
//! ## Example
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "serverVersion": "20.10", "serverVersionTag": "20.10.5" } },
//!   "after": { "kind": "ManagedCluster", "args": { "serverVersion": "24.10", "serverVersionTag": "24.10.4" } }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "serverVersion": "20.10", "serverVersionTag": "20.10.5" } },
//!   "after": { "kind": "ManagedCluster", "args": { "serverVersion": "22.10", "serverVersionTag": "22.10.4" } }
//! }
//! ```

use crate::catalogue::Catalogue;
use crate::model::change::Step;
use crate::model::change::upgrade::{is_direct, upgrade_path};
use crate::rules::prelude::*;
use crate::rules::shared::change::{steps_of, upgrade};
use crate::value::server_version::{Line, ServerVersion};

pub const RULE: Rule = Rule::error(DetectedAt::Service)
    .source(&[source::SERVER_DOCS_QUICK_START_UPGRADE_GUIDE])
    .each_change(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    let Some((change, from, to)) = upgrade(cx, step) else { return };
    if is_direct(from.line, to.line, cx.catalogue()) || is_newer_than_known(to.line, cx.catalogue()) {
        return;
    }
    let message = format!("a direct upgrade from `{}` to `{}` is not supported", from.line, to.line);
    let help = match upgrade_path(from.line, to.line, cx.catalogue()) {
        Some(route) => format!("upgrade in steps: {}", steps_of(&route.hops)),
        None => format!(
            "restore a backup into a new cluster of `{}`, or ask support: no upgrade in steps is documented either",
            to.line
        ),
    };
    cx.report(Finding::of_change(step, change, message).help(help));
}

/// Whether a line is newer than every line that upgrades are documented for: nothing is known about it.
fn is_newer_than_known(line: Line, catalogue: &Catalogue) -> bool {
    catalogue.upgrade_paths().filter_map(|row| ServerVersion::parse_line(row.to.as_str())).all(|known| known < line)
}
