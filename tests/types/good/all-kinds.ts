// The four builders with plain values and references, each given to the real provider.
import * as esc from "@eventstore/pulumi-eventstorecloud";
import { managedCluster, network, project, scheduledBackup } from "eventstorecloud-planner";

const orders = new esc.Project("orders", project({ name: "orders" }));

const net = new esc.Network("net", network({
  projectId: orders.id,
  resourceProvider: "aws",
  region: "us-east-1",
  cidrBlock: "10.20.0.0/16",
}));

const db = new esc.ManagedCluster("db", managedCluster({
  projectId: orders.id,
  networkId: net.id,
  topology: "three-node-multi-zone",
  instanceType: "C4",
  diskSize: 100,
  diskType: "gp3",
  serverVersion: "26.0",
}));

export const backup = new esc.ScheduledBackup("backup", scheduledBackup({
  projectId: orders.id,
  sourceClusterId: db.id,
  description: "Daily backup",
  schedule: "@daily",
  maxBackupCount: 7,
}), { protect: true });
