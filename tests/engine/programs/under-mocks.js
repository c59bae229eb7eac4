// A unit test of a program with a wrong region, which is in an Output and may go through a builder.
const pulumi = require("@pulumi/pulumi");
const esc = require("@eventstore/pulumi-eventstorecloud");
const { network } = require("eventstorecloud-planner/pulumi");
const { recordRegistrations } = require("eventstorecloud-planner/testing");

async function test() {
  const mocks = recordRegistrations();
  await pulumi.runtime.setMocks(mocks, "orders", "dev");
  const project = new esc.Project("orders", { name: "orders" });
  const args = {
    projectId: project.id,
    name: "net",
    resourceProvider: "aws",
    region: pulumi.output("us-east1"),
    cidrBlock: "10.0.0.0/16",
  };
  new esc.Network("net", process.env.BUILDER === "true" ? network(args) : args);
  const { ok, diagnostics } = await mocks.check();
  console.log(JSON.stringify({ ok, found: diagnostics.map(({ code, path }) => `${code} ${path}`) }));
}

test();
