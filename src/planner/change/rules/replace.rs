//! Replacements, and what keeps a resource from being deleted.

use super::prelude::*;
use crate::catalogue::rows::FeatureId;
use crate::model::kind::PropertyId;
use crate::model::target::Engine;
use crate::planner::change::cascade::{PROTECTED, is_named};
use crate::planner::change::steps::listed;

/// Properties whose change has a rule of its own.
const HAVE_THEIR_OWN: [PropertyId; 2] = [cluster::ACL_ID, cluster::PROJECTION_LEVEL];

pub(super) static PLAN001: PlanRule = PlanRule {
    code: "PLAN001",
    name: "cluster-is-replaced",
    title: "A replaced cluster is a new, empty one with another address",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    detected_at: DetectedAt::Preview,
    help: "back it up, restore the backup into a new cluster, move the clients, and delete the old one last; set `protected` so that no deployment can do it by mistake",
    source: &[
        "EventStore/terraform-provider-eventstorecloud:esc/resource_managed_cluster.go",
        "kurrent-io/documentation:docs/cloud/faq.md",
    ],
    check: Check(cluster_is_replaced),
};

fn cluster_is_replaced(look: &Look<'_, '_>) -> Option<Finding> {
    if !look.is(KindId::ManagedCluster) || look.action() != Action::Replace {
        return None;
    }
    let own = look.doing(Effect::Replace);
    let others: Vec<_> = own.filter(|changed| !HAVE_THEIR_OWN.contains(&changed.id)).collect();
    let first = others.first()?;
    let names: Vec<&str> = others.iter().map(|changed| changed.property.name).collect();
    let parents = look.parents();
    let names_of_parents: Vec<&str> = parents.iter().map(|parent| parent.name.as_str()).collect();
    let message = match parents.is_empty() {
        true => format!("a change of {} deletes the cluster with its data and makes an empty one", all_of(&names)),
        false => format!(
            "the cluster goes with {}: its data is deleted, and an empty cluster is made",
            all_of(&names_of_parents)
        ),
    };
    Some(Finding::at(first.path.clone(), message).related(parents))
}

pub(super) static PLAN002: PlanRule = PlanRule {
    code: "PLAN002",
    name: "named-is-deleted-first",
    title: "What has a name of its own is deleted before its replacement is made",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    detected_at: DetectedAt::Preview,
    help: "count on no time in which both exist; leave `name` out, or give the new one another name, where both are needed",
    source: &[
        "pulumi/pulumi-terraform-bridge:pkg/tfbridge/schema.go",
        "EventStore/pulumi-eventstorecloud:provider/resources.go",
    ],
    check: Check(named_is_deleted_first),
};

fn named_is_deleted_first(look: &Look<'_, '_>) -> Option<Finding> {
    let is_named = is_named(look.draft().kind, look.draft().after);
    let serves = look.is(KindId::ManagedCluster) || look.is(KindId::Network);
    if !serves || look.action() != Action::Replace || look.settings().target.engine != Engine::Pulumi || !is_named {
        return None;
    }
    let message = "is given in the program, so Pulumi deletes the old one before it makes the new one";
    Some(Finding::at("name", message))
}

pub(super) static PLAN003: PlanRule = PlanRule {
    code: "PLAN003",
    name: "network-is-replaced",
    title: "A replaced network takes everything in it with it",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    detected_at: DetectedAt::Preview,
    help: "make a second network beside it, restore backups of the clusters into it, and delete the old one last",
    source: &[
        "EventStore/terraform-provider-eventstorecloud:esc/resource_network.go",
        "kurrent-io/documentation:docs/cloud/networking/README.md",
    ],
    check: Check(network_is_replaced),
};

fn network_is_replaced(look: &Look<'_, '_>) -> Option<Finding> {
    if !look.is(KindId::Network) || look.action() != Action::Replace {
        return None;
    }
    let own: Vec<_> = look.doing(Effect::Replace).collect();
    let first = own.first()?;
    let children = look.children();
    let names: Vec<String> = children.iter().map(|child| child.name.clone()).collect();
    let names = listed(&names).map_or(String::new(), |names| format!(": {names}"));
    let message =
        format!("a new network is made, and clusters and peerings of the old one are replaced with it{names}");
    Some(Finding::at(first.path.clone(), message).related(children))
}

pub(super) static PLAN004: PlanRule = PlanRule {
    code: "PLAN004",
    name: "protected-is-kept",
    title: "What is protected can be neither deleted nor replaced",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    detected_at: DetectedAt::Apply,
    help: "leave it as it is; if it really is to go, deploy `protected: false` by itself first",
    source: &[
        "kurrent-io/documentation:docs/cloud/ops/README.md",
        "EventStore/terraform-provider-eventstorecloud:client/cluster_delete.go",
    ],
    check: Check(protected_is_kept),
};

fn protected_is_kept(look: &Look<'_, '_>) -> Option<Finding> {
    if !look.draft().is_protected {
        return None;
    }
    let _ = look.before(look.draft().kind.property(PROTECTED)?.0);
    let is_replaced = look.changes().any(|changed| changed.effect == Effect::Replace);
    let what = if is_replaced { "replace" } else { "delete" };
    let message = format!(
        "is protected, so the service refuses to {what} it; switching that off counts from the next deployment on"
    );
    Some(Finding::at(PROTECTED, message))
}

pub(super) static PLAN013: PlanRule = PlanRule {
    code: "PLAN013",
    name: "access-list-replaces-cluster",
    title: "Another access list replaces the cluster",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    detected_at: DetectedAt::Preview,
    help: "edit the list that it has; or assign the other with `esc mesdb clusters update --acl-id ...` and put `ignoreChanges: [\"aclId\"]` into its options, because the service itself can exchange lists at any time",
    source: &[
        "EventStore/terraform-provider-eventstorecloud:esc/resource_managed_cluster.go",
        "kurrent-io/documentation:docs/cloud/networking/public-network.md",
        "EventStore/esc:generated/src/mesdb/schemas.rs",
    ],
    check: Check(access_list_replaces_cluster),
};

fn access_list_replaces_cluster(look: &Look<'_, '_>) -> Option<Finding> {
    let changed = look.changed(cluster::ACL_ID).filter(|_| look.is(KindId::ManagedCluster))?;
    if changed.effect != Effect::Replace || look.action() != Action::Replace {
        return None;
    }
    let parents = look.parents();
    let message = "the provider deletes the cluster with its data to give it another access list";
    Some(Finding::at(changed.path.clone(), message).related(parents))
}

pub(super) static PLAN014: PlanRule = PlanRule {
    code: "PLAN014",
    name: "projections-replace-cluster",
    title: "Old packages replace the cluster to change its projections",
    severity: Severity::Error,
    confidence: Confidence::High,
    profile: Profile::Default,
    detected_at: DetectedAt::Preview,
    help: "move to a package that changes it in place first: `kurrentcloud` from 0.3.0 on",
    source: &[
        "EventStore/terraform-provider-eventstorecloud:esc/resource_managed_cluster.go",
        "kurrent-io/terraform-provider-kurrentcloud:CHANGELOG.md",
        "kurrent-io/pulumi-kurrentcloud:test/live/cluster_test.go",
    ],
    check: Check(projections_replace_cluster),
};

fn projections_replace_cluster(look: &Look<'_, '_>) -> Option<Finding> {
    let changed = look.changed(cluster::PROJECTION_LEVEL).filter(|_| look.is(KindId::ManagedCluster))?;
    if changed.effect != Effect::Replace || look.action() != Action::Replace {
        return None;
    }
    let target = quoted(&look.settings().target.to_string());
    let message = format!("{target} deletes the cluster with its data to change its projection level");
    let with = look.catalogue().targets_with(FeatureId::ProjectionLevelInPlace);
    let names: Vec<String> = with
        .map(|row| match &row.since {
            Some(since) => format!("`{}` from {since} on", row.target),
            None => format!("`{}`", row.target),
        })
        .collect();
    let help = format!("move to a package that changes it in place first: {}", names.join(" or "));
    Some(Finding::at(changed.path.clone(), message).help(help))
}

pub(super) static PLAN016: PlanRule = PlanRule {
    code: "PLAN016",
    name: "peering-is-replaced",
    title: "A replaced peering is cut until the other side accepts the new one",
    severity: Severity::Warning,
    confidence: Confidence::High,
    profile: Profile::Default,
    detected_at: DetectedAt::Preview,
    help: "plan an outage: accept the new peering in your cloud, and set its routes there again",
    source: &[
        "EventStore/terraform-provider-eventstorecloud:esc/resource_peering.go",
        "kurrent-io/documentation:docs/cloud/getting-started/private-access/gcp.md",
    ],
    check: Check(peering_is_replaced),
};

fn peering_is_replaced(look: &Look<'_, '_>) -> Option<Finding> {
    if !look.is(KindId::Peering) || look.action() != Action::Replace {
        return None;
    }
    let changed: Vec<_> = look.doing(Effect::Replace).collect();
    let first = changed.first()?;
    let names: Vec<&str> = changed.iter().map(|changed| changed.property.name).collect();
    let message =
        format!("a change of {} makes a new peering, and nothing passes until your side accepts it", all_of(&names));
    Some(Finding::at(first.path.clone(), message).related(look.parents()))
}

pub(super) static PLAN022: PlanRule = PlanRule {
    code: "PLAN022",
    name: "restored-has-new-address",
    title: "A restored cluster has another id and another address",
    severity: Severity::Info,
    confidence: Confidence::High,
    profile: Profile::Advice,
    detected_at: DetectedAt::Undetected,
    help: "take the address from the output `dnsName`; point clients, backups, replica sets and integrations at the new cluster",
    source: &[
        "kurrent-io/documentation:docs/cloud/ops/backups.md",
        "kurrent-io/documentation:docs/cloud/networking/README.md",
    ],
    check: Check(restored_has_new_address),
};

fn restored_has_new_address(look: &Look<'_, '_>) -> Option<Finding> {
    if !look.is(KindId::ManagedCluster) || look.action() != Action::Replace {
        return None;
    }
    let message = "whatever takes its place, a backup restored or an empty cluster, has another id and address";
    Some(Finding::at("", message))
}
