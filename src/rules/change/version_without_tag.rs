//! `serverVersionTag` must change together with `serverVersion`.
//!
//! ## Why
//! The provider upgrades a cluster only when `serverVersionTag` changes. A change of `serverVersion` alone has no
//! effect, and every later deployment shows the same change again.
//! ## Example
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "serverVersion": "26.0" } },
//!   "after": { "kind": "ManagedCluster", "args": { "serverVersion": "26.1" } }
//! }
//! ```
//! ## Use instead
//! ```json
//! {
//!   "before": { "kind": "ManagedCluster", "args": { "serverVersion": "26.0" } },
//!   "after": { "kind": "ManagedCluster", "args": { "serverVersion": "26.1", "serverVersionTag": "26.1.0" } }
//! }
//! ```

use crate::model::change::upgrade::{Release, upgrade_path};
use crate::model::change::{Effect, Step};
use crate::model::managed_cluster as cluster;
use crate::rules::prelude::*;
use crate::rules::shared::change::steps_of;

pub const RULE: Rule = Rule::warning(DetectedAt::Undetected)
    .source(&[source::PROVIDER_MANAGED_CLUSTER])
    .each_change(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, step: &'a Step<'a>) {
    let Some(change) = cx.change(step, cluster::SERVER_VERSION) else { return };
    if change.effect != Effect::NoEffect || step.may_change(cluster::SERVER_VERSION_TAG) {
        return;
    }
    let release =
        |cx: &mut Context<'a>, side: Option<&'a Resource>| Release::of(cx.state(side?, cluster::SERVER_VERSION)?);
    let (to, from) = (release(cx, step.after), release(cx, step.before));
    let help = match from.zip(to) {
        None => "set `serverVersionTag` to a full version of the new line".to_string(),
        // It was upgraded outside of the program.
        Some((from, to)) if from.line > to.line => format!("write `{}`, the line that the cluster has", from.line),
        Some((from, to)) => match upgrade_path(from.line, to.line, cx.catalogue()) {
            Some(route) if route.hops.len() > 1 => {
                format!("upgrade with `serverVersionTag` in steps: {}", steps_of(&route.hops))
            }
            _ => format!("set `serverVersionTag` to a full version of `{}`", to.line),
        },
    };
    let message = "`serverVersion` changes without `serverVersionTag`, so the cluster keeps its version, and \
                   every deployment shows the same change again";
    cx.report(Finding::of_change(step, change, message).help(help));
}
