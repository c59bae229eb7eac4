// A network of Google Cloud that exists and is only read, and four mistakes around it.
import "eventstorecloud-planner/pulumi/guard";
import * as esc from "@eventstore/pulumi-eventstorecloud";

const { NETWORK = "", PROJECT = "" } = process.env;
const net = esc.Network.get("existing", NETWORK, {
  projectId: PROJECT,
  resourceProvider: "gcp",
  region: "us-east1",
  cidrBlock: "10.90.0.0/16",
});
const own = new esc.Project("own", { name: "own" });
// The id of a network where that of a project belongs.
new esc.Network("wrong-kind", {
  projectId: net.id,
  name: "wrong-kind",
  resourceProvider: "aws",
  region: "us-east-1",
  cidrBlock: "10.80.0.0/16",
});
// A disk of AWS in a network of Google Cloud, and a project of ours with a network of another one.
new esc.ManagedCluster("db", {
  projectId: own.id,
  networkId: net.id,
  name: "db",
  topology: "single-node",
  instanceType: "M8",
  diskType: "gp3",
  diskSize: 500,
  diskIops: 3000,
  diskThroughput: 125,
  serverVersion: "26.0",
});
// A route that overlaps the block of the network.
new esc.Peering("peer", {
  projectId: PROJECT,
  networkId: net.id,
  name: "peer",
  peerResourceProvider: "gcp",
  peerNetworkRegion: "us-east1",
  peerAccountId: "orders-production",
  peerNetworkId: "orders",
  routes: ["10.90.0.0/16"],
});
