// Two networks that the program's own transform changes: one from wrong to right, and one from right to wrong.
if (process.env.GUARD !== "0") require("eventstorecloud-planner/pulumi/guard");
const esc = require("@eventstore/pulumi-eventstorecloud");
const pulumi = require("@pulumi/pulumi");

const RIGHT = "us-east-1";
const WRONG = "us-east1";

pulumi.runtime.registerResourceTransform(({ type, name, props, opts }) =>
  type.endsWith(":Network") ? { props: { ...props, region: name === "mended" ? RIGHT : WRONG }, opts } : undefined,
);
const { id: projectId } = new esc.Project("project", { name: "project" });
const network = (name, region, cidrBlock) =>
  new esc.Network(name, { projectId, name, resourceProvider: "aws", region, cidrBlock });
network("mended", WRONG, "10.70.0.0/16");
network("spoilt", RIGHT, "10.71.0.0/16");
