// `net.name` where `net.id` belongs: both are texts, so that it compiles.
import "eventstorecloud-planner/pulumi/guard";
import * as esc from "@eventstore/pulumi-eventstorecloud";

const project = new esc.Project("orders", { name: "orders" });
const net = new esc.Network("net", {
  projectId: project.id,
  name: "orders-net",
  resourceProvider: "aws",
  region: "us-east-1",
  cidrBlock: "10.80.0.0/16",
});
new esc.Peering("peer", {
  projectId: project.id,
  networkId: net.name,
  name: "peer",
  peerResourceProvider: "aws",
  peerNetworkRegion: "us-east-1",
  peerAccountId: "012345678901",
  peerNetworkId: "vpc-0a1b2c3d4e5f67890",
  routes: ["10.100.0.0/16"],
});
