// All builders with plain values and references, each given to the real provider as far as it has the kind.
import * as esc from "@eventstore/pulumi-eventstorecloud";
import {
  acl,
  awsCloudWatchLogsIntegration,
  awsCloudWatchMetricsIntegration,
  integration,
  managedCluster,
  managedClusterReplicaset,
  network,
  peering,
  project,
  provider,
  scheduledBackup,
} from "eventstorecloud-planner";

export const explicit = new esc.Provider(
  "esc",
  provider({
    organizationId: "bt77lfqrh41uaatmh200",
    token: "from-a-secret-store",
    tokenStore: "/home/deploy/.esctf/tokens",
  }),
);

const orders = new esc.Project("orders", project({ name: "orders" }));

const net = new esc.Network(
  "net",
  network({
    projectId: orders.id,
    resourceProvider: "aws",
    region: "us-east-1",
    cidrBlock: "10.20.0.0/16",
  }),
);

const db = new esc.ManagedCluster(
  "db",
  managedCluster({
    projectId: orders.id,
    networkId: net.id,
    topology: "three-node-multi-zone",
    instanceType: "C4",
    diskSize: 100,
    diskType: "gp3",
    serverVersion: "26.0",
  }),
);

export const backup = new esc.ScheduledBackup(
  "backup",
  scheduledBackup({
    projectId: orders.id,
    sourceClusterId: db.id,
    description: "Daily backup",
    schedule: "@daily",
    maxBackupCount: 7,
  }),
  { protect: true },
);

export const link = new esc.Peering(
  "apps",
  peering({
    projectId: orders.id,
    networkId: net.id,
    peerResourceProvider: net.resourceProvider,
    peerNetworkRegion: net.region,
    peerAccountId: "012345678901",
    peerNetworkId: "vpc-0a1b2c3d4e5f67890",
    routes: ["172.20.0.0/16"],
  }),
);

export const offices = new esc.Acl(
  "offices",
  acl({
    projectId: orders.id,
    cidrBlocks: [{ address: "9.9.9.0/24", comment: "office" }, { address: "9.9.9.9" }],
  }),
);

export const slack = new esc.Integration(
  "slack",
  integration({
    projectId: orders.id,
    description: "issues to Slack",
    data: { sink: "slack", source: "issues", channelId: "#operations", token: "from-a-secret-store" },
  }),
);

const credentials = { accessKeyId: "from-a-secret-store", secretAccessKey: "from-a-secret-store" };
export const logs = new esc.AWSCloudWatchLogsIntegration(
  "logs",
  awsCloudWatchLogsIntegration({
    ...credentials,
    projectId: orders.id,
    description: "logs",
    clusterIds: [db.id],
    groupName: "EventStoreLogs-Prod",
    region: "us-east-1",
  }),
);
export const metrics = new esc.AWSCloudWatchMetricsIntegration(
  "metrics",
  awsCloudWatchMetricsIntegration({
    ...credentials,
    projectId: orders.id,
    description: "metrics",
    clusterIds: [db.id],
    namespace: "KurrentCloud",
    region: "us-east-1",
  }),
);

// The legacy package has no replica sets: what is returned goes to the new one.
export const replicas: { clusterId: unknown; replicaCount: unknown } = managedClusterReplicaset(
  {
    projectId: orders.id,
    clusterId: db.id,
    replicaCount: 1,
  },
  { target: "kurrentcloud@0.3.x" },
);
