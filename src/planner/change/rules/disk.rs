//! Changes of disks.

use super::prelude::*;
use crate::catalogue::rows::Cloud;

pub(super) static PLAN005: PlanRule = PlanRule {
    code: "PLAN005",
    name: "disk-shrinks",
    title: "A disk cannot shrink",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    detected_at: DetectedAt::Apply,
    help: "keep the size; a backup needs a disk of the same size or a larger one too, so only moving the data to a new cluster helps",
    source: &[
        "EventStore/terraform-provider-eventstorecloud:esc/resource_managed_cluster.go",
        "kurrent-io/documentation:docs/cloud/ops/backups.md",
    ],
    check: Check(disk_shrinks),
};

fn disk_shrinks(look: &Look<'_, '_>) -> Option<Finding> {
    let changed = look.changed(cluster::DISK_SIZE).filter(|_| look.is(KindId::ManagedCluster))?;
    let (from, to) = look.numbers(cluster::DISK_SIZE).filter(|_| changed.effect == Effect::Refused)?;
    let message = format!("goes from {} to {} GB, and the provider refuses to shrink a disk", shown(from), shown(to));
    Some(Finding::at(changed.path.clone(), message))
}

pub(super) static PLAN006: PlanRule = PlanRule {
    code: "PLAN006",
    name: "disk-changes-are-few",
    title: "AWS takes few changes of one disk in a day",
    severity: Severity::Warning,
    confidence: Confidence::High,
    profile: Profile::Default,
    detected_at: DetectedAt::Service,
    help: "change size, type, IOPS and throughput of a disk together, and wait before the next change",
    source: &["kurrent-io/documentation:docs/cloud/ops/README.md", "general cloud knowledge (AWS ModifyVolume)"],
    check: Check(disk_changes_are_few),
};

fn disk_changes_are_few(look: &Look<'_, '_>) -> Option<Finding> {
    let path = disk_change(look)?;
    if cloud(look)? != Cloud::Aws {
        return None;
    }
    let hours = look.catalogue().limit(crate::catalogue::rows::LimitId::HoursBetweenDiskChanges)?.value?;
    let message = format!(
        "changes a disk on AWS, after which the documentation asks to wait {hours} hours before the next change"
    );
    Some(Finding::at(path, message))
}

pub(super) static PLAN017: PlanRule = PlanRule {
    code: "PLAN017",
    name: "old-disk-type-is-left",
    title: "A move to the disk type of today keeps the cluster",
    severity: Severity::Info,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    detected_at: DetectedAt::Undetected,
    help: "do it before the provider is upgraded, because newer ones no longer know the old type; give IOPS and throughput with it",
    source: &[
        "EventStore/terraform-provider-eventstorecloud:CHANGELOG.md",
        "kurrent-io/terraform-provider-kurrentcloud:CHANGELOG.md",
    ],
    check: Check(old_disk_type_is_left),
};

fn old_disk_type_is_left(look: &Look<'_, '_>) -> Option<Finding> {
    let changed = look.changed(cluster::DISK_TYPE).filter(|_| look.is(KindId::ManagedCluster))?;
    let old = look.catalogue().disk_type(look.text_before(cluster::DISK_TYPE)?.trim())?;
    let new = look.catalogue().disk_type(look.text_after(cluster::DISK_TYPE)?.trim())?;
    if changed.effect != Effect::Disk || old.replaced_by.as_ref()? != &new.id {
        return None;
    }
    let message =
        format!("goes from `{}` to `{}` while the cluster runs, and counts as a change of the disk", old.id, new.id);
    Some(Finding::at(changed.path.clone(), message))
}

pub(super) static PLAN018: PlanRule = PlanRule {
    code: "PLAN018",
    name: "azure-disk-grows",
    title: "Whether disks on Azure grow in place is told in two ways",
    severity: Severity::Info,
    confidence: Confidence::Medium,
    profile: Profile::Advice,
    detected_at: DetectedAt::Service,
    help: "expect it to work, and choose a time in which it may take longer",
    source: &[
        "kurrent-io/documentation:docs/cloud/automation/terraform.md",
        "kurrent-io/documentation issue #643",
        "kurrent-io/documentation:docs/cloud/faq.md",
    ],
    check: Check(azure_disk_grows),
};

fn azure_disk_grows(look: &Look<'_, '_>) -> Option<Finding> {
    let changed = look.changed(cluster::DISK_SIZE).filter(|_| look.is(KindId::ManagedCluster))?;
    if changed.effect != Effect::Disk || cloud(look)? != Cloud::Azure {
        return None;
    }
    let message =
        "grows a disk on Azure, which works by most accounts although one page of the documentation denies it";
    Some(Finding::at(changed.path.clone(), message))
}

/// The first change of a disk of a cluster.
fn disk_change(look: &Look<'_, '_>) -> Option<String> {
    let changed = look.doing(Effect::Disk).next().filter(|_| look.is(KindId::ManagedCluster))?;
    Some(changed.path.clone())
}

/// The cloud that the disk of a cluster is of.
fn cloud(look: &Look<'_, '_>) -> Option<Cloud> {
    Some(look.catalogue().disk_type(look.text_after(cluster::DISK_TYPE)?.trim())?.cloud)
}

/// A number between backticks.
fn shown(number: f64) -> String {
    format!("`{}`", number.trunc())
}
