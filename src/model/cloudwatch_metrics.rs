//! AWSCloudWatchMetricsIntegration: metrics of clusters in Amazon CloudWatch.

use super::kind::{Presence, Property, Secrecy, ValueSet, kind};

kind!(AWSCloudWatchMetricsIntegration, builder = "awsCloudWatchMetricsIntegration", terraform = Some("integration_awscloudwatch_metrics"), "Sends the metrics of clusters to Amazon CloudWatch in an AWS account of yours. Support must enable it first.", {
    PROJECT_ID: Property::id_of("projectId", "Project", "Id of the project of the clusters.").is(Presence::Required),
    DESCRIPTION: Property::text("description", "What it is called.").is(Presence::Required),
    ACCESS_KEY_ID: Property::text("accessKeyId", "Access key of an IAM user, 20 characters beginning with `AKIA`. Required when it is created. Secret.")
        .is(Presence::RequiredByRule).hidden(Secrecy::Secret),
    SECRET_ACCESS_KEY: Property::text("secretAccessKey", "Secret of that access key. Required when it is created. Secret.")
        .is(Presence::RequiredByRule).hidden(Secrecy::Secret),
    CLUSTER_IDS: Property::ids_of("clusterIds", "ManagedCluster", "Ids of the clusters of the project whose metrics are sent; at least one.").is(Presence::Required),
    NAMESPACE: Property::text("namespace", "Namespace of the metrics: 1 to 255 characters, not beginning with `AWS/` or `:`.").is(Presence::Required),
    REGION: Property::text("region", "AWS region to send to, preferably that of the clusters.").is(Presence::Required).one_of(ValueSet::Regions),
});
