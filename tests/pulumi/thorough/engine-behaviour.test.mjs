// The stand-in for Pulumi's engine, where it answers back: transforms, refusals, other stacks, time.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";

import { UNKNOWN, runProgram } from "../engine/index.mjs";
import { VARIANTS, prepare } from "../installs/index.mjs";

const variant = VARIANTS.find(({ name }) => name === "newest-commonjs-5.9");
const NET = `{ name: "net", resourceProvider: "aws", region: "us-east-1", cidrBlock: "10.20.0.0/16"`;

describe("the engine", { concurrency: 2, skip: variant.skip ?? false }, () => {
  let how;
  before(async () => (how = await prepare(variant)));

  /** Runs JavaScript with `pulumi`, `esc` and `say`, which shows values of properties as a transform gets them. */
  function run(name, text, options) {
    const program = `const pulumi = require("@pulumi/pulumi");
      const esc = require("@eventstore/pulumi-eventstorecloud");
      const show = (value) => (pulumi.Output.isInstance(value) ? "an output" : value);
      const say = (who) => ({ name, props }) =>
        void pulumi.log.info(JSON.stringify([who, name, Object.fromEntries(Object.entries(props).map(([key, value]) => [key, show(value)]))]));
      ${text}`;
    const { projectFolder, node } = how;
    return runProgram({ node, typescript: false, folder: projectFolder(name, { "index.js": program }), ...options });
  }
  const said = ({ logs }) =>
    logs.filter(({ severity }) => severity === "info").map(({ message }) => JSON.parse(message));
  const errors = ({ logs }) =>
    logs
      .filter(({ severity }) => severity === "error")
      .map(({ message }) => message)
      .join("\n");
  const named = ({ registrations }, name) => registrations.find((registration) => registration.name === name);

  it("runs a resource's own transforms, then its parents', then the stack's", async () => {
    const result = await run(
      "order",
      `
      pulumi.runtime.registerResourceTransform(say("stack"));
      const parent = new pulumi.ComponentResource("demo:index:Store", "store", {}, { transforms: [say("parent")] });
      new esc.Project("orders", { name: "orders" }, { parent, transforms: [say("own")] });
    `,
    );
    assert.equal(result.exitCode, 0, errors(result));
    const calls = said(result).filter(([, name]) => name === "orders");
    assert.deepEqual(
      calls.map(([who]) => who),
      ["own", "parent", "stack"],
    );
  });

  it("gives transforms what is unknown or secret as outputs, once", async () => {
    const result = await run(
      "values",
      `
      pulumi.runtime.registerResourceTransform(({ type, props, opts }) =>
        ({ props: { ...props, [type.endsWith(":Integration") ? "description" : "name"]: "renamed" }, opts }));
      pulumi.runtime.registerResourceTransform(say("second"));
      const project = new esc.Project("orders", { name: "orders" }, { transforms: [say("first")] });
      new esc.Network("net", ${NET}, projectId: project.id }, { transforms: [say("first")] });
      new esc.Integration("alerts", { projectId: project.id, description: "alerts", data: pulumi.secret({ sink: "slack" }) });
    `,
      { preview: true },
    );
    assert.equal(result.exitCode, 0, errors(result));
    const call = (who, name) => said(result).find((call) => call[0] === who && call[1] === name)[2];
    assert.equal(call("first", "net").projectId, "an output");
    // A transform that gives properties back gives them in their older form, and the next one gets them like that.
    assert.deepEqual(call("second", "net").projectId, { __pulumiUnknown: true });
    assert.equal(call("second", "alerts").data.value.sink, "slack");
    assert.deepEqual(named(result, "alerts").props, {
      projectId: UNKNOWN,
      description: "renamed",
      data: { sink: "slack" },
    });
    assert.deepEqual(named(result, "alerts").secrets, ["data"]);
  });

  it("refuses a resource whose transform fails", async () => {
    const result = await run(
      "failing",
      `
      pulumi.runtime.registerResourceTransform(({ name }) => { if (name === "bad") throw new Error("no such thing"); });
      new esc.Project("good", { name: "good" });
      new esc.Project("bad", { name: "bad" });
    `,
    );
    assert.notEqual(result.exitCode, 0);
    assert.match(errors(result), /transform failed: Error: no such thing/);
    const message = "invoke transform: rpc error: code = Unknown desc = transform failed: Error: no such thing";
    assert.deepEqual(result.refusals, [{ type: "eventstorecloud:index/project:Project", name: "bad", message }]);
    assert.equal(named(result, "bad"), undefined);
    assert.notEqual(named(result, "good"), undefined);
  });

  it("can be one that knows no transforms", async () => {
    const result = await run(
      "without",
      `
      pulumi.runtime.registerResourceTransform(say("stack"));
      new esc.Project("orders", { name: "orders" });
    `,
      { transforms: false },
    );
    assert.notEqual(result.exitCode, 0);
    assert.match(errors(result), /does not support transforms/);
  });

  it("refuses a second resource of the same type and name", async () => {
    const result = await run(
      "twice",
      `
      new esc.Project("orders", { name: "one" });
      new esc.Project("orders", { name: "two" });
    `,
    );
    assert.notEqual(result.exitCode, 0);
    assert.match(
      errors(result),
      /Duplicate resource URN 'urn:pulumi:dev::demo::eventstorecloud:index\/project:Project::orders'/,
    );
  });

  it("answers for other stacks", async () => {
    const text = `
      const other = new pulumi.StackReference("acme/networks/dev");
      new esc.Integration("alerts", { projectId: other.getOutput("projectId"), description: "alerts", data: { token: other.getOutput("token") } });
    `;
    const outputs = { projectId: "c2bq5k5o4t0gqrkt0030", token: "hunter2" };
    const result = await run("reference", text, {
      stackOutputs: { "acme/networks/dev": { outputs, secretOutputNames: ["token"] } },
    });
    assert.equal(result.exitCode, 0, errors(result));
    assert.deepEqual(named(result, "alerts").props, {
      projectId: outputs.projectId,
      description: "alerts",
      data: { token: "hunter2" },
    });
    assert.deepEqual(named(result, "alerts").secrets, ["data.token"]);

    const unknown = await run("no-reference", text);
    assert.notEqual(unknown.exitCode, 0);
    assert.match(errors(unknown), /unknown stack "acme\/networks\/dev"/);
  });

  it("registers providers, and says which resource uses which", async () => {
    const result = await run(
      "provider",
      `
      const provider = new esc.Provider("ours", {
        organizationId: "bt77lfqrh41uaatmh200", token: "hunter2", clientId: "", identityProviderUrl: "", tokenStore: "/tmp/tokens", url: "https://api.eventstore.cloud",
      });
      new esc.Project("orders", { name: "orders" }, { provider });
    `,
      { idOf: (type, name) => `${type.split(":").at(-1)}/${name}` },
    );
    assert.equal(result.exitCode, 0, errors(result));
    const { urn, type, secrets } = named(result, "ours");
    assert.equal(type, "pulumi:providers:eventstorecloud");
    assert.deepEqual(secrets, ["token"]);
    assert.equal(named(result, "orders").provider, `${urn}::eventstorecloud/ours`);
  });

  it("echoes what a data source was asked", async () => {
    const result = await run(
      "invoke",
      `
      pulumi.runtime.invoke("demo:index:find", { name: "orders" }).then((answer) => pulumi.log.info(JSON.stringify(answer)));
    `,
    );
    assert.deepEqual(said(result), [{ name: "orders" }]);
    assert.deepEqual(result.invokes, [{ token: "demo:index:find", props: { name: "orders" }, secrets: [] }]);
  });

  it("shows a program nothing of this machine's environment", async () => {
    process.env.ESC_TOKEN = "from outside";
    const result = await run("environment", "console.log(JSON.stringify(process.env));", {
      env: { ESC_ORG_ID: "given" },
    });
    delete process.env.ESC_TOKEN;
    const seen = Object.keys(JSON.parse(result.stdout)).filter((name) => !name.startsWith("PULUMI_"));
    // The last of these Node gives to every process that it starts, when it counts what has run.
    const usual = ["PATH", "HOME", "TMPDIR", "NODE_V8_COVERAGE"];
    assert.deepEqual(seen.filter((name) => !usual.includes(name)).sort(), [
      "ESC_ORG_ID",
      "NODE_COMPILE_CACHE",
      "TS_NODE_CACHE",
    ]);
  });

  it("ends a program that does not end", async () => {
    const result = await run("endless", "console.log('started'); for (;;);", { timeoutMs: 3000 });
    assert.deepEqual([result.exitCode, result.signal, result.timedOut], [null, "SIGKILL", true]);
    assert.equal(result.stdout, "started\n");
  });
});
