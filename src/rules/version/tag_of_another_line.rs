//! `serverVersionTag` must be a patch of the release line in `serverVersion`.
//!
//! ## Why
//! The provider compares the two only when it updates a cluster, not when it creates one. If they differ, the update
//! fails, after other resources have already been changed.
//! ## Example
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "26.0", "serverVersionTag": "24.10.1" } }
//! ```
//! ## Use instead
//! ```json
//! { "kind": "ManagedCluster", "args": { "serverVersion": "26.0", "serverVersionTag": "26.0.1" } }
//! ```

use crate::model::managed_cluster as cluster;
use crate::rules::faults::cluster::Release;
use crate::rules::prelude::*;
use crate::rules::shared::version::is_taken;

pub const RULE: Rule = Rule::error(DetectedAt::Apply)
    .source(&[source::PROVIDER_MANAGED_CLUSTER])
    .each_resource(&[KindId::ManagedCluster], check);

fn check<'a>(cx: &mut Context<'a>, resource: &'a Resource) {
    let Some(db) = ManagedCluster::of(cx, resource) else { return };
    let Some(Release { written: tag, line: of_tag }) = db.tag(cx).value else { return };
    let Some(Release { written, line }) = db.version(cx).value.filter(|release| release.line != of_tag) else { return };
    let message = format!(
        "`serverVersionTag` is {}, a patch of `{of_tag}`, but `serverVersion` is {}",
        quoted(tag),
        quoted(written)
    );
    // A creation ignores the tag; what comes next is an update. The provider compares the two as texts.
    let stage = match (resource.existing.is_some(), tag.starts_with(written)) {
        (true, false) => DetectedAt::Apply,
        (true, true) => DetectedAt::Service,
        (false, _) => DetectedAt::Undetected,
    };
    let finding = Finding::at(resource, cluster::SERVER_VERSION_TAG, message).detected_at(stage);
    let stay = format!("to stay on `{line}`, use a patch of it or remove `serverVersionTag`");
    let is_of_use = (resource.existing.is_none() || of_tag > line)
        && cx.catalogue().offers_line(of_tag)
        && is_taken(cx.settings(), &of_tag.to_string());
    cx.report(match is_of_use {
        true => finding.suggest(cluster::SERVER_VERSION, [of_tag.to_string()], |listed| {
            format!("set `serverVersion` to the string {listed} to change to that line; {stay}")
        }),
        // The line of the tag is of no use for `serverVersion`; that of an existing cluster would go back to it.
        false => finding.help(format!("use a patch of `{line}`, or remove `serverVersionTag`")),
    });
}
