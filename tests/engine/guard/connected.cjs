// A program that takes values from everywhere: another stack, lookups, what exists already, secret configuration and
// resources that are still to be created. `CASE` makes one of them wrong. `GUARD=0` leaves the guard out.
if (process.env.GUARD !== "0") require("eventstorecloud-planner/pulumi/guard");
const esc = require("@eventstore/pulumi-eventstorecloud");
const pulumi = require("@pulumi/pulumi");

const config = new pulumi.Config();
const when = (name, then, otherwise) => (process.env.CASE === name ? then : otherwise);
const cluster = (name) => ({
  name,
  topology: "single-node",
  instanceType: "F1",
  diskType: "gp3",
  diskSize: 16,
  diskIops: 3000,
  diskThroughput: 125,
  serverVersion: "26.0",
});

class EventStore extends pulumi.ComponentResource {
  constructor(name, cidrBlock, options) {
    super("example:index:EventStore", name, {}, options);
    const parent = { parent: this };
    this.project = new esc.Project(`${name}-project`, { name: `${name}-project` }, parent);
    const projectId = this.project.id;
    const args = { projectId, name: `${name}-net`, resourceProvider: "aws", region: "us-east-1", cidrBlock };
    this.net = new esc.Network(`${name}-net`, args, parent);
    const networkId = this.net.id;
    this.db = new esc.ManagedCluster(`${name}-db`, { projectId, networkId, ...cluster(`${name}-db`) }, parent);
    this.registerOutputs({ id: this.db.id });
  }
}

const spoil = ({ type, props, opts }) =>
  type.endsWith(":Network") ? { props: { ...props, region: "us-east1" }, opts } : undefined;

module.exports = async () => {
  const shared = new pulumi.StackReference("organization/shared/dev");
  const output = (name) => shared.requireOutput(name);
  const sharedProject = await esc.getProject({ name: "shared" });
  const sharedNet = await esc.getNetwork({ projectId: sharedProject.id, name: "shared-net" });
  const got = esc.Network.get("got", pulumi.interpolate`${output("projectId")}:${output("networkId")}`);

  const first = new EventStore("first", "10.60.0.0/16");
  const provider = new esc.Provider("explicit", {
    organizationId: process.env.ESC_ORG_ID,
    token: config.requireSecret("token"),
    tokenStore: "./explicit",
    clientId: "",
    identityProviderUrl: process.env.ESC_IDENTITY_PROVIDER_URL,
    url: process.env.ESC_URL,
  });
  new EventStore("second", when("secret of another stack", output("badBlock"), output("block")), {
    providers: [provider],
    transforms: when("transform of a component", [spoil], []),
  });

  const looked = { ...cluster("looked"), diskType: "ssd" };
  delete looked.diskIops;
  delete looked.diskThroughput;
  new esc.ManagedCluster("looked", {
    projectId: pulumi.output(sharedProject.id),
    networkId: pulumi.output(sharedNet.id),
    ...looked,
  });
  new esc.Acl("acl", {
    projectId: output("projectId"),
    name: got.name,
    cidrBlocks: [{ address: "9.9.9.0/24", comment: "office" }],
  });
  new esc.Network("kept", {
    projectId: first.project.id,
    name: config.requireSecret("name"),
    resourceProvider: "aws",
    region: "us-east-1",
    cidrBlock: config.requireSecret(when("secret of the configuration", "badBlock", "block")),
  });
  new esc.Integration("issues", {
    projectId: first.project.id,
    description: "issues",
    data: { sink: "slack", source: "issues", channelId: "#ops", token: config.requireSecret("token") },
  });
  new esc.ScheduledBackup(
    "late",
    {
      projectId: first.project.id,
      sourceClusterId: first.db.id,
      description: "late",
      schedule: first.db.id.apply(() => when("known in the update only", "0 2 * * MON", "0 2 * * *")),
      backupDescription: "{cluster}",
      maxBackupCount: 7,
    },
    { aliases: [{ name: "early" }] },
  );
};
