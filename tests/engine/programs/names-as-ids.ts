// Names, URNs and host names where ids belong, and what JavaScript makes of `undefined` and objects in names.
import "eventstorecloud-planner/pulumi/guard";
import * as esc from "@eventstore/pulumi-eventstorecloud";

const aws = { resourceProvider: "aws", region: "us-east-1" };
const project = new esc.Project("orders", { name: "orders" });
const net = new esc.Network("net", {
  projectId: project.name,
  name: "orders-net",
  cidrBlock: "10.80.0.0/16",
  ...aws,
});
const acl = new esc.Acl("offices", {
  projectId: project.id,
  name: "offices",
  cidrBlocks: [{ address: "9.9.9.0/24", comment: "" }],
});
const db = new esc.ManagedCluster("db", {
  projectId: project.id,
  networkId: net.name,
  name: "orders-db",
  topology: "three-node-multi-zone",
  instanceType: "M16",
  diskType: "gp3",
  diskSize: 500,
  diskIops: 3000,
  diskThroughput: 125,
  serverVersion: "26.0",
  aclId: acl.name as never,
});
const daily = { backupDescription: "{cluster}", maxBackupCount: 7 };
new esc.ScheduledBackup("by-name", {
  projectId: "orders",
  sourceClusterId: db.name as never,
  description: "by name",
  schedule: "0 2 * * *",
  ...daily,
});
new esc.ScheduledBackup("by-host", {
  projectId: project.id,
  sourceClusterId: db.dnsName,
  description: "by host",
  schedule: "30 3 * * *",
  ...daily,
});
new esc.Peering("peer", {
  projectId: project.id,
  networkId: net.urn,
  name: `peer-${process.env.NOT_SET}`,
  peerResourceProvider: "aws",
  peerNetworkRegion: "us-east-1",
  peerAccountId: "012345678901",
  peerNetworkId: "vpc-0a1b2c3d4e5f67890",
  routes: ["10.100.0.0/16"],
});
new esc.Network("objects", {
  projectId: project.id,
  name: `net-${{} as never}-${Promise.resolve(1)}`,
  cidrBlock: "10.82.0.0/16",
  ...aws,
});
