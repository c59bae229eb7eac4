//! Changes of the server's version.

use super::prelude::*;
use crate::catalogue::Catalogue;
use crate::catalogue::rows::MilestoneId;
use crate::planner::change::draft::Changed;
use crate::planner::change::upgrade::{Release, is_direct, upgrade_path};
use crate::value::server_version::{Line, ServerVersion};

pub(super) static PLAN008: PlanRule = PlanRule {
    code: "PLAN008",
    name: "upgrade-of-one-node",
    title: "A single node is restarted to get another version",
    severity: Severity::Warning,
    confidence: Confidence::High,
    profile: Profile::Default,
    detected_at: DetectedAt::Undetected,
    help: "choose a time in which clients can do without it; three nodes are changed one after the other",
    source: &["kurrent-io/documentation:docs/cloud/ops/README.md"],
    check: Check(upgrade_of_one_node),
};

fn upgrade_of_one_node(look: &Look<'_, '_>) -> Option<Finding> {
    let changed = tag(look)?;
    let message = "restarts the only node of the cluster";
    look.is_single().then(|| Finding::at(changed.path.clone(), message))
}

pub(super) static PLAN009: PlanRule = PlanRule {
    code: "PLAN009",
    name: "version-without-tag",
    title: "A change of `serverVersion` alone does nothing",
    severity: Severity::Warning,
    confidence: Confidence::High,
    profile: Profile::Default,
    detected_at: DetectedAt::Undetected,
    help: "set `serverVersionTag` to a full version of that line too",
    source: &["EventStore/terraform-provider-eventstorecloud:esc/resource_managed_cluster.go"],
    check: Check(version_without_tag),
};

fn version_without_tag(look: &Look<'_, '_>) -> Option<Finding> {
    let changed = look.changed(cluster::SERVER_VERSION).filter(|_| look.is(KindId::ManagedCluster))?;
    if changed.effect != Effect::NoEffect || look.draft().may_change(cluster::SERVER_VERSION_TAG) {
        return None;
    }
    let message = "only `serverVersionTag` upgrades a cluster: nothing happens, and the difference comes back";
    let finding = Finding::at(changed.path.clone(), message);
    let line = look.text_after(cluster::SERVER_VERSION).and_then(Release::parse);
    let before = look.text_before(cluster::SERVER_VERSION).and_then(Release::parse);
    let (Some(to), Some(from)) = (line, before) else { return Some(finding) };
    let help = match upgrade_path(from.line, to.line, look.catalogue()).filter(|route| route.hops.len() > 1) {
        Some(route) => format!("upgrade with `serverVersionTag`, step by step: {}", steps(&route.hops)),
        None => format!("set `serverVersionTag` to a full version of `{}` too", to.line),
    };
    Some(finding.help(help))
}

pub(super) static PLAN010: PlanRule = PlanRule {
    code: "PLAN010",
    name: "no-direct-upgrade",
    title: "Only some lines can be upgraded directly",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    detected_at: DetectedAt::Service,
    help: "upgrade over a line between the two",
    source: &["kurrent-io/KurrentDB:docs/server/quick-start/upgrade-guide.md"],
    check: Check(no_direct_upgrade),
};

fn no_direct_upgrade(look: &Look<'_, '_>) -> Option<Finding> {
    let changed = tag(look)?;
    let (from, to) = look.releases().filter(|_| changed.effect == Effect::Upgrade)?;
    let facts = look.catalogue();
    if is_direct(from.line, to.line, facts) || is_newer_than_known(to.line, facts) {
        return None;
    }
    let message = format!("no cluster goes from `{}` to `{}` in one step", from.line, to.line);
    let help = match upgrade_path(from.line, to.line, facts) {
        Some(route) => format!("deploy one step after the other: {}", steps(&route.hops)),
        None => format!("no way is documented; restore a backup into a new cluster of `{}`, or ask support", to.line),
    };
    Some(Finding::at(changed.path.clone(), message).help(help))
}

pub(super) static PLAN011: PlanRule = PlanRule {
    code: "PLAN011",
    name: "downgrade",
    title: "A cluster can go back to compatible versions only",
    severity: Severity::Warning,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    detected_at: DetectedAt::Service,
    help: "make sure first that the service offers this step back, and take a backup",
    source: &[
        "kurrent-io/documentation:docs/cloud/ops/README.md",
        "EventStore/esc:generated/src/mesdb/schemas.rs",
        "kurrent-io/KurrentDB:docs/server/quick-start/upgrade-guide.md",
    ],
    check: Check(downgrade),
};

fn downgrade(look: &Look<'_, '_>) -> Option<Finding> {
    let changed = tag(look)?;
    let (from, to) = look.releases().filter(|_| changed.effect == Effect::Downgrade)?;
    let (new, _) = look.catalogue().milestone(MilestoneId::NewCheckpoints)?;
    let (line, patch) = look.catalogue().milestone(MilestoneId::ReadsNewCheckpoints)?;
    let message = "goes back to an older version, which works only where the service lists it for this cluster";
    let reads = to.line > line || to.line == line && to.patch >= patch;
    let finding = Finding::at(changed.path.clone(), message);
    if from.line < new || reads {
        return Some(finding);
    }
    let patch = patch.unwrap_or_default();
    let help = format!(
        "make sure first that the service offers it, and take a backup; before `{line}.{patch}` the server cannot read \
         what persistent subscriptions write since `{new}`"
    );
    Some(finding.help(help))
}

pub(super) static PLAN012: PlanRule = PlanRule {
    code: "PLAN012",
    name: "no-way-back",
    title: "An upgrade keeps a way back when it starts from the right patch",
    severity: Severity::Info,
    confidence: Confidence::High,
    profile: Profile::Default,
    detected_at: DetectedAt::Undetected,
    help: "upgrade to the last patch of the line first",
    source: &["kurrent-io/KurrentDB:docs/server/quick-start/upgrade-guide.md"],
    check: Check(no_way_back),
};

fn no_way_back(look: &Look<'_, '_>) -> Option<Finding> {
    let changed = tag(look)?;
    let (from, to) = look.releases().filter(|_| changed.effect == Effect::Upgrade)?;
    let (new, _) = look.catalogue().milestone(MilestoneId::NewCheckpoints)?;
    let (line, patch) = look.catalogue().milestone(MilestoneId::ReadsNewCheckpoints)?;
    let (patch, now) = (patch?, from.patch?);
    if from.line != line || now >= patch || to.line < new {
        return None;
    }
    let message = format!("leaves `{line}.{now}`, which cannot read what persistent subscriptions write since `{new}`");
    let help = format!("upgrade to `{line}.{patch}` or a later patch first, so that there is a way back");
    Some(Finding::at(changed.path.clone(), message).help(help))
}

pub(super) static PLAN020: PlanRule = PlanRule {
    code: "PLAN020",
    name: "indexes-are-built",
    title: "Secondary indexes are built after an upgrade",
    severity: Severity::Warning,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    detected_at: DetectedAt::Undetected,
    help: "upgrade when there is little load, and look at the size and speed of the disk first",
    source: &["kurrent-io/KurrentDB:docs/server/quick-start/upgrade-guide.md"],
    check: Check(indexes_are_built),
};

fn indexes_are_built(look: &Look<'_, '_>) -> Option<Finding> {
    let changed = tag(look)?;
    let (from, to) = look.releases().filter(|_| changed.effect == Effect::Upgrade)?;
    let (line, _) = look.catalogue().milestone(MilestoneId::SecondaryIndexes)?;
    if from.line >= line || to.line < line {
        return None;
    }
    let message =
        format!("from `{line}` on the server builds secondary indexes, which takes the disk's time for a while");
    Some(Finding::at(changed.path.clone(), message))
}

/// The change of a cluster's version, where the service carries it out.
fn tag<'p, 'a>(look: &Look<'p, 'a>) -> Option<&'p Changed<'a>> {
    let changed = look.changed(cluster::SERVER_VERSION_TAG).filter(|_| look.is(KindId::ManagedCluster))?;
    matches!(changed.effect, Effect::Upgrade | Effect::Downgrade).then_some(changed)
}

/// Whether a line is newer than every line that upgrades are documented for: nothing can be said of it.
fn is_newer_than_known(line: Line, facts: &Catalogue) -> bool {
    facts.upgrade_paths().filter_map(|row| ServerVersion::parse_line(row.to.as_str())).all(|known| known < line)
}

/// The steps of a route as prose.
fn steps(hops: &[Line]) -> String {
    let hops: Vec<String> = hops.iter().map(|line| format!("to a version of `{line}`")).collect();
    hops.join(", then ")
}
