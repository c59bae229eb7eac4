// Resources in spellings of people. `BUILDERS=1` gives their arguments to the builders, which write the usual spelling.
// The guard looks on with `GUARD=1`.
if (process.env.GUARD === "1") require("eventstorecloud-planner/pulumi/guard");
const esc = require("@eventstore/pulumi-eventstorecloud");
const builders = require("eventstorecloud-planner/pulumi");

const built = (builder, args) => (process.env.BUILDERS === "1" ? builders[builder](args) : args);

const { id: projectId } = new esc.Project("project", { name: "project" });
const network = (name, args) => new esc.Network(name, built("network", { projectId, name, ...args }));
network("azure", { resourceProvider: "Azure", region: "East US", cidrBlock: "10.50.0.0/16" });
const { id: networkId } = network("aws", { resourceProvider: "AWS", region: "us-east-1", cidrBlock: "10.51.0.0/16" });
const db = new esc.ManagedCluster(
  "db",
  built("managedCluster", {
    projectId,
    networkId,
    name: "db",
    topology: "Three-Node-Multi-Zone",
    instanceType: "m16",
    diskType: "GP3",
    diskSize: 500,
    diskIops: 3000,
    diskThroughput: 125,
    serverVersion: "26.0",
  }),
);
new esc.Peering(
  "peering",
  built("peering", {
    projectId,
    networkId,
    name: "peering",
    peerResourceProvider: "AWS",
    peerNetworkRegion: "us-east-1",
    peerAccountId: "012345678901",
    peerNetworkId: "vpc-0a1b2c3d4e5f67890",
    routes: ["10.100.0.0/16"],
  }),
);
new esc.ScheduledBackup(
  "backup",
  built("scheduledBackup", {
    projectId,
    sourceClusterId: db.id,
    description: "nightly",
    schedule: "00 02 * * *",
    backupDescription: "{cluster}",
    maxBackupCount: 7,
  }),
);
new esc.Acl("acl", built("acl", { projectId, name: "acl", cidrBlocks: [{ address: "9.9.9.9" }] }));
