/**
 * A stack with every kind of resource, its args made by builders, or by nothing to compare with. The environment says:
 *
 * - `BUILDERS`: `plain` (those of the package), `waiting` (those of `/pulumi`) or `none`;
 * - `PACKAGE`: the SDK; the newer one has replica sets too;
 * - `CHANGES`: other args by the resource's name, in JSON; `{ "late": value }` is a value that only the update knows.
 *
 * What the builders returned is an output of the stack.
 */
const pulumi = require("@pulumi/pulumi");

const { BUILDERS, PACKAGE = "@eventstore/pulumi-eventstorecloud", CHANGES = "{}" } = process.env;
const sdk = require(PACKAGE);
const builders = {
  plain: () => require("eventstorecloud-planner"),
  waiting: () => require("eventstorecloud-planner/pulumi"),
  none: () => undefined,
}[BUILDERS]();
const isNewer = PACKAGE.startsWith("@kurrent/");
const options = isNewer ? { target: "kurrentcloud@0.3.0" } : {};
const changes = JSON.parse(CHANGES);
const config = new pulumi.Config("demo");
const secret = (key) => config.requireSecret(key);

const built = {};
let orders;

const BUILDER_OF = {
  AWSCloudWatchLogsIntegration: "awsCloudWatchLogsIntegration",
  AWSCloudWatchMetricsIntegration: "awsCloudWatchMetricsIntegration",
};

function make(kind, name, args, opts) {
  const all = { ...args };
  for (const [key, value] of Object.entries(changes[name] ?? {})) all[key] = written(value);
  const builder = BUILDER_OF[kind] ?? kind[0].toLowerCase() + kind.slice(1);
  built[name] = builders === undefined ? all : builders[builder](all, options);
  return new sdk[kind](name, built[name], opts);
}

const written = (value) => (value?.late === undefined ? value : orders.id.apply(() => value.late));
const late = (value) => orders.id.apply(() => value);

const provider = make("Provider", "account", {
  organizationId: process.env.ESC_ORG_ID,
  token: secret("token"),
  tokenStore: ".tokens-of-account",
  identityProviderUrl: process.env.ESC_URL,
  url: process.env.ESC_URL,
  // The constructor insists on it; builders complete it.
  ...(builders === undefined ? { clientId: "" } : {}),
});
const mine = { provider };

orders = make("Project", "orders", { name: "orders" }, mine);
const net = make(
  "Network",
  "net",
  {
    projectId: orders.id,
    name: "net",
    resourceProvider: "aws",
    region: Promise.resolve("us-east-1"),
    cidrBlock: late("10.20.0.0/16"),
  },
  mine,
);
const open = make(
  "Network",
  "open",
  { projectId: orders.id, name: "open", resourceProvider: "azure", region: "East US", publicAccess: true },
  mine,
);
const offices = make(
  "Acl",
  "offices",
  {
    projectId: orders.id,
    name: pulumi.secret("offices"),
    cidrBlocks: [{ address: "9.9.9.9" }, { address: late("9.9.8.0/24"), comment: "lab" }],
  },
  mine,
);
make(
  "Peering",
  "apps",
  {
    projectId: net.projectId,
    networkId: pulumi.interpolate`${net.id}`,
    name: "apps",
    peerResourceProvider: net.resourceProvider,
    peerNetworkRegion: net.region,
    peerAccountId: secret("account"),
    peerNetworkId: "vpc-0a1b2c3d4e5f67890",
    routes: Promise.resolve(["172.20.0.0/16", "172.21.0.0/16"]),
  },
  mine,
);
const db = make(
  "ManagedCluster",
  "db",
  {
    projectId: orders.id,
    networkId: net.id,
    name: "db",
    topology: "three-node-multi-zone",
    instanceType: "m32",
    diskType: "gp3",
    diskSize: 1000,
    serverVersion: pulumi.secret("26.0"),
    projectionLevel: late("System"),
  },
  mine,
);
make(
  "ManagedCluster",
  "front",
  {
    projectId: orders.id,
    networkId: open.id,
    name: "front",
    topology: "single-node",
    instanceType: late("M8"),
    diskType: "Premium-SSD-LRS",
    diskSize: Promise.resolve(512),
    serverVersion: "26.0",
    publicAccess: true,
    aclId: offices.id,
  },
  mine,
);
make(
  "ScheduledBackup",
  "nightly",
  { projectId: orders.id, sourceClusterId: db.id, description: "nightly", schedule: "@daily", maxBackupCount: 7 },
  mine,
);
make(
  "Integration",
  "slack",
  {
    projectId: orders.id,
    description: late("issues"),
    data: { sink: "slack", source: "issues", channelId: "#ops", token: secret("slack") },
  },
  mine,
);
const keys = { projectId: orders.id, accessKeyId: secret("key"), secretAccessKey: secret("secretKey") };
make(
  "AWSCloudWatchLogsIntegration",
  "logs",
  { ...keys, description: "logs", clusterIds: [db.id], groupName: "logs", region: late("us-east-1") },
  mine,
);
make(
  "AWSCloudWatchMetricsIntegration",
  "metrics",
  { ...keys, description: "metrics", clusterIds: pulumi.all([db.id]), namespace: "Kurrent", region: "us-east-1" },
  mine,
);
if (isNewer)
  make("ManagedClusterReplicaset", "replicas", { projectId: orders.id, clusterId: db.id, replicaCount: late(2) }, mine);

exports.built = pulumi.secret(built);
