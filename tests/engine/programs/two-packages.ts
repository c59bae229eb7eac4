// A program on its way from one package to the other: only the backup is still of the old one.
import "eventstorecloud-planner/pulumi/guard";
import * as kc from "@kurrent/pulumi-kurrentcloud";
import * as esc from "@eventstore/pulumi-eventstorecloud";

const project = new kc.Project("orders", { name: "orders" });
const net = new kc.Network("net", {
  projectId: project.id,
  name: "net",
  resourceProvider: "aws",
  region: "us-east-1",
  cidrBlock: "10.70.0.0/16",
});
const db = new kc.ManagedCluster("db", {
  projectId: project.id,
  networkId: net.id,
  name: "db",
  topology: "three-node-multi-zone",
  instanceType: "M16",
  diskType: "gp3",
  diskSize: 500,
  diskIops: 3000,
  diskThroughput: 125,
  serverVersion: "26.0",
});
new kc.ManagedClusterReplicaset("replicas", { projectId: project.id, clusterId: db.id, replicaCount: 1 });
new esc.ScheduledBackup("nightly", {
  projectId: project.id,
  sourceClusterId: db.id,
  description: "nightly",
  schedule: "0 2 * * *",
  backupDescription: "{cluster}",
  maxBackupCount: 7,
});
