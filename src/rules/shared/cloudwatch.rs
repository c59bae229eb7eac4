//! What the rules about CloudWatch have in common: two kinds that differ in one property.

use crate::model::managed_cluster as cluster;
use crate::rules::faults::cloudwatch::NotAccepted;
use crate::rules::faults::region::Code;
use crate::rules::prelude::*;

pub(in crate::rules) const DESCRIPTION: &str = "description";
pub(in crate::rules) const ACCESS_KEY_ID: &str = "accessKeyId";
pub(in crate::rules) const SECRET_ACCESS_KEY: &str = "secretAccessKey";
pub(in crate::rules) const CLUSTER_IDS: &str = "clusterIds";
pub(in crate::rules) const REGION: &str = "region";
pub(in crate::rules) const GROUP_NAME: &str = "groupName";
pub(in crate::rules) const NAMESPACE: &str = "namespace";

// Shapes of the catalogue, by their ids.
pub(in crate::rules) const ACCESS_KEY_SHAPE: &str = "aws-access-key-id";
pub(in crate::rules) const LOG_GROUP_SHAPE: &str = "cloudwatch-log-group";
pub(in crate::rules) const NAMESPACE_SHAPE: &str = "cloudwatch-namespace";

/// A property that both kinds have.
pub(in crate::rules) fn property(resource: &Resource, name: &str) -> Option<PropertyId> {
    Some(resource.kind?.property(name)?.0)
}

/// The finding of a name that CloudWatch does not accept: it is blank, or not what is `required`.
pub(in crate::rules) fn not_accepted<'a>(
    watch: CloudWatch<'a>,
    id: PropertyId,
    fault: &NotAccepted<'a>,
    required: &str,
) -> Finding<'a> {
    let message = match fault.text.trim() {
        "" => format!("`{}` is blank", PropertyPath::from(id).path(watch.resource)),
        _ => format!("{} is not {required}", quoted(fault.text)),
    };
    Finding::at(watch.resource, id, message)
}

/// What an identifier looks like, with an example.
pub(in crate::rules) fn shape(cx: &Context<'_>, id: &str) -> String {
    let row = cx.catalogue().identifier_shape(id);
    row.map_or(String::new(), |row| format!("{}, such as `{}`", row.shape, row.example))
}

/// The region of a cluster's network, when that is one of AWS and it is clear which.
pub(in crate::rules) fn aws_region<'a>(cx: &mut Context<'a>, cluster: &'a Resource) -> Option<Code<'a>> {
    let net = cx.follow(cluster, cluster::NETWORK_ID).known()?;
    let net = Network::of(cx, net)?;
    net.cloud(cx).value.filter(|row| row.id == Cloud::Aws)?;
    net.region_code(cx)
}
