//! What the rules about CloudWatch have in common: two kinds that differ in one property.

use crate::model::kind::PropertyId;
use crate::model::{managed_cluster as cluster, network};
use crate::rules::prelude::*;

/// Both kinds.
pub(in crate::rules) const KINDS: &[KindId] =
    &[KindId::AWSCloudWatchLogsIntegration, KindId::AWSCloudWatchMetricsIntegration];

pub(in crate::rules) const ACCESS_KEY_ID: &str = "accessKeyId";
pub(in crate::rules) const SECRET_ACCESS_KEY: &str = "secretAccessKey";
pub(in crate::rules) const CLUSTER_IDS: &str = "clusterIds";
pub(in crate::rules) const REGION: &str = "region";

// Shapes of the catalogue, by their ids.
pub(in crate::rules) const ACCESS_KEY_SHAPE: &str = "aws-access-key-id";
pub(in crate::rules) const LOG_GROUP_SHAPE: &str = "cloudwatch-log-group";
pub(in crate::rules) const NAMESPACE_SHAPE: &str = "cloudwatch-namespace";

/// The place of a property that both kinds have.
pub(in crate::rules) fn property(resource: &Resource, name: &str) -> Option<PropertyId> {
    Some(resource.kind?.property(name)?.0)
}

/// What an identifier looks like, with an example.
pub(in crate::rules) fn shape(cx: &Context<'_>, id: &str) -> String {
    let row = cx.catalogue().identifier_shape(id);
    row.map_or(String::new(), |row| format!("{}, such as `{}`", row.shape, row.example))
}

/// The region of a cluster's network, when that is one of AWS and spelt as such.
pub(in crate::rules) fn aws_region<'a>(cx: &mut Context<'a>, cluster: &'a Resource) -> Option<String> {
    let net = cx.follow(cluster, cluster::NETWORK_ID).known()?;
    let provider = cx.text(net, network::RESOURCE_PROVIDER).known()?;
    cx.catalogue().cloud(provider.trim()).filter(|row| row.id == Cloud::Aws)?;
    let region = cx.text(net, network::REGION).known()?.trim().to_lowercase();
    Cloud::Aws.spells(&region).then_some(region)
}
