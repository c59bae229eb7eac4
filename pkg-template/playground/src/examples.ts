// The programs to start with.
import published from "../../../ts-examples/published-program/index.ts?raw";
import publishedDocument from "../../../ts-examples/published-program/document.json?raw";
import type { Args } from "../../src/json";
import type { ViewName } from "./app";

export interface Example {
  id: string;
  title: string;
  text: string;
  environment?: string;
  before?: string;
  view?: ViewName;
}

interface Resource {
  kind: string;
  name: string;
  args: Args;
  dependsOn?: string[];
}

/** JSON with short objects on one line. */
export function laidOut(value: unknown, indent = ""): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const isArray = Array.isArray(value);
  const parts = isArray
    ? (value as unknown[]).map((part) => laidOut(part, inner))
    : Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${laidOut(part, inner)}`);
  const [open, close] = isArray ? "[]" : "{}";
  const line = isArray ? `[${parts.join(", ")}]` : `{ ${parts.join(", ")} }`;
  if (parts.length === 0) return `${open}${close}`;
  if (line.length + indent.length < 76 && !line.includes("\n") && !("kind" in value)) return line;
  return `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close}`;
}

const project: Resource = { kind: "Project", name: "orders", args: { name: "orders" } };
const projectId = { ref: "orders" };

interface Site {
  resourceProvider: string;
  region: string;
  cidrBlock: string;
  own: string;
  disk: Args;
  account: string;
  network: string;
  hour: number;
}

const SITES: { [name: string]: Site } = {
  america: {
    resourceProvider: "aws",
    region: "us-east-1",
    cidrBlock: "10.20.0.0/23",
    own: "172.20.0.0/16",
    disk: { diskType: "gp3", diskSize: 1000, diskIops: 3000, diskThroughput: 125 },
    account: "012345678901",
    network: "vpc-0a1b2c3d4e5f67890",
    hour: 2,
  },
  asia: {
    resourceProvider: "gcp",
    region: "asia-southeast1",
    cidrBlock: "10.20.4.0/23",
    own: "172.21.0.0/16",
    disk: { diskType: "ssd", diskSize: 1000 },
    account: "orders-apps-412",
    network: "apps",
    hour: 18,
  },
  europe: {
    resourceProvider: "azure",
    region: "westeurope",
    cidrBlock: "10.20.6.0/23",
    own: "172.22.0.0/16",
    disk: { diskType: "premium-ssd-lrs", diskSize: 1000 },
    account: "8f1d3c2e-5b7a-4c9d-9e0f-1a2b3c4d5e6f",
    network:
      "/subscriptions/2c4e6f80-1a3b-4c5d-8e7f-9a0b1c2d3e4f/resourceGroups/apps/" +
      "providers/Microsoft.Network/virtualNetworks/apps",
    hour: 22,
  },
};

function site(
  name: string,
  { resourceProvider, region, cidrBlock, own, disk, account, network, hour }: Site,
): Resource[] {
  const cluster = { ref: name };
  const backup = (purpose: string, schedule: string, maxBackupCount: number): Resource => ({
    kind: "ScheduledBackup",
    name: `${name}-${purpose}`,
    args: {
      projectId,
      sourceClusterId: cluster,
      description: `${purpose} backup of ${name}`,
      schedule,
      backupDescription: `{cluster} ${purpose} {datetime:rfc3339}`,
      maxBackupCount,
    },
    // A backup and a replica set of one cluster must not be created at the same time.
    ...(name === "america" ? { dependsOn: ["replicas"] } : {}),
  });
  return [
    {
      kind: "Network",
      name: `${name}-net`,
      args: { projectId, name: `${name}-net`, resourceProvider, region, cidrBlock },
    },
    {
      kind: "Peering",
      name: `${name}-apps`,
      args: {
        projectId,
        networkId: { ref: `${name}-net` },
        name: `${name}-apps`,
        peerResourceProvider: resourceProvider,
        peerNetworkRegion: region,
        peerAccountId: account,
        peerNetworkId: network,
        routes: [own],
      },
    },
    {
      kind: "ManagedCluster",
      name,
      args: {
        projectId,
        networkId: { ref: `${name}-net` },
        name,
        topology: "three-node-multi-zone",
        instanceType: "M32",
        ...disk,
        serverVersion: "26.0",
        protected: true,
      },
    },
    backup("daily", `0 ${hour} * * *`, 7),
    backup("6-hourly", `30 */6 * * *`, 8),
    backup("weekly", `${name === "asia" ? "0 18" : "0 4"} * * 0`, 4),
  ];
}

function threeClouds(): string {
  const secret = { secret: true };
  const resources: Resource[] = [
    project,
    ...Object.entries(SITES).flatMap(([name, facts]) => site(name, facts)),
    {
      kind: "Acl",
      name: "offices",
      args: { projectId, name: "offices", cidrBlocks: [{ address: "9.9.9.0/24", comment: "office" }] },
    },
    {
      kind: "ManagedClusterReplicaset",
      name: "replicas",
      args: { projectId, clusterId: { ref: "america" }, replicaCount: 1 },
    },
    {
      kind: "Integration",
      name: "slack",
      args: {
        projectId,
        description: "issues to Slack",
        data: { sink: "slack", source: "issues", channelId: "#operations", token: secret },
      },
    },
    {
      kind: "AWSCloudWatchLogsIntegration",
      name: "logs",
      args: {
        projectId,
        description: "logs to CloudWatch",
        accessKeyId: secret,
        secretAccessKey: secret,
        clusterIds: [{ ref: "america" }],
        groupName: "EventStoreLogs-Prod",
        region: "us-east-1",
      },
    },
    {
      kind: "AWSCloudWatchMetricsIntegration",
      name: "metrics",
      args: {
        projectId,
        description: "metrics to CloudWatch",
        accessKeyId: secret,
        secretAccessKey: secret,
        clusterIds: [{ ref: "america" }],
        namespace: "KurrentCloud",
        region: "us-east-1",
      },
    },
  ];
  return laidOut({ target: "kurrentcloud@0.3.x", environment: "production", resources });
}

function overlapping(): string {
  const net = (name: string, cidrBlock: string): Resource => ({
    kind: "Network",
    name,
    args: { projectId, name, resourceProvider: "aws", region: "us-east-1", cidrBlock },
  });
  const peering = (name: string, network: string, ...routes: string[]): Resource => ({
    kind: "Peering",
    name,
    args: {
      projectId,
      networkId: { ref: network },
      name,
      peerResourceProvider: "aws",
      peerNetworkRegion: "us-east-1",
      peerAccountId: "012345678901",
      peerNetworkId: "vpc-0a1b2c3d4e5f67890",
      routes,
    },
  });
  return laidOut({
    partial: true,
    resources: [
      project,
      net("orders", "10.20.0.0/20"),
      net("billing", "10.20.8.0/22"),
      net("search", "10.20.32.0/20"),
      net("mail", "10.20.64.0/24"),
      net("audit", "10.20.65.0/24"),
      net("archive", "10.20.128.0/18"),
      peering("orders-apps", "orders", "10.20.12.0/24", "172.16.0.0/16"),
      peering("billing-apps", "billing", "172.16.0.0/16"),
      peering("search-apps", "search", "172.18.0.0/16", "10.20.40.0/23"),
      peering("archive-apps", "archive", "172.20.0.0/14"),
    ],
  });
}

function production(change: {
  cidrBlock: string;
  diskSize: number;
  instanceType: string;
  serverVersion: string;
  staging: boolean;
}): string {
  const cluster = (name: string, isProtected: boolean, more: Args): Resource => ({
    kind: "ManagedCluster",
    name,
    args: {
      projectId,
      networkId: { ref: `${name}-net` },
      name,
      topology: "three-node-multi-zone",
      instanceType: "M32",
      diskType: "gp3",
      diskSize: 1000,
      diskIops: 3000,
      diskThroughput: 125,
      serverVersion: "26.0",
      protected: isProtected,
      ...more,
    },
  });
  const net = (name: string, cidrBlock: string): Resource => ({
    kind: "Network",
    name: `${name}-net`,
    args: { projectId, name: `${name}-net`, resourceProvider: "aws", region: "us-east-1", cidrBlock },
  });
  const { cidrBlock, diskSize, instanceType, serverVersion, staging } = change;
  return laidOut({
    resources: [
      project,
      net("orders", "10.20.0.0/23"),
      cluster("orders", true, { diskSize, instanceType }),
      net("billing", cidrBlock),
      cluster("billing", false, {}),
      ...(staging
        ? [
            net("staging", "10.20.8.0/24"),
            cluster("staging", false, { topology: "single-node", instanceType: "F1", diskSize: 30, serverVersion }),
          ]
        : []),
    ],
  });
}

export const EXAMPLES: readonly Example[] = [
  { id: "published", title: "The published program", text: publishedDocument },
  { id: "program", title: "The published program in TypeScript", text: published },
  { id: "clouds", title: "Three clouds, with a backup clash", text: threeClouds(), view: "addresses" },
  { id: "overlaps", title: "Overlapping networks", text: overlapping(), view: "addresses" },
  {
    id: "change",
    title: "A change in production",
    view: "change",
    before: production({
      cidrBlock: "10.20.4.0/23",
      diskSize: 1000,
      instanceType: "M32",
      serverVersion: "26.0",
      staging: true,
    }),
    text: production({
      cidrBlock: "10.20.16.0/22",
      diskSize: 1500,
      instanceType: "M64",
      serverVersion: "26.0",
      staging: false,
    }),
  },
  {
    id: "args",
    title: "The args of one resource",
    text:
      '{\n  projectId: project.id,\n  name: "orders-net",\n  resourceProvider: "aws",\n  region: "us-east1",\n  ' +
      'cidrBlock: "10.20.0.1/16",\n}\n',
  },
];
