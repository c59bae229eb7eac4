// One value where a list belongs, a list where one value belongs, and two values in one text.
import "eventstorecloud-planner/pulumi/guard";
import * as pulumi from "@pulumi/pulumi";
import * as esc from "@eventstore/pulumi-eventstorecloud";

const project = new esc.Project("orders", { name: "orders" });
const net = new esc.Network("net", {
  projectId: project.id,
  name: "net",
  resourceProvider: "aws",
  region: "us-east-1",
  cidrBlock: "10.12.0.0/16",
});
const db = new esc.ManagedCluster("db", {
  projectId: project.id,
  networkId: net.id,
  name: "db",
  topology: "single-node",
  instanceType: "F1",
  diskType: "gp3",
  diskSize: 10,
  diskIops: 3000,
  diskThroughput: 125,
  serverVersion: "26.0",
});
new esc.AWSCloudWatchLogsIntegration("logs", {
  projectId: project.id,
  description: "logs",
  accessKeyId: pulumi.secret("AKIAIOSFODNN7EXAMPLE"),
  secretAccessKey: pulumi.secret("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
  clusterIds: db.id as never,
  groupName: "logs",
  region: "us-east-1",
});
const peer = {
  networkId: net.id,
  peerResourceProvider: "aws",
  peerNetworkRegion: "us-east-1",
  peerAccountId: "012345678901",
  peerNetworkId: "vpc-0a1b2c3d4e5f67890",
};
if (process.env.ONLY !== "logs") {
  new esc.Peering("peer", {
    projectId: [project.id] as never,
    name: "peer",
    routes: net.cidrBlock as never,
    ...peer,
  });
  new esc.Peering("two-in-one", {
    projectId: project.id,
    name: "two-in-one",
    routes: ["10.100.0.0/16, 10.101.0.0/16"],
    ...peer,
    peerNetworkId: "vpc-0a1b2c3d4e5f67891",
  });
}
