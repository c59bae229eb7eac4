//! Peering: the way from a network of the user's own into a private network of the service.

use super::kind::{Presence, Property, ValueSet, kind};

kind!(Peering, builder = "peering", terraform = Some("peering"), "A peering between a private network of the service and one of your own. It is complete once your side accepts it and routes to it. Everything except its name is fixed: a change replaces it.", {
    PROJECT_ID: Property::id_of("projectId", "Project", "Id of the project, the same as that of the network.").is(Presence::Required),
    NETWORK_ID: Property::id_of("networkId", "Network", "Id of the private network of the service.").is(Presence::Required),
    PEER_RESOURCE_PROVIDER: Property::text("peerResourceProvider", "Cloud of your network, in lower case; the same as that of the service's network.").is(Presence::Required).one_of(ValueSet::Clouds),
    PEER_NETWORK_REGION: Property::text("peerNetworkRegion", "Region of your network, in the cloud's own spelling.").is(Presence::Required).one_of(ValueSet::Regions),
    PEER_ACCOUNT_ID: Property::text("peerAccountId", "Who owns your network: 12 digits on AWS, the project id on Google Cloud, the tenant id on Azure.").is(Presence::Required),
    PEER_NETWORK_ID: Property::text("peerNetworkId", "Your network: `vpc-...` on AWS, the name of the VPC on Google Cloud, the resource id of the virtual network on Azure.").is(Presence::Required),
    ROUTES: Property::texts("routes", "CIDR blocks of your network that the service routes to: IPv4, prefix length 8 to 28, no host bits set, at least one. None may overlap the CIDR block of the service's network.").is(Presence::Required),
    NAME: Property::text("name", "Name. If it is not set, Pulumi generates one from the resource's name and seven random characters.")
        .auto_named(),
    PROVIDER_METADATA: Property::map("providerMetadata", "What your side needs to accept the peering.").is(Presence::Computed),
});
