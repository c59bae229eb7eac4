// How the SDK makes registrations of what a program writes, as the engine receives them.
import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { prepare, VARIANTS } from "../pulumi/installs/index.mjs";
import { kept, previewOf } from "./programs/index.mjs";
import { skip } from "./rig/engines.mjs";
import { run } from "./rig/processes.mjs";
import { stackOf } from "./rig/pulumi.mjs";

const HEAD = `const pulumi = require("@pulumi/pulumi"), esc = require("@eventstore/pulumi-eventstorecloud");\n`;
const AWS = `{ resourceProvider: "aws", region: "us-east-1", cidrBlock: "10.20.0.0/16" }`;

const stackWith = (t, program, options) => stackOf(t, { files: { "index.js": HEAD + program }, ...options });

/** A preview of a program. */
const previewed = async (t, program, options) => previewOf(await stackWith(t, program, options));

describe("an entry function", { skip, concurrency: 2 }, () => {
  const body = `{ new esc.Project("orders", { name: "orders" }); }`;

  it("that is the only export of a CommonJS program is called", async (t) => {
    const { exitCode, operations } = await previewed(t, `module.exports = async () => ${body};`);
    assert.deepEqual([exitCode, operations], [0, { orders: ["create"] }]);
  });

  it("that is the default export of a CommonJS program is never called, and nothing says so", async (t) => {
    const program = `Object.defineProperty(exports, "__esModule", { value: true }); exports.default = async () => ${body};`;
    const { exitCode, operations, errors, warnings } = await previewed(t, program);
    assert.deepEqual([exitCode, operations, errors, warnings], [0, {}, [], []]);
  });

  it("that is the default export of an ES module is called", async (t) => {
    const text = `import * as esc from "@eventstore/pulumi-eventstorecloud"; export default async () => ${body};`;
    const options = { variant: "newest-esm-vendored", main: "index.ts", files: { "index.ts": text } };
    const { exitCode, operations } = await previewOf(await stackOf(t, options));
    assert.deepEqual([exitCode, operations], [0, { orders: ["create"] }]);
  });
});

describe("a registration", { skip, concurrency: 2 }, () => {
  it("has protection and provider from its component", async (t) => {
    const { exitCode, stepOf } = await previewed(
      t,
      `const provider = new esc.Provider("ours", { organizationId: "bt77lfqrh41uaatmh200", token: "refresh-MARKER",
        tokenStore: ".own", clientId: "", identityProviderUrl: process.env.ESC_URL, url: process.env.ESC_URL });
      class Base extends pulumi.ComponentResource {
        constructor(name, opts) {
          super("demo:index:Base", name, {}, opts);
          new esc.Project("orders", { name: "orders" }, { parent: this });
        }
      }
      new Base("base", { protect: true, providers: [provider] });`,
    );
    assert.equal(exitCode, 0);
    const { newState, provider } = stepOf("orders");
    assert.equal(newState.protect, true);
    assert.match(provider, /::ours::/);
    assert.equal(stepOf("ours").newState.inputs.token, "[secret]", "although it is written in plain text");
  });

  it("hides secrets as closely as they are written", async (t) => {
    const options = { secrets: { "demo:network": '{"region":"us-east-1","cidrBlock":"10.20.0.0/16"}' } };
    const { exitCode, inputsOf, said } = await previewed(
      t,
      `const projectId = new esc.Project("orders", { name: "orders" }).id;
      const settings = new pulumi.Config("demo").requireSecretObject("network");
      new esc.Network("net", { projectId, name: "net", resourceProvider: "aws", cidrBlock: "10.20.0.0/16",
        region: settings.region });
      const token = pulumi.secret("xoxb-MARKER");
      new esc.Integration("slack", { projectId, description: "issues",
        data: { sink: "slack", source: "issues", channelId: "#ops", token } });
      new esc.AWSCloudWatchLogsIntegration("logs", { projectId, description: "logs", clusterIds: ["c2bq5k5o4t0gqrkt0031"],
        groupName: "logs", region: "us-east-1", accessKeyId: "key-MARKER", secretAccessKey: "secret-MARKER" });`,
      options,
    );
    assert.equal(exitCode, 0);
    assert.equal(inputsOf("net").region, "[secret]", "one field of an object that is secret as a whole");
    const { channelId, token } = inputsOf("slack").data;
    assert.deepEqual([channelId, token], ["#ops", "[secret]"]);
    const { accessKeyId, secretAccessKey, groupName } = inputsOf("logs");
    assert.deepEqual([accessKeyId, secretAccessKey, groupName], ["[secret]", "[secret]", "logs"]);
    assert.doesNotMatch(said, /MARKER/);
  });

  it("has no property that is undefined, what transformations say, and comes when its values are known", async (t) => {
    const { exitCode, steps, inputsOf } = await previewed(
      t,
      `const renamed = ({ props, opts }) => ({ props: { ...props, name: "renamed" }, opts });
      const late = new Promise((resolve) => setTimeout(resolve, 500, "first"));
      const first = new esc.Project("first", { name: late });
      new esc.Project("second", { name: "second" }, { transformations: [renamed] });
      new esc.Network("net", { projectId: "c2bq5k5o4t0gqrkt0030", name: "net", ...${AWS}, publicAccess: undefined });`,
    );
    assert.equal(exitCode, 0);
    assert.equal(inputsOf("second").name, "renamed");
    // The provider puts its default in the place of what is not there.
    assert.ok(inputsOf("net").__defaults.includes("publicAccess"));
    const order = steps.map(({ urn }) => urn.split("::").at(-1));
    assert.ok(order.indexOf("second") < order.indexOf("first"), order.join());
  });

  it("has numbers from the configuration as texts, and the provider makes numbers of them", async (t) => {
    const stack = await stackWith(
      t,
      `const projectId = new esc.Project("orders", { name: "orders" }).id;
      const networkId = new esc.Network("net", { projectId, name: "net", ...${AWS} }).id;
      const diskSize = new pulumi.Config("demo").get("diskSize");
      new esc.ManagedCluster("db", { projectId, networkId, name: "db", topology: "single-node", instanceType: "F1",
        diskType: "gp3", diskIops: 3000, diskThroughput: 125, diskSize, serverVersion: "26.0" });
      new esc.Integration("told", { projectId, description: pulumi.jsonStringify({ z: projectId.apply(() => 1), a: typeof diskSize }),
        data: { sink: "slack", source: "issues", channelId: "#ops", token: pulumi.secret("xoxb-MARKER") } });`,
      { config: { "demo:diskSize": "640" } },
    );
    const up = await stack.up();
    assert.equal(up.exitCode, 0, up.said);
    assert.equal(kept(stack.service, "cluster")[0].diskSizeGb, 640);
    const state = await stack.export();
    const { inputs, outputs } = state.deployment.resources.find(({ urn }) => urn.endsWith("::db"));
    assert.deepEqual([inputs.diskSize, outputs.diskSize], [640, 640]);
    // Keys stay in the order in which they are written.
    assert.equal(kept(stack.service, "integration")[0].description, '{"z":1,"a":"string"}');
    assert.deepEqual((await stack.preview()).operations, { told: ["update"] });
  });

  it("of a resource that is imported has its id in a preview, and one that is renamed by an alias stays", async (t) => {
    const stack = await stackWith(
      t,
      `const { STEP, PROJECT } = process.env;
      class Base extends pulumi.ComponentResource {
        constructor(name) { super("demo:index:Base", name); }
      }
      const make = (name, opts) => new esc.Project(name, { name }, opts);
      if (STEP === "1") { make("by-name"); make("by-urn"); make("by-parent"); }
      else {
        const named = (name, opts) => new esc.Project("new-" + name, { name }, opts);
        named("by-name", { aliases: [{ name: "by-name" }] });
        named("by-urn", { aliases: [pulumi.createUrn("by-urn", "eventstorecloud:index/project:Project")] });
        const parent = new Base("base");
        new esc.Project("by-parent", { name: "by-parent" }, { parent, aliases: [{ parent: pulumi.rootStackResource }] });
        const adopted = new esc.Project("adopted", { name: "by-name" }, { import: PROJECT });
        new esc.Network("net", { projectId: adopted.id, name: "net", ...${AWS} });
      }`,
    );
    const up = await stack.up({ env: { STEP: "1" } });
    assert.equal(up.exitCode, 0, up.said);
    const { id } = kept(stack.service, "project").find(({ name }) => name === "by-name");
    const { operations, inputsOf, stepOf, said } = await previewOf(stack, { env: { STEP: "2", PROJECT: id } });
    const ours = Object.fromEntries(Object.entries(operations).filter(([name]) => name !== "base"));
    assert.deepEqual(ours, { adopted: ["import"], net: ["create"] }, said);
    assert.deepEqual([stepOf("adopted").newState.importID, inputsOf("net").projectId], [id, id]);
  });
});

describe("mocks", () => {
  it("are given all of data as a secret where a part is one", async () => {
    const { node, projectFolder } = await prepare(VARIANTS.find(({ name }) => name === "newest-commonjs-vendored"));
    const cwd = projectFolder("registrations-mocks", {
      "index.js": `${HEAD}
        let inputsOfSlack;
        const newResource = ({ name, inputs }) => ((inputsOfSlack = inputs), { id: name + "-id", state: inputs });
        pulumi.runtime.setMocks({ newResource, call: () => ({}) }).then(async () => {
          const slack = new esc.Integration("slack", { projectId: "c2bq5k5o4t0gqrkt0030", description: "issues",
            data: { sink: "slack", channelId: "#ops", token: pulumi.secret("xoxb-MARKER") } });
          await slack.id.promise();
          console.log(Object.keys(inputsOfSlack.data).sort().join());
        });`,
    });
    const { exitCode, stdout, stderr } = await run(node, ["index.js"], { cwd, env: {} });
    assert.deepEqual([exitCode, stdout.trim(), stderr], [0, "4dabf18193072939515e22adb298388d,value", ""]);
  });
});
