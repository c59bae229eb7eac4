//! Rules that cannot be checked from a document, a builder call or the options, and why.
//!
//! Used only to build the docs and to run tests.

/// One rule that is not checked.
#[derive(Debug)]
pub struct NotCheckable {
    /// Its code; never given to another rule.
    pub code: &'static str,
    /// What must hold, or what one should know.
    pub about: &'static str,
    /// Why it cannot be checked here.
    pub reason: &'static str,
    /// Where the rule is documented.
    pub source: &'static [&'static str],
}

const fn rule(
    code: &'static str,
    about: &'static str,
    reason: &'static str,
    source: &'static [&'static str],
) -> NotCheckable {
    NotCheckable { code, about, reason, source }
}

/// All of them, by code.
pub static NOT_CHECKABLE: &[NotCheckable] = &[
    rule(
        "ACL012",
        "An update cannot empty an access list",
        "checking a change needs the previous state, which neither a document nor a builder call has; an empty access list is reported by ACL001",
        &["EventStore/terraform-provider-eventstorecloud:client/acl_update.go"],
    ),
    rule(
        "BAK021",
        "A scheduled backup is in the same project as its cluster",
        "STACK002 reports it, for backups as for every other resource that refers to another one",
        &["EventStore/terraform-provider-eventstorecloud:client/job_create.go"],
    ),
    rule(
        "BAK022",
        "Every change of a scheduled backup creates a new job",
        "checking a change needs the previous state, which neither a document nor a builder call has",
        &["EventStore/terraform-provider-eventstorecloud:esc/resource_scheduled_backup.go"],
    ),
    rule(
        "BAK025",
        "A running backup locks its cluster",
        "a program does not say when it is deployed",
        &["kurrent-io/documentation:docs/cloud/ops/backups.md"],
    ),
    rule(
        "BAK027",
        "A program cannot restore a backup",
        "there is no property for it, so there is nothing to check",
        &["kurrent-io/documentation:docs/cloud/ops/backups.md", "EventStore/esc:cli/src/main.rs"],
    ),
    rule(
        "CLU025",
        "The instance type is large enough for the number of clients",
        "the args do not include the number of clients",
        &["kurrent-io/documentation:docs/cloud/ops/sizing.md"],
    ),
    rule(
        "CLU026",
        "The instance type is large enough for the working set",
        "the args do not include the number of streams that are in use at the same time",
        &["kurrent-io/documentation:docs/cloud/ops/sizing.md"],
    ),
    rule(
        "CLU034",
        "The initial passwords of a cluster are changed",
        "passwords are changed in the database, after the deployment",
        &[
            "kurrent-io/documentation:docs/cloud/ops/README.md",
            "EventStore/terraform-provider-eventstorecloud:esc/resource_managed_cluster.go",
        ],
    ),
    rule(
        "CLU037",
        "Outputs with credentials exist only in some builds of the package",
        "which outputs a program reads is not part of its args; the compiler checks it",
        &["npm:@eventstore/pulumi-eventstorecloud@0.2.20:managedCluster.d.ts"],
    ),
    rule(
        "CLU041",
        "Some features of the database are not available in the managed service",
        "there is no property for them, so a program that relies on one looks like any other",
        &["kurrent-io/documentation:docs/cloud/faq.md", "kurrent-io/documentation:docs/cloud/ops/README.md"],
    ),
    rule(
        "CW007",
        "The policies of the AWS account allow the namespaces below the namespace of the metrics",
        "policies of the AWS account are not part of the args; the documentation is inconsistent about whether the namespace of the database ends in `eventstoredb` or `KurrentDB`, so allow both",
        &[
            "EventStore/terraform-provider-eventstorecloud:docs/resources/integration_awscloudwatch_metrics.md",
            "kurrent-io/documentation:docs/cloud/integrations/cloudwatch.md",
        ],
    ),
    rule(
        "CW011",
        "The keys of a CloudWatch integration cannot be removed",
        "a program does not say whether the integration already exists; a blank key is reported by CW001",
        &["EventStore/terraform-provider-eventstorecloud:esc/resource_integration_awscloudwatch_logs.go"],
    ),
    rule(
        "DS001",
        "A lookup of a network must match exactly one network that is available",
        "a lookup is a function call, not a resource: neither a document nor a builder sees it",
        &["EventStore/terraform-provider-eventstorecloud:esc/data_source_network.go"],
    ),
    rule(
        "DS002",
        "A lookup whose arguments contain no output runs before the resources of the program exist",
        "a lookup is a function call, not a resource: neither a document nor a builder sees it",
        &[
            "EventStore/terraform-provider-eventstorecloud:esc/data_source_project.go",
            "kurrent-io/pulumi-kurrentcloud:test/live/core_test.go",
        ],
    ),
    rule(
        "INT010",
        "The credentials of an integration are not read back from the service",
        "only a deployment shows that every run reports an update",
        &[
            "EventStore/terraform-provider-eventstorecloud:esc/resource_integration.go",
            "EventStore/terraform-provider-eventstorecloud:docs/resources/integration.md",
        ],
    ),
    rule(
        "INT014",
        "The sink and the source of an integration cannot be changed in place",
        "checking a change needs the previous state, which neither a document nor a builder call has",
        &[
            "EventStore/esc:generated/src/integrate/schemas.rs",
            "EventStore/terraform-provider-eventstorecloud:esc/resource_integration.go",
        ],
    ),
    rule(
        "PEER024",
        "The keys of `providerMetadata` are in snake case and differ by cloud",
        "which outputs a program reads is not part of the args of the peering",
        &["EventStore/terraform-provider-eventstorecloud:esc/resource_peering.go"],
    ),
    rule(
        "PEER025",
        "On Azure, gateways of the peer network do not lead to the service",
        "a program does not say which clients connect through a gateway",
        &["kurrent-io/documentation:docs/cloud/networking/private-network.md"],
    ),
    rule(
        "PEER026",
        "The routes of a peering include the address ranges of pods",
        "a program does not say which address ranges the clients in a peer network use",
        &[
            "kurrent-io/documentation:docs/cloud/getting-started/private-access/gcp.md",
            "kurrent-io/documentation:docs/cloud/guides/kubernetes.md",
        ],
    ),
    rule(
        "PEER027",
        "A peering that does not become active must be deleted and created again",
        "it happens only during a deployment",
        &[
            "kurrent-io/documentation:docs/cloud/getting-started/private-access/azure.md",
            "EventStore/terraform-provider-eventstorecloud:client/peering_waiter.go",
        ],
    ),
    rule(
        "PRJ004",
        "A lookup of a project by name is case-sensitive and returns the first match",
        "a lookup is a function call, not a resource: neither a document nor a builder sees it",
        &["EventStore/terraform-provider-eventstorecloud:esc/data_source_project.go"],
    ),
    rule(
        "PRJ005",
        "A project is renamed in place",
        "checking a change needs the previous state, which neither a document nor a builder call has",
        &["EventStore/terraform-provider-eventstorecloud:esc/resource_project.go"],
    ),
    rule(
        "REP006",
        "A protected replica set cannot be deleted or replaced",
        "checking a change needs the previous state, which neither a document nor a builder call has",
        &["kurrent-io/terraform-provider-kurrentcloud:docs/resources/managed_cluster_replicaset.md"],
    ),
    rule(
        "STACK011",
        "A cluster must not be changed by two operations at the same time",
        "REP007 reports it: a replica set and a scheduled backup are the only two operations that a program can start on one cluster",
        &["kurrent-io/pulumi-kurrentcloud:test/live/cluster_test.go"],
    ),
    rule(
        "STACK012",
        "The environments of a system are alike",
        "a document describes one environment and does not say which clusters of other environments belong to it",
        &["inference"],
    ),
    rule(
        "VER012",
        "External TCP clients no longer work from server version 24.2 on",
        "an upgrade needs the previous version, and a program does not say which clients there are",
        &["kurrent-io/KurrentDB:docs/server/quick-start/upgrade-guide.md"],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use eventstorecloud_planner::rules::by_code;

    #[test]
    fn each_has_a_code_of_its_own_and_says_why() {
        assert!(NOT_CHECKABLE.is_sorted_by(|a, b| a.code < b.code));
        for rule in NOT_CHECKABLE {
            assert!(by_code(rule.code).is_none(), "{} is checked", rule.code);
            assert!(!rule.reason.is_empty() && !rule.source.is_empty(), "{}", rule.code);
        }
    }
}
