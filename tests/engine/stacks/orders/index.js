/**
 * The program of most runs under the command line: a project with a network, a cluster in it and the cluster's backups.
 * The environment variable `V`, in JSON, says in what a run differs:
 *
 * - `with`: more of the resources below; `all`: all of them; `without`: which of them to leave out;
 * - `args`, `options`: by a resource's key, what is added to its arguments and options; null takes something away;
 * - `names`: by a resource's key, another name in the program;
 * - `more`: further resources, each `{ key, kind, args, options }`, or `{ key, kind, get, state }` with the id of one
 *   to read and what the program knows of it;
 * - `package`: the package of the provider;
 * - `component`: whether there is the component `store`; `explicit`: settings in which the provider `mine` differs;
 * - `lookups`: by name, `{ function, args }` to look up, which `more` can use; `stackReference`: a stack whose outputs to
 *   read.
 *
 * A value `{ id: key }` stands for the id of another resource, `{ found: name }` for the id in the answer to a lookup,
 * `{ output: name }` for an output of the referenced stack, `{ secret: value }` for a secret. The options `parent`,
 * `provider`, `dependsOn` and `deletedWith` name other resources by their keys.
 */
const pulumi = require("@pulumi/pulumi");

const V = JSON.parse(process.env.V ?? "{}");
const esc = require(V.package ?? "@eventstore/pulumi-eventstorecloud");

const id = (key) => ({ id: key });
const IN_PROJECT = { projectId: id("orders") };
const GP3 = { diskType: "gp3", diskIops: 3000, diskThroughput: 125 };
const CLOUD_WATCH = {
  ...IN_PROJECT,
  clusterIds: [id("db")],
  region: "us-east-1",
  accessKeyId: { secret: "AKIAIOSFODNN7EXAMPLE" },
  secretAccessKey: { secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" },
};

const USUAL = ["orders", "net", "db", "backup"];
const RESOURCES = [
  { key: "orders", kind: "Project", args: { name: "orders" } },
  {
    key: "net",
    kind: "Network",
    args: {
      ...IN_PROJECT,
      name: "orders-net",
      resourceProvider: "aws",
      region: "us-east-1",
      cidrBlock: "10.20.0.0/16",
    },
  },
  {
    key: "pub",
    kind: "Network",
    args: { ...IN_PROJECT, name: "orders-pub", resourceProvider: "aws", region: "us-east-1", publicAccess: true },
  },
  {
    key: "acl",
    kind: "Acl",
    args: { ...IN_PROJECT, name: "offices", cidrBlocks: [{ address: "9.9.9.0/24", comment: "office" }] },
  },
  {
    key: "slack",
    kind: "Integration",
    args: {
      ...IN_PROJECT,
      description: "alerts",
      data: { sink: "slack", channelId: "C0123456789", token: { secret: "xoxb-1234-MARKER" } },
    },
  },
  {
    key: "db",
    kind: "ManagedCluster",
    args: {
      ...IN_PROJECT,
      ...GP3,
      name: "orders-db",
      networkId: id("net"),
      topology: "single-node",
      instanceType: "F1",
      diskSize: 16,
      serverVersion: "26.0",
    },
  },
  {
    key: "peer",
    kind: "Peering",
    args: {
      ...IN_PROJECT,
      name: "orders-peer",
      networkId: id("net"),
      peerResourceProvider: "aws",
      peerNetworkRegion: "us-east-1",
      peerAccountId: "012345678901",
      peerNetworkId: "vpc-0a1b2c3d4e5f67890",
      routes: ["172.20.0.0/16"],
    },
  },
  {
    key: "pubdb",
    kind: "ManagedCluster",
    args: {
      ...IN_PROJECT,
      ...GP3,
      name: "orders-pubdb",
      networkId: id("pub"),
      publicAccess: true,
      aclId: id("acl"),
      topology: "three-node-multi-zone",
      instanceType: "M8",
      diskSize: 32,
      serverVersion: "26.0",
    },
  },
  {
    key: "logs",
    kind: "AWSCloudWatchLogsIntegration",
    args: { ...CLOUD_WATCH, description: "logs", groupName: "/orders" },
  },
  {
    key: "metrics",
    kind: "AWSCloudWatchMetricsIntegration",
    args: { ...CLOUD_WATCH, description: "metrics", namespace: "orders" },
  },
  {
    key: "backup",
    kind: "ScheduledBackup",
    args: {
      ...IN_PROJECT,
      sourceClusterId: id("db"),
      description: "daily",
      backupDescription: "daily of orders",
      schedule: "0 2 * * *",
      maxBackupCount: 7,
    },
  },
];

const made = new Map();
const found = new Map();
const other = V.stackReference && new pulumi.StackReference(V.stackReference);

if (V.component) made.set("store", new pulumi.ComponentResource("demo:index:Store", "store"));
if (V.explicit) made.set("mine", new esc.Provider("mine", { ...fromEnvironment(), ...resolved(V.explicit) }));

const wanted = new Set(V.all ? RESOURCES.map(({ key }) => key) : [...USUAL, ...(V.with ?? [])]);
for (const key of V.without ?? []) wanted.delete(key);
RESOURCES.filter(({ key }) => wanted.has(key)).forEach(make);
for (const [name, { function: lookup, args }] of Object.entries(V.lookups ?? {}))
  found.set(name, esc[`${lookup}Output`](resolved(args)));
(V.more ?? []).forEach(make);

function make({ key, kind, get, state, args, options }) {
  if (get !== undefined) return made.set(key, esc[kind].get(key, get, resolved(state)));
  const changed = { ...args, ...V.args?.[key] };
  const given = optionsOf({ ...options, ...V.options?.[key] });
  made.set(key, new esc[kind](V.names?.[key] ?? key, resolved(changed), given));
}

/** The settings of the provider that nobody names. */
function fromEnvironment() {
  const { ESC_URL, ESC_IDENTITY_PROVIDER_URL, ESC_TOKEN, ESC_ORG_ID, ESC_TOKEN_STORE } = process.env;
  return {
    clientId: "",
    identityProviderUrl: ESC_IDENTITY_PROVIDER_URL,
    organizationId: ESC_ORG_ID,
    token: ESC_TOKEN,
    tokenStore: ESC_TOKEN_STORE,
    url: ESC_URL,
  };
}

function resolved(value) {
  if (Array.isArray(value)) return value.map(resolved);
  if (typeof value !== "object" || value === null) return value ?? undefined;
  const [[name, inner] = [], ...rest] = Object.entries(value);
  if (rest.length === 0 && name === "id") return made.get(inner).id;
  if (rest.length === 0 && name === "found") return found.get(inner).id;
  if (rest.length === 0 && name === "output") return other.getOutput(inner);
  if (rest.length === 0 && name === "secret") return pulumi.secret(inner);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, resolved(part)]));
}

function optionsOf(options) {
  const named = (keys) => (Array.isArray(keys) ? keys.map((key) => made.get(key)) : made.get(keys));
  const links = Object.entries(options).filter(([name]) =>
    ["parent", "provider", "dependsOn", "deletedWith"].includes(name),
  );
  return { ...options, ...Object.fromEntries(links.map(([name, keys]) => [name, named(keys)])) };
}

for (const key of ["orders", "net", "db"]) if (made.has(key)) exports[`${key}Id`] = made.get(key).id;
