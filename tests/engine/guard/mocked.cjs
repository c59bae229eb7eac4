// A program under Pulumi's mocks, where no engine runs: prints the codes of the errors that `check` finds. With
// `BUILDER`, a builder refuses a value that comes as an Output.
const esc = require("@eventstore/pulumi-eventstorecloud");
const pulumi = require("@pulumi/pulumi");
const { recordRegistrations } = require("eventstorecloud-planner/testing");

const rejections = [];
process.on("unhandledRejection", (error) => rejections.push(String(error)));

function program() {
  require("eventstorecloud-planner/pulumi/guard");
  const { network } = require("eventstorecloud-planner/pulumi");
  const { id: projectId } = new esc.Project("project", { name: "project" });
  const args = (name, region, cidrBlock) => ({ projectId, name, resourceProvider: "aws", region, cidrBlock });
  new esc.Network("plain", args("plain", "us-east1", "10.0.0.0/16"));
  if (process.env.BUILDER) new esc.Network("built", network(args("built", pulumi.output("us-east1"), "10.1.0.0/16")));
}

async function main() {
  const mocks = recordRegistrations();
  await pulumi.runtime.setMocks(mocks, "demo", "dev");
  program();
  const { diagnostics } = await mocks.check();
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  await new Promise((resolve) => setTimeout(resolve, 50));
  console.log(JSON.stringify({ errors: errors.map(({ code, resource }) => `${code} ${resource.name}`), rejections }));
}

main();
