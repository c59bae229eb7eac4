// Outputs inside texts, in nine places. Each becomes a long explanation by the SDK, which is then taken for the value.
import "eventstorecloud-planner/pulumi/guard";
import * as pulumi from "@pulumi/pulumi";
import * as esc from "@eventstore/pulumi-eventstorecloud";

const base = new pulumi.Config("orders").requireSecret("base"); // "10.80"
const project = new esc.Project("orders", { name: "orders" });
const aws = { resourceProvider: "aws", region: "us-east-1" };
const net = new esc.Network("net", {
  projectId: project.id,
  name: `${project.name}-net`,
  cidrBlock: "10.80.0.0/16",
  ...aws,
});
new esc.Network("net2", { projectId: `${project.id}`, name: "net2", cidrBlock: "10.81.0.0/16", ...aws });
// The only one that the provider refuses. The variable puts a good value in its place.
const cidrBlock = process.env.CIDR_BLOCK ?? `${base}.0.0/16`;
new esc.Network("net3", { projectId: project.id, name: "net3", cidrBlock, ...aws });
new esc.ScheduledBackup("nightly", {
  projectId: project.id,
  sourceClusterId: `${net.id}`,
  description: "nightly backup of " + net.name,
  schedule: "0 2 * * *",
  backupDescription: "{cluster} " + project.name,
  maxBackupCount: 7,
});
new esc.Integration("slack", {
  projectId: project.id,
  description: "issues",
  data: { sink: "slack", source: "issues", channelId: `#${project.name}`, token: pulumi.secret(`${base}`) },
});
new esc.Integration("slack2", {
  projectId: project.id,
  description: "issues",
  data: { sink: "slack", source: "issues", channelId: "#issues", token: pulumi.secret(JSON.stringify(base)) },
});
