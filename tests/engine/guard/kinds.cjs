// One resource of each kind, all of them right. The environment changes the program:
//
// - `CHANGED`: arguments by resource, as JSON; `null` leaves one out, "NaN" stands for the number, and
//   `{ "secret": value }` for a secret;
// - `ONLY`: a resource, which then comes with nothing but those that it needs;
// - `IGNORED`: arguments whose changes are ignored, by resource;
// - `BUILDERS=1`: the builders get the arguments;
// - `BUSY_MS`: for how long the program has something else to do;
// - `GUARD=0`: there is no guard; `OPTIONS`: its options.
if (process.env.GUARD !== "0") require("eventstorecloud-planner/pulumi/guard");
if (process.env.OPTIONS) require("eventstorecloud-planner/pulumi").guard(JSON.parse(process.env.OPTIONS));
const esc = require("@eventstore/pulumi-eventstorecloud");
const pulumi = require("@pulumi/pulumi");
const builders = require("eventstorecloud-planner/pulumi");

const changed = JSON.parse(process.env.CHANGED ?? "{}");
const ignored = JSON.parse(process.env.IGNORED ?? "{}");

const NEEDS = { net: [], acl: [], int: [], peer: ["net"], db: ["net"], bak: ["net", "db"] };
const only = process.env.ONLY;
const isThere = (name) => only === undefined || [only, "orders", ...NEEDS[only]].includes(name);

const builderOf = ({ name }) => builders[name[0].toLowerCase() + name.slice(1)];

function meant(value) {
  if (value === "NaN") return Number.NaN;
  return value?.secret === undefined ? value : pulumi.secret(value.secret);
}

function make(Kind, name, written) {
  if (!isThere(name)) return { id: "" };
  const args = { ...written };
  for (const [key, value] of Object.entries(changed[name] ?? {})) {
    if (value === null) delete args[key];
    else args[key] = meant(value);
  }
  const options = { ignoreChanges: ignored[name] };
  return new Kind(name, process.env.BUILDERS === "1" ? builderOf(Kind)(args) : args, options);
}

const { id: projectId } = make(esc.Project, "orders", { name: "orders" });
const { id: networkId } = make(esc.Network, "net", {
  projectId,
  name: "net",
  resourceProvider: "aws",
  region: "us-east-1",
  cidrBlock: "10.20.0.0/16",
});
make(esc.Peering, "peer", {
  projectId,
  networkId,
  name: "peer",
  peerResourceProvider: "aws",
  peerNetworkRegion: "us-east-1",
  peerAccountId: "012345678901",
  peerNetworkId: "vpc-0a1b2c3d4e5f67890",
  routes: ["10.100.0.0/16"],
});
make(esc.Acl, "acl", { projectId, name: "acl", cidrBlocks: [{ address: "9.9.9.0/24", comment: "office" }] });
const { id: sourceClusterId } = make(esc.ManagedCluster, "db", {
  projectId,
  networkId,
  name: "db",
  topology: "three-node-multi-zone",
  instanceType: "M16",
  diskType: "gp3",
  diskSize: 500,
  diskIops: 3000,
  diskThroughput: 125,
  serverVersion: "26.0",
});
make(esc.ScheduledBackup, "bak", {
  projectId,
  sourceClusterId,
  description: "nightly",
  schedule: "0 2 * * *",
  backupDescription: "{cluster}",
  maxBackupCount: 7,
});
make(esc.Integration, "int", {
  projectId,
  description: "issues",
  data: { sink: "slack", source: "issues", channelId: "#ops", token: pulumi.secret("xoxb-MARKER") },
});
setTimeout(() => {}, Number(process.env.BUSY_MS ?? 0));
