// Every property accepts plain values, configuration, promises, secrets and outputs.
import * as pulumi from "@pulumi/pulumi";
import * as esc from "@eventstore/pulumi-eventstorecloud";
import { managedCluster, network, project, scheduledBackup } from "eventstorecloud-planner";

const cfg = new pulumi.Config();
const other = new pulumi.StackReference("other");

const orders = new esc.Project("orders", project({ name: pulumi.interpolate`${pulumi.getStack()}-orders` }));

const net = new esc.Network("net", network({
  projectId: orders.id,
  resourceProvider: cfg.require("provider"),
  region: cfg.requireSecret("region"),
  cidrBlock: Promise.resolve("10.20.0.0/16"),
  publicAccess: cfg.requireBoolean("public"),
  name: pulumi.secret("net"),
}));

const db = new esc.ManagedCluster("db", managedCluster({
  projectId: other.requireOutput("projectId"),
  networkId: pulumi.output(net.id),
  topology: cfg.require("topology"),
  instanceType: pulumi.secret("F1"),
  diskSize: cfg.requireNumber("diskSize"),
  diskType: pulumi.output("gp3"),
  diskIops: cfg.requireSecretNumber("diskIops"),
  diskThroughput: net.id.apply((id) => id.length),
  serverVersion: Promise.resolve("26.0"),
  projectionLevel: pulumi.output("off").apply((level) => level),
  protected: pulumi.output(true),
  publicAccess: Promise.resolve(false),
  aclId: pulumi.output(Promise.resolve("acl")),
  name: pulumi.concat("db-", net.id),
}));

export const backup = new esc.ScheduledBackup("backup", scheduledBackup({
  projectId: pulumi.all([orders.id, net.id]).apply(([id]) => id),
  sourceClusterId: db.id,
  description: pulumi.interpolate`backup of ${db.name}`,
  schedule: cfg.requireSecret("schedule"),
  backupDescription: db.id.apply(async (id) => `backup of ${id}`),
  maxBackupCount: pulumi.output(7),
}));
