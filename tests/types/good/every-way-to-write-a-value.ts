// Every property accepts plain values, configuration, promises, secrets and outputs.
import * as pulumi from "@pulumi/pulumi";
import * as esc from "@eventstore/pulumi-eventstorecloud";
import {
  acl,
  awsCloudWatchLogsIntegration,
  integration,
  managedCluster,
  network,
  peering,
  project,
  scheduledBackup,
} from "eventstorecloud-planner";

const cfg = new pulumi.Config();
const other = new pulumi.StackReference("other");

const orders = new esc.Project("orders", project({ name: pulumi.interpolate`${pulumi.getStack()}-orders` }));

const net = new esc.Network(
  "net",
  network({
    projectId: orders.id,
    resourceProvider: cfg.require("provider"),
    region: cfg.requireSecret("region"),
    cidrBlock: Promise.resolve("10.20.0.0/16"),
    publicAccess: cfg.requireBoolean("public"),
    name: pulumi.secret("net"),
  }),
);

const db = new esc.ManagedCluster(
  "db",
  managedCluster({
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
  }),
);

export const backup = new esc.ScheduledBackup(
  "backup",
  scheduledBackup({
    projectId: pulumi.all([orders.id, net.id]).apply(([id]) => id),
    sourceClusterId: db.id,
    description: pulumi.interpolate`backup of ${db.name}`,
    schedule: cfg.requireSecret("schedule"),
    backupDescription: db.id.apply(async (id) => `backup of ${id}`),
    maxBackupCount: pulumi.output(7),
  }),
);

export const link = new esc.Peering(
  "apps",
  peering({
    projectId: orders.id,
    networkId: net.id,
    peerResourceProvider: cfg.require("provider"),
    peerNetworkRegion: net.region,
    peerAccountId: cfg.requireSecret("account"),
    peerNetworkId: Promise.resolve("vpc-0a1b2c3d4e5f67890"),
    routes: ["172.20.0.0/16", pulumi.output("172.21.0.0/16"), Promise.resolve("172.22.0.0/16"), cfg.require("route")],
  }),
);
export const wholeList = peering({
  projectId: orders.id,
  networkId: net.id,
  peerResourceProvider: "aws",
  peerNetworkRegion: "us-east-1",
  peerAccountId: "012345678901",
  peerNetworkId: "vpc-0a1b2c3d4e5f67890",
  routes: pulumi.output(["172.20.0.0/16"]),
});

export const offices = new esc.Acl(
  "offices",
  acl({
    projectId: orders.id,
    cidrBlocks: [
      { address: pulumi.output("9.9.9.0/24"), comment: Promise.resolve("office") },
      pulumi.output({ address: "9.9.9.9/32", comment: cfg.require("comment") }),
    ],
  }),
);

export const slack = new esc.Integration(
  "slack",
  integration({
    projectId: orders.id,
    description: "issues to Slack",
    data: {
      sink: "slack",
      source: cfg.require("source"),
      channelId: "#operations",
      token: cfg.requireSecret("slackToken"),
    },
  }),
);

export const logs = new esc.AWSCloudWatchLogsIntegration(
  "logs",
  awsCloudWatchLogsIntegration({
    projectId: orders.id,
    description: "logs",
    accessKeyId: cfg.requireSecret("accessKeyId"),
    secretAccessKey: cfg.requireSecret("secretAccessKey"),
    clusterIds: pulumi.all([db.id]).apply((ids) => ids),
    groupName: cfg.require("group"),
    region: net.region,
  }),
);
