// Two values, each in the place of the other.
import "eventstorecloud-planner/pulumi/guard";
import * as pulumi from "@pulumi/pulumi";
import * as esc from "@eventstore/pulumi-eventstorecloud";

const project = new esc.Project("orders", { name: "orders" });
const net = new esc.Network("net", {
  projectId: project.id,
  name: "net",
  resourceProvider: "aws",
  region: "us-east-1",
  cidrBlock: "10.0.0.0/16",
});
const cluster = {
  topology: "single-node",
  instanceType: "M8",
  diskType: "gp3",
  diskSize: 500,
  diskIops: 3000,
  diskThroughput: 125,
  serverVersion: "26.0",
};
const db = new esc.ManagedCluster("db", { projectId: project.id, networkId: net.id, name: "db", ...cluster });
new esc.ManagedCluster("disk", {
  projectId: project.id,
  networkId: net.id,
  name: "disk",
  ...cluster,
  diskIops: 125,
  diskThroughput: 3000,
});
new esc.ManagedCluster("ids", { projectId: net.id, networkId: project.id, name: "ids", ...cluster });
new esc.AWSCloudWatchLogsIntegration("keys", {
  projectId: project.id,
  description: "logs",
  accessKeyId: pulumi.secret("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
  secretAccessKey: pulumi.secret("AKIAIOSFODNN7EXAMPLE"),
  clusterIds: [db.id],
  groupName: "logs",
  region: "us-east-1",
});
new esc.ScheduledBackup("hours", {
  projectId: project.id,
  sourceClusterId: db.id,
  description: "02:30",
  schedule: "2 30 * * *",
  backupDescription: "{cluster}",
  maxBackupCount: 7,
});
new esc.Peering("peer", {
  projectId: project.id,
  networkId: net.id,
  name: "peer",
  peerResourceProvider: "aws",
  peerNetworkRegion: "us-east-1",
  peerAccountId: "vpc-0a1b2c3d4e5f67890",
  peerNetworkId: "012345678901",
  routes: ["10.100.0.0/16"],
});
new esc.Network("cloud", {
  projectId: project.id,
  name: "cloud",
  resourceProvider: "us-east-1",
  region: "aws",
  cidrBlock: "10.1.0.0/16",
});
