/**
 * Spellings: what is deployed with one and then has another one in the program. `again`: what each run makes of the
 * first, `then`: what the first run makes of the second; `same` where it is nothing.
 */
const PROJECT = { projectId: { id: "orders" } };
const NET = { ...PROJECT, networkId: { id: "net" } };

let networks = 0;
const network = (args = {}) => ({
  ...PROJECT,
  name: `net-${(networks += 1)}`,
  resourceProvider: "aws",
  region: "us-east-1",
  cidrBlock: `10.${100 + networks}.0.0/16`,
  ...args,
});

let peerings = 0;
const peering = (args) => ({
  ...NET,
  name: `peer-${(peerings += 1)}`,
  peerResourceProvider: "aws",
  peerNetworkRegion: "us-east-1",
  peerAccountId: "012345678901",
  peerNetworkId: `vpc-${String(peerings).padStart(17, "0")}`,
  routes: [`172.${16 + peerings}.0.0/16`],
  ...args,
});

let clusters = 0;
const cluster = (args) => ({
  ...NET,
  name: `cluster-${(clusters += 1)}`,
  topology: "single-node",
  instanceType: "F1",
  diskType: "gp3",
  diskSize: 16,
  diskIops: 3000,
  diskThroughput: 125,
  serverVersion: "26.0",
  ...args,
});

const backup = (args) => ({
  ...PROJECT,
  sourceClusterId: { id: "db" },
  description: "daily",
  backupDescription: "daily of orders",
  schedule: "0 2 * * *",
  maxBackupCount: 7,
  ...args,
});

const cloudWatch = (args) => ({
  ...PROJECT,
  clusterIds: [{ id: "db" }, { id: "db2" }],
  region: "us-east-1",
  accessKeyId: { secret: "AKIAIOSFODNN7EXAMPLE" },
  secretAccessKey: { secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" },
  description: "for the operators",
  ...args,
});
const logs = (args) => cloudWatch({ groupName: "/orders", ...args });
const metrics = (args) => cloudWatch({ namespace: "orders", ...args });

const acl = (cidrBlocks) => ({ ...PROJECT, name: "offices", cidrBlocks });
const integration = (data) => ({ ...PROJECT, description: "alerts", data });

const SLACK = { sink: "slack", token: { secret: "xoxb-1234-MARKER" } };
const HOME = { address: "9.9.9.0/24", comment: "home" };
const OFFICE = { address: "8.8.8.0/24", comment: "office" };

/** `[what, kind, first args, what differs in the second, again, then, whether the service refuses that]` */
export const SPELLINGS = [
  ["region: case", "Network", network({ region: "US-EAST-1" }), { region: "us-east-1" }, "same", "replace"],
  ["region: display name", "Network", azure("East US"), { region: "eastus" }, "same", "replace"],
  ["region: space", "Network", network({ region: "us-east-1 " }), { region: "us-east-1" }, "same", "replace"],
  [
    "resourceProvider: case",
    "Network",
    network({ resourceProvider: "AWS" }),
    { resourceProvider: "aws" },
    "same",
    "same",
  ],
  ["publicAccess: absent", "Network", network(), { publicAccess: false }, "same", "same"],
  ["name: case", "Network", network({ name: "Names" }), { name: "names" }, "same", "update", true],
  [
    "peerResourceProvider: case",
    "Peering",
    peering({ peerResourceProvider: "AWS" }),
    { peerResourceProvider: "aws" },
    "replace",
    "same",
  ],
  [
    "peerNetworkRegion: case",
    "Peering",
    peering({ peerNetworkRegion: "US-EAST-1" }),
    { peerNetworkRegion: "us-east-1" },
    "same",
    "replace",
  ],
  [
    "peerNetworkId: case",
    "Peering",
    peering({ peerNetworkId: "VPC-0A1B2C3D4E5F67890" }),
    { peerNetworkId: "vpc-0a1b2c3d4e5f67890" },
    "same",
    "replace",
  ],
  [
    "routes: order",
    "Peering",
    peering({ routes: ["172.30.0.0/16", "172.31.0.0/16"] }),
    { routes: ["172.31.0.0/16", "172.30.0.0/16"] },
    "same",
    "same",
  ],
  [
    "topology: case",
    "ManagedCluster",
    cluster({ topology: "Single-Node" }),
    { topology: "single-node" },
    "replace",
    "same",
  ],
  ["instanceType: case", "ManagedCluster", cluster({ instanceType: "f1" }), { instanceType: "F1" }, "same", "same"],
  ["diskType: case", "ManagedCluster", cluster({ diskType: "gp3" }), { diskType: "GP3" }, "same", "same"],
  [
    "projectionLevel: case",
    "ManagedCluster",
    cluster({ projectionLevel: "System" }),
    { projectionLevel: "system" },
    "same",
    "same",
  ],
  ["projectionLevel: absent", "ManagedCluster", cluster(), { projectionLevel: "off" }, "same", "same"],
  ["protected: absent", "ManagedCluster", cluster(), { protected: false }, "same", "same"],
  ["publicAccess: absent", "ManagedCluster", cluster(), { publicAccess: false }, "same", "same"],
  ["aclId: absent", "ManagedCluster", cluster(), { aclId: "" }, "same", "same"],
  ["serverVersion: release", "ManagedCluster", cluster(), { serverVersion: "26.0.0" }, "same", "update"],
  ["serverVersionTag: absent", "ManagedCluster", cluster(), { serverVersionTag: "26.0.0" }, "same", "same"],
  ["name: case", "ManagedCluster", cluster({ name: "Names" }), { name: "names" }, "same", "update"],
  [
    "schedule: leading zero",
    "ScheduledBackup",
    backup({ schedule: "0 02 * * *" }),
    { schedule: "0 2 * * *" },
    "same",
    "replace",
  ],
  [
    "schedule: Sunday",
    "ScheduledBackup",
    backup({ schedule: "0 2 * * 7" }),
    { schedule: "0 2 * * 0" },
    "same",
    "replace",
  ],
  [
    "schedule: spaces",
    "ScheduledBackup",
    backup({ schedule: "0  2 * * *" }),
    { schedule: "0 2 * * *" },
    "same",
    "replace",
  ],
  [
    "description: case",
    "ScheduledBackup",
    backup({ description: "Daily" }),
    { description: "daily" },
    "same",
    "replace",
  ],
  [
    "backupDescription: case",
    "ScheduledBackup",
    backup({ backupDescription: "Daily" }),
    { backupDescription: "daily" },
    "same",
    "replace",
  ],
  [
    "address: prefix",
    "Acl",
    acl([{ address: "9.9.9.9", comment: "" }]),
    { cidrBlocks: [{ address: "9.9.9.9/32", comment: "" }] },
    "same",
    "update",
  ],
  [
    "comment: absent",
    "Acl",
    acl([{ address: "9.9.9.0/24" }]),
    { cidrBlocks: [{ address: "9.9.9.0/24", comment: "" }] },
    "same",
    "same",
  ],
  ["cidrBlocks: order", "Acl", acl([HOME, OFFICE]), { cidrBlocks: [OFFICE, HOME] }, "same", "update"],
  ["name: case", "Acl", { ...acl([HOME]), name: "Names" }, { name: "names" }, "same", "update"],
  [
    "data: name of a key",
    "Integration",
    integration({ ...SLACK, channelId: "C0123456789" }),
    { data: { ...SLACK, channel_id: "C0123456789" } },
    "update",
    "update",
  ],
  [
    "clusterIds: order",
    "AWSCloudWatchLogsIntegration",
    logs(),
    { clusterIds: [{ id: "db2" }, { id: "db" }] },
    "same",
    "update",
  ],
  [
    "groupName: case",
    "AWSCloudWatchLogsIntegration",
    logs({ groupName: "/Orders" }),
    { groupName: "/orders" },
    "same",
    "update",
  ],
  [
    "namespace: case",
    "AWSCloudWatchMetricsIntegration",
    metrics({ namespace: "Orders" }),
    { namespace: "orders" },
    "same",
    "update",
  ],
].map(([what, kind, first, second, again, then, isRefused = false], index) => ({
  key: `spelled-${index + 1}`,
  what: `${kind}.${what}`,
  kind,
  first,
  second: { ...first, ...second },
  again,
  then,
  isRefused,
}));

function azure(region) {
  return network({ resourceProvider: "azure", region });
}

/** The program with the first or the second spelling of each. */
export const spelled = (which) => ({
  more: [
    { key: "db2", kind: "ManagedCluster", args: cluster({ name: "orders-db2" }) },
    ...SPELLINGS.map(({ key, kind, [which]: args }) => ({ key, kind, args })),
  ],
});
