// A program that says by a pattern which of its stacks are production.
import "eventstorecloud-planner/pulumi/guard";
import * as esc from "@eventstore/pulumi-eventstorecloud";
import { guard } from "eventstorecloud-planner/pulumi";

guard({ environment: /^(prod-|prd$|live$)/ as never });

const project = new esc.Project("orders", { name: "orders" });
const net = new esc.Network("net", {
  projectId: project.id,
  name: "net",
  resourceProvider: "aws",
  region: "us-east-1",
  cidrBlock: "10.80.0.0/16",
});
new esc.Peering("peer", {
  projectId: project.id,
  networkId: net.id,
  name: "peer",
  peerResourceProvider: "aws",
  peerNetworkRegion: "us-east-1",
  peerAccountId: "012345678901",
  peerNetworkId: "vpc-0a1b2c3d4e5f67890",
  routes: ["10.100.0.0/16"],
});
const db = new esc.ManagedCluster("db", {
  projectId: project.id,
  networkId: net.id,
  name: "db",
  topology: "single-node",
  instanceType: "F1",
  diskType: "gp3",
  diskSize: 16,
  diskIops: 3000,
  diskThroughput: 125,
  serverVersion: "26.0",
});
new esc.ScheduledBackup("nightly", {
  projectId: project.id,
  sourceClusterId: db.id,
  description: "nightly",
  schedule: "0 2 * * *",
  backupDescription: "{cluster}",
  maxBackupCount: 7,
});
