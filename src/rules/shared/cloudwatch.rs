//! What the rules about CloudWatch have in common: two kinds that differ in one property.

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

/// A property that both kinds have.
pub(in crate::rules) fn property(resource: &Resource, name: &str) -> Option<PropertyId> {
    Some(resource.kind?.property(name)?.0)
}

/// The property that lists the clusters, and the path of each item, none of which need be known.
pub(in crate::rules) fn clusters<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
) -> Option<(PropertyId, Vec<PropertyPath<'a>>)> {
    let id = property(resource, CLUSTER_IDS)?;
    let paths = cx.items(resource, id).known()?.collect();
    Some((id, paths))
}

/// A string that is not valid, and the finding about it: it is blank, or not what is `required`.
pub(in crate::rules) fn invalid<'a>(
    cx: &mut Context<'a>,
    resource: &'a Resource,
    id: PropertyId,
    is_valid: fn(&str) -> bool,
    required: &str,
) -> Option<(&'a str, Finding<'a>)> {
    let written = cx.text(resource, id).known().filter(|written| !is_valid(written))?;
    let message = match written.trim() {
        "" => format!("`{}` is blank", PropertyPath::from(id).path(resource)),
        _ => format!("{} is not {required}", quoted(written)),
    };
    Some((written, Finding::at(resource, id, message)))
}

/// What an identifier looks like, with an example.
pub(in crate::rules) fn shape(cx: &Context<'_>, id: &str) -> String {
    let row = cx.catalogue().identifier_shape(id);
    row.map_or(String::new(), |row| format!("{}, such as `{}`", row.shape, row.example))
}

/// The region of a cluster's network, when that is one of AWS and spelled as such.
pub(in crate::rules) fn aws_region<'a>(cx: &mut Context<'a>, cluster: &'a Resource) -> Option<String> {
    let net = cx.follow(cluster, cluster::NETWORK_ID).known()?;
    let provider = cx.text(net, network::RESOURCE_PROVIDER).known()?;
    cx.catalogue().cloud(provider.trim()).filter(|row| row.id == Cloud::Aws)?;
    let region = cx.text(net, network::REGION).known()?.trim().to_lowercase();
    Cloud::Aws.spells(&region).then_some(region)
}
