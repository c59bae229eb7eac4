//! Rules of the catalogue that nothing can check from a document, a builder call or the options, and why. Only on
//! machines that build docs and run tests.

/// One rule that is not checked.
#[derive(Debug)]
pub struct NotCheckable {
    /// Its code; never given to another rule.
    pub code: &'static str,
    /// What it is about.
    pub about: &'static str,
    /// Why it cannot be checked here.
    pub reason: &'static str,
    /// Where it is read.
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
        "a change needs the state before it, which neither a document nor a builder call has; ACL001 reports an empty list",
        &["EventStore/terraform-provider-eventstorecloud:client/acl_update.go"],
    ),
    rule(
        "BAK021",
        "A backup is in the project of its cluster",
        "STACK002 reports it, for backups as for every other resource that belongs to another one",
        &["EventStore/terraform-provider-eventstorecloud:client/job_create.go"],
    ),
    rule(
        "BAK022",
        "Every change of a backup job makes a new job",
        "a change needs the state before it, which neither a document nor a builder call has",
        &["EventStore/terraform-provider-eventstorecloud:esc/resource_scheduled_backup.go"],
    ),
    rule(
        "BAK025",
        "A running backup locks its cluster",
        "when a deployment runs is not written in the program",
        &["kurrent-io/documentation:docs/cloud/ops/backups.md"],
    ),
    rule(
        "BAK027",
        "A restore cannot be written in a program",
        "what a program does not say cannot be found in it",
        &["kurrent-io/documentation:docs/cloud/ops/backups.md", "EventStore/esc:cli/src/main.rs"],
    ),
    rule(
        "CLU025",
        "Number of clients that the size is made for",
        "how many clients there will be is not among the args",
        &["kurrent-io/documentation:docs/cloud/ops/sizing.md"],
    ),
    rule(
        "CLU026",
        "Working set that the size is made for",
        "how many streams are used at the same time is not among the args",
        &["kurrent-io/documentation:docs/cloud/ops/sizing.md"],
    ),
    rule(
        "CLU034",
        "Initial passwords are changed",
        "it is done in the database, after the deployment",
        &[
            "kurrent-io/documentation:docs/cloud/ops/README.md",
            "EventStore/terraform-provider-eventstorecloud:esc/resource_managed_cluster.go",
        ],
    ),
    rule(
        "CLU037",
        "Outputs with credentials exist in some builds only",
        "which outputs a program reads is not among its args; the compiler sees it",
        &["npm:@eventstore/pulumi-eventstorecloud@0.2.20:managedCluster.d.ts"],
    ),
    rule(
        "CLU041",
        "Features that the managed service does not have",
        "there is no property for them, so a program that counts on one looks like any other",
        &["kurrent-io/documentation:docs/cloud/faq.md", "kurrent-io/documentation:docs/cloud/ops/README.md"],
    ),
    rule(
        "CW007",
        "The AWS account allows the namespaces below that of the metrics",
        "policies of the AWS account are not among the args; documents disagree whether the database's namespace ends \
         in `eventstoredb` or `KurrentDB`, so allow both",
        &[
            "EventStore/terraform-provider-eventstorecloud:docs/resources/integration_awscloudwatch_metrics.md",
            "kurrent-io/documentation:docs/cloud/integrations/cloudwatch.md",
        ],
    ),
    rule(
        "CW011",
        "Keys of a CloudWatch integration cannot be cleared",
        "whether the integration exists already is not written in the program; a blank key is CW001's",
        &["EventStore/terraform-provider-eventstorecloud:esc/resource_integration_awscloudwatch_logs.go"],
    ),
    rule(
        "DS001",
        "A lookup of a network finds exactly one that is available",
        "a lookup is a call and no resource: neither a document nor a builder sees it",
        &["EventStore/terraform-provider-eventstorecloud:esc/data_source_network.go"],
    ),
    rule(
        "DS002",
        "A lookup without an output runs before the resources of the program exist",
        "a lookup is a call and no resource: neither a document nor a builder sees it",
        &[
            "EventStore/terraform-provider-eventstorecloud:esc/data_source_project.go",
            "kurrent-io/pulumi-kurrentcloud:test/live/core_test.go",
        ],
    ),
    rule(
        "INT010",
        "Credentials of an integration are not read back",
        "that every run shows an update can be seen in a run only",
        &[
            "EventStore/terraform-provider-eventstorecloud:esc/resource_integration.go",
            "EventStore/terraform-provider-eventstorecloud:docs/resources/integration.md",
        ],
    ),
    rule(
        "INT014",
        "Sink and source of an integration cannot be changed in place",
        "a change needs the state before it, which neither a document nor a builder call has",
        &[
            "EventStore/esc:generated/src/integrate/schemas.rs",
            "EventStore/terraform-provider-eventstorecloud:esc/resource_integration.go",
        ],
    ),
    rule(
        "PEER024",
        "Keys of providerMetadata are in snake case and differ by cloud",
        "which outputs a program reads is not among the args of the peering",
        &["EventStore/terraform-provider-eventstorecloud:esc/resource_peering.go"],
    ),
    rule(
        "PEER025",
        "On Azure, no gateway of the peer network leads to the service",
        "who connects through a gateway is not written in the program",
        &["kurrent-io/documentation:docs/cloud/networking/private-network.md"],
    ),
    rule(
        "PEER026",
        "Routes include the ranges of pods",
        "which ranges the clients of a peer network have is not written in the program",
        &[
            "kurrent-io/documentation:docs/cloud/getting-started/private-access/gcp.md",
            "kurrent-io/documentation:docs/cloud/guides/kubernetes.md",
        ],
    ),
    rule(
        "PEER027",
        "A peering that does not get on is made anew",
        "it happens in a running deployment",
        &[
            "kurrent-io/documentation:docs/cloud/getting-started/private-access/azure.md",
            "EventStore/terraform-provider-eventstorecloud:client/peering_waiter.go",
        ],
    ),
    rule(
        "PRJ004",
        "A lookup of a project by name tells case apart and takes the first match",
        "a lookup is a call and no resource: neither a document nor a builder sees it",
        &["EventStore/terraform-provider-eventstorecloud:esc/data_source_project.go"],
    ),
    rule(
        "PRJ005",
        "A project is renamed in place",
        "a change needs the state before it, which neither a document nor a builder call has",
        &["EventStore/terraform-provider-eventstorecloud:esc/resource_project.go"],
    ),
    rule(
        "REP006",
        "Protection blocks deleting and replacing a replica set",
        "a change needs the state before it, which neither a document nor a builder call has",
        &["kurrent-io/terraform-provider-kurrentcloud:docs/resources/managed_cluster_replicaset.md"],
    ),
    rule(
        "STACK011",
        "Nothing changes one cluster twice at the same time",
        "REP007 reports it: a replica set and a backup job are the two things that a program can start on one cluster",
        &["kurrent-io/pulumi-kurrentcloud:test/live/cluster_test.go"],
    ),
    rule(
        "STACK012",
        "Environments are alike",
        "a document is of one environment, and which clusters of others it belongs with is not written in it",
        &["inference"],
    ),
    rule(
        "VER012",
        "External TCP clients stop working from 24.2 on",
        "an upgrade needs the version before it, and which clients there are is not written in the program",
        &["kurrent-io/KurrentDB:docs/server/quick-start/upgrade-guide.md"],
    ),
];
