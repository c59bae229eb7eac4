// Inline programs, in a process of their own: what goes wrong in an update is an unhandled rejection, which Pulumi's
// language server takes, and which a test runner would take before it. Prints the outcomes as JSON.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { runInline } from "../engine/index.mjs";

const require = createRequire(import.meta.url);
const esc = require("@eventstore/pulumi-eventstorecloud");
const { guard } = require("eventstorecloud-planner/pulumi");

const config = { "eventstorecloud:organizationId": "bt77lfqrh41uaatmh200", "eventstorecloud:token": "token-MARKER" };
const options = {
  folder: fileURLToPath(new URL("../../..", import.meta.url)),
  config,
  secretKeys: ["eventstorecloud:token"],
};

/** A program with one network in a region. */
const program =
  (region, late = false) =>
  async () => {
    guard();
    const project = new esc.Project("orders", { name: "orders" });
    if (late) await new Promise((resolve) => setTimeout(resolve, 50));
    const net = new esc.Network("net", {
      name: "net",
      projectId: project.id,
      region,
      resourceProvider: "aws",
      cidrBlock: "10.20.0.0/16",
    });
    return { net: net.id };
  };

const run = async (region, more = {}) => {
  const { error, logs, registrations } = await runInline(program(region, more.late), { ...options, ...more });
  return {
    error: error?.message,
    errors: logs.filter(({ severity }) => severity === "error").map(({ message }) => message),
    registered: registrations
      .filter(({ type }) => type !== "pulumi:pulumi:Stack")
      .map(({ name }) => name)
      .sort(),
  };
};

const outcomes = {
  badPreview: await run("us-east1", { preview: true }),
  goodPreview: await run("us-east-1", { preview: true }),
  badUpdate: await run("us-east1"),
  goodUpdate: await run("us-east-1"),
  together: await Promise.all(
    ["us-east-1", "us-east1", "eu-west-1", "us-east2"].map((region, i) =>
      run(region, { preview: true, late: i % 2 === 0, stack: `stack-${i}`, project: `project-${i}` }),
    ),
  ),
};
process.stdout.write(JSON.stringify(outcomes), () => process.exit());
