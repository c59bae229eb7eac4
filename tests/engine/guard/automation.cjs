// Inline programs of the Automation API, many in this process. Prints what came of each run, as JSON.
// Imported alone, the guard does nothing here: no stack is running yet.
require("eventstorecloud-planner/pulumi/guard");
const { LocalWorkspace } = require("@pulumi/pulumi/automation");
const esc = require("@eventstore/pulumi-eventstorecloud");
const pulumi = require("@pulumi/pulumi");
const { guard } = require("eventstorecloud-planner/pulumi");

let rejections = 0;
process.on("unhandledRejection", () => (rejections += 1));

const programOf =
  (changed, { isGuarded = true, busyMs = 0 }) =>
  async () => {
    if (isGuarded) guard();
    const { id: projectId } = new esc.Project("project", { name: pulumi.getStack() });
    const { id: networkId } = new esc.Network("net", {
      projectId,
      name: "net",
      resourceProvider: "aws",
      region: "us-east-1",
      cidrBlock: "10.40.0.0/16",
      ...changed,
    });
    new esc.ManagedCluster("db", {
      projectId,
      networkId,
      name: "db",
      topology: "single-node",
      instanceType: "F1",
      diskType: "gp3",
      diskSize: 16,
      diskIops: 3000,
      diskThroughput: 125,
      serverVersion: "26.0",
    });
    await new Promise((resolve) => setTimeout(resolve, busyMs));
    return { networkId };
  };

/** Runs an operation of a stack: whether it succeeded, the errors that the engine showed, and what was rejected. */
async function run(stackName, operation, changed = {}, options = {}) {
  const program = programOf(changed, options);
  const stack = await LocalWorkspace.createOrSelectStack({ stackName, projectName: "inline", program });
  const errors = [];
  const onEvent = ({ diagnosticEvent: event }) => {
    if (event?.severity === "error") errors.push(event.message.replace(/<\{%[^%]*%\}>/g, ""));
  };
  const before = rejections;
  const end = (outcome) => ({ ...outcome, errors, rejections: rejections - before });
  try {
    const { summary, changeSummary } = await stack[operation]({ onEvent, parallel: 1 });
    return end({ succeeded: true, changes: changeSummary ?? summary.resourceChanges });
  } catch {
    // What is rejected comes after the engine has ended.
    await new Promise((resolve) => setTimeout(resolve, 200));
    return end({ succeeded: false });
  }
}

const REGION = { region: "us-east1" };
const HOST_BITS = { cidrBlock: "10.40.0.1/16" };

async function main() {
  const outcomes = {
    unguarded: await run("bad", "preview", REGION, { isGuarded: false }),
    badPreview: await run("bad", "preview", REGION),
    badUpdate: await run("bad", "up", REGION),
    refusedPreview: await run("bad", "preview", HOST_BITS, { busyMs: Number(process.env.BUSY_MS) }),
    refusedUpdate: await run("bad", "up", HOST_BITS),
    goodPreview: await run("good", "preview"),
    goodUpdate: await run("good", "up"),
    goodAgain: await run("good", "preview"),
  };
  const together = [
    run("one", "preview", REGION),
    run("two", "preview"),
    run("three", "preview", { region: "us-east2" }),
  ];
  outcomes.together = await Promise.all(together);
  console.log(JSON.stringify(outcomes));
}

main();
