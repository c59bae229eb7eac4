//! Network: one cloud network run by the service.

use super::kind::{OnChange, Presence, Property, ValueSet, kind};

kind!(Network, builder = "network", terraform = Some("network"), "A network (VPC or VNet) run by the service. Everything except its name is fixed: a change replaces it and everything in it.", {
    PROJECT_ID: Property::id_of("projectId", "Project", "Id of the project it belongs to.").is(Presence::RequiredByRule),
    RESOURCE_PROVIDER: Property::text("resourceProvider", "Cloud it runs in, in lower case.").is(Presence::Required).one_of(ValueSet::Clouds),
    REGION: Property::text("region", "Region in the cloud's own spelling: `us-east-1` on AWS, `us-east1` on Google Cloud, `eastus` on Azure.").is(Presence::Required).one_of(ValueSet::Regions),
    CIDR_BLOCK: Property::text("cidrBlock", "Private IPv4 CIDR block of the network: prefix length 8 to 24 (16 to 24 on AWS), no host bits set. Required unless `publicAccess` is true; not allowed if it is."),
    PUBLIC_ACCESS: Property::boolean("publicAccess", "Whether clusters in it can be reached from the internet. Default: false."),
    NAME: Property::text("name", "Name. If it is not set, Pulumi generates one from the resource's name and seven random characters.")
        .changes(OnChange::Fails).auto_named(),
});
