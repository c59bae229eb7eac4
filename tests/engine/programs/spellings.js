// What spellings.cjs lists, its args made by the builders that BUILDERS names, or as they are.
const pulumi = require("@pulumi/pulumi");
const esc = require("@eventstore/pulumi-eventstorecloud");
const { CASES } = require("./spellings.cjs");

const { BUILDERS } = process.env;
const builders = BUILDERS === "none" ? undefined : require(BUILDERS);

function make({ kind, name, args }, ids) {
  const all = { ...ids, ...args };
  const builder = kind[0].toLowerCase() + kind.slice(1);
  return new esc[kind](name, builders === undefined ? all : builders[builder](all));
}

const projectId = new esc.Project("orders", { name: "orders" }).id;
const network = { projectId, name: "net", resourceProvider: "azure", region: "eastus", cidrBlock: "10.0.0.0/16" };
const networkId = new esc.Network("net", network).id;
let cluster;
for (const each of CASES) {
  const ids = {
    Peering: { networkId },
    ManagedCluster: { networkId },
    ScheduledBackup: { sourceClusterId: cluster?.id },
  };
  const resource = make(each, { projectId, ...ids[each.kind] });
  if (each.kind === "ManagedCluster") cluster = resource;
}
exports.projectId = pulumi.output(projectId);
