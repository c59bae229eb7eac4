//! Changes that keep the resource.

use super::prelude::*;
use crate::catalogue::rows::FeatureId;
use crate::model::network;
use crate::planner::change::compare::is_case_kept;

pub(super) static PLAN007: PlanRule = PlanRule {
    code: "PLAN007",
    name: "resize-of-one-node",
    title: "A single node is stopped to get another size",
    severity: Severity::Warning,
    confidence: Confidence::High,
    profile: Profile::Default,
    detected_at: DetectedAt::Undetected,
    help: "choose a time in which clients can do without it; three nodes are changed one after the other",
    source: &["kurrent-io/documentation:docs/cloud/ops/README.md"],
    check: Check(resize_of_one_node),
};

fn resize_of_one_node(look: &Look<'_, '_>) -> Option<Finding> {
    let changed = look.changed(cluster::INSTANCE_TYPE).filter(|_| look.is(KindId::ManagedCluster))?;
    if changed.effect != Effect::Resize {
        return None;
    }
    if !look.settings().target.has(FeatureId::ResizeInPlace, look.catalogue()) {
        let target = quoted(&look.settings().target.to_string());
        let message = format!("sources disagree whether {target} resizes the cluster or replaces it with an empty one");
        let help = "upgrade the package first, and look for `replace` in the preview before you deploy";
        return Some(Finding::at(changed.path.clone(), message).help(help));
    }
    let message = "stops the only node of the cluster, for minutes where there is much data";
    look.is_single().then(|| Finding::at(changed.path.clone(), message))
}

pub(super) static PLAN015: PlanRule = PlanRule {
    code: "PLAN015",
    name: "network-is-renamed",
    title: "The provider fails to rename a network",
    severity: Severity::Warning,
    confidence: Confidence::High,
    profile: Profile::Default,
    detected_at: DetectedAt::Apply,
    help: "rename it in the console or with the CLI, write the same name into the program, and refresh",
    source: &[
        "EventStore/terraform-provider-eventstorecloud:client/network_update.go",
        "EventStore/terraform-provider-eventstorecloud:esc/resource_network.go",
        "kurrent-io/terraform-provider-kurrentcloud:esc/resource_network.go",
    ],
    check: Check(network_is_renamed),
};

fn network_is_renamed(look: &Look<'_, '_>) -> Option<Finding> {
    let changed = look.changed(network::NAME).filter(|_| look.is(KindId::Network))?;
    if changed.effect != Effect::Refused {
        return None;
    }
    let message = "the provider says that it can rename a network, but the deployment ends with an error";
    Some(Finding::at(changed.path.clone(), message))
}

pub(super) static PLAN019: PlanRule = PlanRule {
    code: "PLAN019",
    name: "long-operations-share-a-limit",
    title: "Several long operations on one cluster share one time limit",
    severity: Severity::Warning,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    detected_at: DetectedAt::Apply,
    help: "deploy them one after the other, or set `customTimeouts` in the options of the resource",
    source: &[
        "hashicorp/terraform-plugin-sdk:helper/schema/resource_data.go",
        "EventStore/terraform-provider-eventstorecloud:esc/resource_managed_cluster.go",
        "pulumi/pulumi-terraform-bridge:pkg/tfbridge/provider.go",
    ],
    check: Check(long_operations_share_a_limit),
};

fn long_operations_share_a_limit(look: &Look<'_, '_>) -> Option<Finding> {
    // Only clusters have such changes, and one that is replaced has none.
    let does = |effects: &[Effect]| look.changes().find(|changed| effects.contains(&changed.effect));
    let long = [does(&[Effect::Resize]), does(&[Effect::Upgrade, Effect::Downgrade]), does(&[Effect::Disk])];
    let long: Vec<_> = long.into_iter().flatten().collect();
    let names: Vec<&str> = long.iter().map(|changed| changed.property.name).collect();
    let first = long.first().filter(|_| long.len() > 1)?;
    let minutes = look.catalogue().limit(crate::catalogue::rows::LimitId::MinutesPerOperation)?.value?;
    let message =
        format!("changes of {} follow one another, and all of them together have {minutes} minutes", all_of(&names));
    Some(Finding::at(first.path.clone(), message))
}

pub(super) static PLAN021: PlanRule = PlanRule {
    code: "PLAN021",
    name: "two-jobs-for-a-moment",
    title: "The new backup job is there before the old one is deleted",
    severity: Severity::Warning,
    confidence: Confidence::Medium,
    profile: Profile::Default,
    detected_at: DetectedAt::Undetected,
    help: "deploy at another minute than that of the schedule; backups of the old job count for no `maxBackupCount` any more",
    source: &[
        "pulumi/pulumi-terraform-bridge:pkg/tfbridge/schema.go",
        "EventStore/terraform-provider-eventstorecloud:esc/resource_scheduled_backup.go",
    ],
    check: Check(two_jobs_for_a_moment),
};

fn two_jobs_for_a_moment(look: &Look<'_, '_>) -> Option<Finding> {
    // Only a replacement has an order.
    if !look.is(KindId::ScheduledBackup) || look.draft().order != Some(ReplaceOrder::CreateFirst) {
        return None;
    }
    let first = look.doing(Effect::Replace).next()?;
    let message = "a new job is made before the old one is deleted, so both may run once at the same minute";
    Some(Finding::at(first.path.clone(), message))
}

pub(super) static PLAN023: PlanRule = PlanRule {
    code: "PLAN023",
    name: "upper-case-comes-back",
    title: "Upper case that the service does not keep makes a difference in every deployment",
    severity: Severity::Warning,
    confidence: Confidence::High,
    profile: Profile::Default,
    detected_at: DetectedAt::Undetected,
    help: "write it in lower case",
    source: &[
        "EventStore/terraform-provider-eventstorecloud:esc/resource_managed_cluster.go",
        "EventStore/terraform-provider-eventstorecloud:esc/resource_peering.go",
    ],
    check: Check(upper_case_comes_back),
};

fn upper_case_comes_back(look: &Look<'_, '_>) -> Option<Finding> {
    let after = look.draft().after?;
    for (id, property, _) in after.properties() {
        if !is_case_kept(property) {
            continue;
        }
        let Some(text) = look.text_after(id).filter(|text| text.chars().any(char::is_uppercase)) else { continue };
        let message = format!(
            "is {}, which the service answers in lower case: every deployment wants to replace it",
            quoted(text)
        );
        let help = format!("write {}", quoted(&text.to_lowercase()));
        return Some(Finding::at(property.name, message).help(help));
    }
    None
}
