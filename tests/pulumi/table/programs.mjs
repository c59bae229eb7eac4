// Thirty programs, good and bad, of all kinds and on three clouds, each as a document. What is wrong with each is
// written here; that everything which checks programs finds exactly this is the table test's business.

const CLOUDS = {
  aws: {
    network: { resourceProvider: "aws", region: "us-east-1" },
    peering: {
      peerResourceProvider: "aws",
      peerNetworkRegion: "us-east-1",
      peerAccountId: "012345678901",
      peerNetworkId: "vpc-0a1b2c3d4e5f67890",
    },
    disk: { diskType: "gp3", diskSize: 1000, diskIops: 3000, diskThroughput: 125 },
  },
  gcp: {
    network: { resourceProvider: "gcp", region: "us-east1" },
    peering: {
      peerResourceProvider: "gcp",
      peerNetworkRegion: "us-east1",
      peerAccountId: "orders-prod",
      peerNetworkId: "apps",
    },
    disk: { diskType: "ssd", diskSize: 1000 },
  },
  azure: {
    network: { resourceProvider: "azure", region: "eastus" },
    peering: {
      peerResourceProvider: "azure",
      peerNetworkRegion: "eastus",
      peerAccountId: "0f8fad5b-d9cb-469f-a165-70867728950e",
      peerNetworkId:
        "/subscriptions/7b2f3c4d-1a2b-4c3d-8e9f-0a1b2c3d4e5f/resourceGroups/apps/providers/Microsoft.Network/virtualNetworks/apps-vnet",
    },
    disk: { diskType: "premium-ssd-lrs", diskSize: 1024 },
  },
};

const TARGETS = { eventstorecloud: "eventstorecloud@0.2.20", kurrentcloud: "kurrentcloud@0.3.1" };
const in_ = (name) => ({ ref: name });
const project = in_("orders");

/** A program that nothing is wrong with: every kind that the package has, by name. */
function complete(cloud, family) {
  const { network, peering, disk } = CLOUDS[cloud];
  return {
    orders: { kind: "Project", args: { name: "orders" } },
    net: { kind: "Network", args: { projectId: project, name: "net", ...network, cidrBlock: "10.20.0.0/16" } },
    offices: {
      kind: "Acl",
      args: { projectId: project, name: "offices", cidrBlocks: [{ address: "9.9.9.0/24", comment: "office" }] },
    },
    apps: {
      kind: "Peering",
      args: { projectId: project, networkId: in_("net"), name: "apps", ...peering, routes: ["172.20.0.0/16"] },
    },
    db: {
      kind: "ManagedCluster",
      args: {
        projectId: project,
        networkId: in_("net"),
        name: "db",
        topology: "three-node-multi-zone",
        instanceType: "M32",
        ...disk,
        serverVersion: "26.0",
        projectionLevel: "system",
        protected: true,
      },
    },
    ...(family === "kurrentcloud"
      ? {
          replicas: {
            kind: "ManagedClusterReplicaset",
            args: { projectId: project, clusterId: in_("db"), replicaCount: 1 },
          },
        }
      : {}),
    nightly: {
      kind: "ScheduledBackup",
      args: {
        projectId: project,
        sourceClusterId: in_("db"),
        description: "nightly",
        schedule: "0 2 * * *",
        backupDescription: "{cluster} nightly {datetime:rfc3339}",
        maxBackupCount: 14,
      },
      ...(family === "kurrentcloud" ? { dependsOn: ["replicas"] } : {}),
    },
    slack: {
      kind: "Integration",
      args: {
        projectId: project,
        description: "issues to Slack",
        data: { sink: "slack", source: "issues", channelId: "#operations", token: { secret: "xoxb-12345-MARKER" } },
      },
    },
    logs: {
      kind: "AWSCloudWatchLogsIntegration",
      args: { projectId: project, ...cloudWatch, description: "logs", groupName: "EventStoreLogs-Prod" },
    },
    metrics: {
      kind: "AWSCloudWatchMetricsIntegration",
      args: { projectId: project, ...cloudWatch, description: "metrics", namespace: "KurrentCloud" },
    },
  };
}

const cloudWatch = {
  accessKeyId: { secret: "AKIAIOSFODNN7MARKER1" },
  secretAccessKey: { secret: "wJalrXUtnFEMIK7MDENGbPxRfiCYMARKERMARKER" },
  clusterIds: [in_("db")],
  region: "us-east-1",
};

/**
 * A program: the complete one of a cloud, changed. `codes` is what is wrong with it, sorted. Of these, `together` are
 * those that only several resources together show, and `mended` those that a builder writes right by itself. `refused`
 * is the resource that the provider refuses: the engine ends the program there. `judged` is what is wrong with it as
 * the provider takes it, where that is something else.
 */
function program(
  name,
  cloud,
  family,
  codes,
  change = () => undefined,
  { mended = [], together = [], refused, judged = codes, environment } = {},
) {
  const resources = complete(cloud, family);
  change(resources);
  return {
    name,
    family,
    codes,
    mended,
    together,
    refused,
    judged,
    document: {
      target: TARGETS[family],
      ...(environment === undefined ? {} : { environment }),
      configuration: {
        [`${family}:organizationId`]: "bt77lfqrh41uaatmh200",
        [`${family}:token`]: { secret: "token-MARKER" },
      },
      environmentVariables: {},
      resources: Object.entries(resources).map(([name, { kind, args, dependsOn }]) => ({
        kind,
        name,
        args,
        ...(dependsOn === undefined ? {} : { dependsOn }),
      })),
    },
  };
}

const [legacy, current] = ["eventstorecloud", "kurrentcloud"];
const set = (name, args) => (resources) => Object.assign(resources[name].args, args);
const all =
  (...changes) =>
  (resources) =>
    changes.forEach((change) => change(resources));

export const PROGRAMS = [
  program("nothing is wrong on AWS", "aws", legacy, []),
  program("nothing is wrong on Google Cloud", "gcp", legacy, []),
  program("nothing is wrong on Azure", "azure", legacy, []),
  program("nothing is wrong with the present package on AWS", "aws", current, []),
  program("nothing is wrong with the present package on Google Cloud", "gcp", current, []),
  program("nothing is wrong with the present package on Azure", "azure", current, []),
  program("a region of another cloud", "aws", legacy, ["NET011"], set("net", { region: "us-east1" })),
  program("host bits", "gcp", legacy, ["NET007"], set("net", { cidrBlock: "10.20.0.1/16" }), {
    refused: "net",
  }),
  program("a block that is too small", "azure", legacy, ["NET008"], set("net", { cidrBlock: "10.20.0.0/28" }), {
    refused: "net",
  }),
  program(
    "spellings that a builder mends",
    "azure",
    legacy,
    ["BAK002", "NET016"],
    all(set("net", { region: "East US" }), set("nightly", { schedule: "@daily" })),
    { mended: ["BAK002", "NET016"] },
  ),
  program("gp2", "aws", legacy, ["CLU006"], set("db", { diskType: "gp2" }), { refused: "db" }),
  program("the disk of another cloud", "gcp", legacy, ["CLU007"], set("db", { diskType: "premium-ssd-lrs" }), {
    together: ["CLU007"],
  }),
  program(
    "gp3 without its settings",
    "aws",
    legacy,
    ["CLU012", "CLU013"],
    (resources) => {
      delete resources.db.args.diskIops;
      delete resources.db.args.diskThroughput;
    },
    { mended: ["CLU012", "CLU013"], refused: "db" },
  ),
  program(
    "a version whose support has ended, as a number",
    "aws",
    current,
    ["VER002"],
    set("db", { serverVersion: 20.1 }),
    { judged: ["VER004"] },
  ),
  program(
    "an unknown topology and size",
    "gcp",
    legacy,
    ["CLU001", "CLU003"],
    set("db", { topology: "two-node", instanceType: "M31" }),
    { refused: "db" },
  ),
  program(
    "a schedule that the service does not take",
    "aws",
    legacy,
    ["BAK009", "BAK017"],
    set("nightly", { schedule: "*/5 * * * *", maxBackupCount: 0 }),
  ),
  program(
    "two networks that overlap through one peer",
    "aws",
    legacy,
    ["PEER018"],
    (resources) => {
      resources.other = {
        kind: "Network",
        args: { ...resources.net.args, name: "other", cidrBlock: "10.20.128.0/17" },
      };
      resources.more = { kind: "Peering", args: { ...resources.apps.args, name: "more", networkId: in_("other") } };
    },
    { together: ["PEER018"] },
  ),
  program("routes that overlap the network", "gcp", legacy, ["PEER009"], set("apps", { routes: ["10.20.0.0/20"] }), {
    together: ["PEER009"],
  }),
  program("the peer is in another cloud", "azure", legacy, ["PEER003"], set("apps", CLOUDS.aws.peering), {
    together: ["PEER003"],
  }),
  program(
    "an AWS account that is none",
    "aws",
    legacy,
    ["PEER011", "PEER012"],
    set("apps", { peerAccountId: "1234", peerNetworkId: "my-vpc" }),
  ),
  program(
    "a cluster without a backup",
    "aws",
    legacy,
    ["STACK006"],
    (resources) => {
      delete resources.nightly;
    },
    { together: ["STACK006"] },
  ),
  program(
    "a network that nothing can reach",
    "aws",
    legacy,
    ["STACK004"],
    (resources) => {
      delete resources.apps;
    },
    { together: ["STACK004"] },
  ),
  program(
    "resources of two projects",
    "azure",
    current,
    ["CW008", "REP004", "STACK002"],
    (resources) => {
      const others = { ...resources };
      for (const name of Object.keys(resources)) delete resources[name];
      Object.assign(resources, { billing: { kind: "Project", args: { name: "billing" } } }, others);
      resources.db.args.projectId = in_("billing");
    },
    { together: ["CW008", "REP004", "STACK002"] },
  ),
  program("a project's id where a network's belongs", "aws", legacy, ["STACK001"], set("db", { networkId: project }), {
    together: ["STACK001"],
  }),
  program("too many replicas", "aws", current, ["REP001"], set("replicas", { replicaCount: 9 }), {
    refused: "replicas",
  }),
  program(
    "an access list that is open to all",
    "gcp",
    legacy,
    ["ACL009"],
    set("offices", { cidrBlocks: [{ address: "0.0.0.0/0", comment: "all" }] }),
  ),
  program(
    "an integration with a wrong key and no token",
    "aws",
    legacy,
    ["INT002", "INT003"],
    set("slack", { data: { sink: "slack", source: "isues", channel: "#operations" } }),
  ),
  program(
    "CloudWatch in a region that is none",
    "azure",
    legacy,
    ["CW003"],
    all(set("logs", { region: "eastus" }), set("metrics", { region: "us-east1" })),
  ),
  program(
    "unprotected in production, on one node",
    "gcp",
    current,
    ["CLU021", "CLU022", "CLU033", "REP002"],
    set("db", { protected: false, topology: "single-node", instanceType: "F1" }),
    { environment: "production", together: ["REP002"] },
  ),
  program(
    "wrong values that are secret",
    "aws",
    legacy,
    ["NET011", "VER001"],
    all(set("net", { region: { secret: "eu-west-MARKER" } }), set("db", { serverVersion: { secret: "99.MARKER" } })),
  ),
];
