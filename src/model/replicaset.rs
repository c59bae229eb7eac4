//! ManagedClusterReplicaset: read-only replicas of one cluster.

use super::kind::{Bounds, Presence, Property, kind};

kind!(ManagedClusterReplicaset, builder = "managedClusterReplicaset", terraform = Some("managed_cluster_replicaset"), "Read-only replicas of a cluster of three nodes; one set for each cluster. Available in the package `kurrentcloud` from 0.3.0; not in the legacy package.", {
    PROJECT_ID: Property::id_of("projectId", "Project", "Id of the project of the cluster.").is(Presence::Required),
    CLUSTER_ID: Property::id_of("clusterId", "ManagedCluster", "Id of the cluster, which has three nodes.").is(Presence::Required),
    REPLICA_COUNT: Property::integer("replicaCount", "Number of replicas: 1 or 2.").is(Presence::Required)
        .within(Bounds::Replicas),
    PROTECTED: Property::boolean("protected", "Whether the provider rejects deleting and replacing it. Default: false."),
    STATUS: Property::text("status", "State of the set.").is(Presence::Computed),
    CREATED_AT: Property::text("createdAt", "When it was created.").is(Presence::Computed),
    UPDATED_AT: Property::text("updatedAt", "When it was last updated.").is(Presence::Computed),
});
