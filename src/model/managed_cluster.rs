//! ManagedCluster: the database cluster.

use super::kind::{Bounds, DiskSetting, Filled, OnChange, Presence, Property, ValueSet, When, kind};

kind!(ManagedCluster, builder = "managedCluster", terraform = Some("managed_cluster"), "A database cluster. Changing the project, network, topology or access replaces it, and its data is deleted.", {
    PROJECT_ID: Property::id_of("projectId", "Project", "Id of the project, the same as that of the network.").is(Presence::RequiredByRule),
    NETWORK_ID: Property::id_of("networkId", "Network", "Id of the network it runs in.").is(Presence::RequiredByRule),
    TOPOLOGY: Property::text("topology", "Number of nodes, and whether they are in one zone or several; in lower case.").is(Presence::Required).one_of(ValueSet::Topologies),
    INSTANCE_TYPE: Property::text("instanceType", "Instance type of each node.").is(Presence::Required).one_of(ValueSet::InstanceTypes)
        .changes(OnChange::Resize),
    DISK_SIZE: Property::integer("diskSize", "Disk of each node in GB: an integer from 8 to 4096, from 10 on Google Cloud and Azure. It can grow and never shrink.").is(Presence::Required)
        .changes(OnChange::Grow).within(Bounds::DiskSize),
    DISK_TYPE: Property::text("diskType", "Disk type: `gp3` on AWS, `ssd` on Google Cloud, `premium-ssd-lrs` on Azure.").is(Presence::Required).one_of(ValueSet::DiskTypes)
        .changes(OnChange::Disk),
    DISK_IOPS: Property::integer("diskIops", "Provisioned IOPS, 3000 to 16000. For `gp3` only, and required there; the builder completes 3000, or what `diskThroughput` needs.")
        .changes(OnChange::Disk).within(Bounds::Disk(DiskSetting::Iops))
        .when(When::DiskType(DiskSetting::Iops)).filled(Filled::Least),
    DISK_THROUGHPUT: Property::integer("diskThroughput", "Provisioned throughput in MB/s, 125 to 1000. For `gp3` only, and required there; the builder completes 125.")
        .changes(OnChange::Disk).within(Bounds::Disk(DiskSetting::Throughput))
        .when(When::DiskType(DiskSetting::Throughput)).filled(Filled::Least),
    SERVER_VERSION: Property::text("serverVersion", "Release line of the server as a string, `YY.M`, for example \"26.0\".").is(Presence::Required)
        .changes(OnChange::NoEffect),
    SERVER_VERSION_TAG: Property::text("serverVersionTag", "Full version, `YY.M.P`, to upgrade to. Has no effect when the cluster is created.")
        .changes(OnChange::Upgrade),
    PROJECTION_LEVEL: Property::text("projectionLevel", "Which projections run. Default: `off`.").one_of(ValueSet::ProjectionLevels),
    PUBLIC_ACCESS: Property::boolean("publicAccess", "Whether it can be reached from the internet; needs a public network and `aclId`. Default: false."),
    ACL_ID: Property::id_of("aclId", "Acl", "Id of the IP access list, for a public cluster."),
    PROTECTED: Property::boolean("protected", "Whether the provider rejects deleting and replacing it. Default: false."),
    NAME: Property::text("name", "Name. If it is not set, Pulumi generates one from the resource's name and seven random characters.")
        .auto_named(),
    DNS_NAME: Property::text("dnsName", "Host name of the cluster.").is(Presence::Computed),
    REGION: Property::text("region", "Region of its network.").is(Presence::Computed),
    RESOURCE_PROVIDER: Property::text("resourceProvider", "Cloud of its network.").is(Presence::Computed),
});
