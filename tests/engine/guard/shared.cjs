// A stack that others refer to: a network, and blocks that are kept secret.
require("eventstorecloud-planner/pulumi/guard");
const esc = require("@eventstore/pulumi-eventstorecloud");
const pulumi = require("@pulumi/pulumi");

const project = new esc.Project("shared", { name: "shared" });
const net = new esc.Network("shared-net", {
  projectId: project.id,
  name: "shared-net",
  resourceProvider: "gcp",
  region: "us-east1",
  cidrBlock: "10.90.0.0/16",
});
exports.projectId = project.id;
exports.networkId = net.id;
exports.block = pulumi.secret("10.61.0.0/16");
exports.badBlock = pulumi.secret("10.62.0.1/16");
