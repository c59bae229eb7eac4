// The stand-in for Pulumi's engine, with every SDK, module format and TypeScript: before anything is said about our
// package, this says that programs run at all, and that the engine sees what they do.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import path from "node:path";
import { describe, it } from "node:test";

import { UNKNOWN, runProgram } from "../engine/index.mjs";
import { SDKS, VARIANTS, prepare } from "../installs/index.mjs";

const PROGRAM = `import * as pulumi from "@pulumi/pulumi";
import * as esc from "@eventstore/pulumi-eventstorecloud";

/** Nothing of this is in the JavaScript, so that its lines differ. */
interface Place {
    region: string;
}

const place: Place = { region: "us-east-1" };
const config = new pulumi.Config();
const project = new esc.Project("orders", { name: "orders" });

class Store extends pulumi.ComponentResource {
    constructor(name: string, projectId: pulumi.Input<string>) {
        super("demo:index:Store", name);
        const inside = new esc.Network("inside", {
            projectId, name: "inside", resourceProvider: "aws", region: place.region, cidrBlock: "10.21.0.0/16",
        }, { parent: this });
        this.registerOutputs({ networkId: inside.id });
    }
}

new Store("store", project.id);
const net = new esc.Network("net", {
    projectId: project.id, name: "net", resourceProvider: "aws", region: place.region, cidrBlock: "10.20.0.0/16",
});
new esc.ManagedCluster("db", {
    projectId: project.id, networkId: net.id, name: "db", topology: "single-node", instanceType: "F1",
    diskSize: 10, diskType: "gp3", diskIops: 3000, diskThroughput: 125, serverVersion: "26.0",
});
new esc.Integration("alerts", {
    projectId: project.id, description: "alerts", data: { sink: "slack", token: config.requireSecret("token") },
});
pulumi.log.info(new Error("here").stack!.replace(/\\u001b\\[\\d+m/g, ""));
export const region = net.region;
`;
/** Where PROGRAM says `new Error("here")`. */
const HERE = PROGRAM.split("\n").findIndex((line) => line.includes("here")) + 1;

const THROWING = `import * as pulumi from "@pulumi/pulumi";
if (pulumi.getStack() === "dev") throw new Error("out of order");
`;
const COMPLAINING = `import * as pulumi from "@pulumi/pulumi";
pulumi.log.error("out of order");
`;

const config = { config: { "demo:token": "hunter2" }, secretKeys: ["demo:token"] };
const network = (name, projectId, cidrBlock) => ({
  projectId,
  name,
  resourceProvider: "aws",
  region: "us-east-1",
  cidrBlock,
});

/** What PROGRAM registers, by name, where the ids of new resources are what `id` makes of their names. */
const expectedRegistrations = (id) => ({
  "demo-dev": { type: "pulumi:pulumi:Stack", props: {}, secrets: [], dependencies: [] },
  orders: { type: "eventstorecloud:index/project:Project", props: { name: "orders" }, secrets: [], dependencies: [] },
  store: { type: "demo:index:Store", props: {}, secrets: [], dependencies: [] },
  inside: {
    type: "demo:index:Store$eventstorecloud:index/network:Network",
    props: network("inside", id("orders"), "10.21.0.0/16"),
    secrets: [],
    dependencies: ["orders"],
  },
  net: {
    type: "eventstorecloud:index/network:Network",
    props: network("net", id("orders"), "10.20.0.0/16"),
    secrets: [],
    dependencies: ["orders"],
  },
  db: {
    type: "eventstorecloud:index/managedCluster:ManagedCluster",
    props: {
      ...{ projectId: id("orders"), networkId: id("net"), name: "db", topology: "single-node", instanceType: "F1" },
      ...{ diskSize: 10, diskType: "gp3", diskIops: 3000, diskThroughput: 125, serverVersion: "26.0" },
    },
    secrets: [],
    dependencies: ["net", "orders"],
  },
  alerts: {
    type: "eventstorecloud:index/integration:Integration",
    props: { projectId: id("orders"), description: "alerts", data: { sink: "slack", token: "hunter2" } },
    secrets: ["data.token"],
    dependencies: ["orders"],
  },
});

const nameOf = (urn) => urn.split("::")[3];
const found = ({ registrations }) =>
  Object.fromEntries(
    registrations.map(({ name, urn, props, secrets, dependencies }) => [
      name,
      { type: urn.split("::")[2], props, secrets, dependencies: dependencies.map(nameOf).sort() },
    ]),
  );
const messages = ({ logs }, severity) => logs.filter((log) => log.severity === severity).map((log) => log.message);

/** Fails with all that the program said. */
function assertExit(result, matches) {
  const said = [...messages(result, "error"), result.stdout, result.stderr].join("\n");
  assert.ok(matches(result.exitCode), `exit code ${result.exitCode}, signal ${result.signal}\n${said}`);
}

/** That the SDK compiles with the TypeScript the variant promises. */
function assertCompiler({ sdk, module, typescript }, sdkFolder, result) {
  if (sdk === "oldest") {
    const fromSdk = createRequire(path.join(sdkFolder, "package.json"));
    assert.match(fromSdk("typescript").version, /^3\.7\./);
    assert.match(fromSdk("ts-node").VERSION, /^7\./);
    return;
  }
  const said = messages(result, "debug").join("\n");
  const compiler = {
    vendored: "Using vendored typescript@3.8.3",
    4.9: "Found typescript version 4.9.5",
    5.9: "Found typescript version 5.9.3",
  };
  assert.ok(said.includes(compiler[typescript]), said);
  const ownTsNode = module === "esm" && typescript !== "vendored";
  assert.ok(said.includes(ownTsNode ? "Found ts-node version: 10.9.2" : "Using vendored ts-node@7.0.1"), said);
}

describe("programs of every kind", { concurrency: 2 }, () => {
  for (const variant of VARIANTS) {
    it(variant.name, { skip: variant.skip ?? false }, async () => {
      const { sdkFolder, projectFolder, ...how } = await prepare(variant);
      const run = (name, text, options) =>
        runProgram({ ...how, folder: projectFolder(name, { "index.ts": text }), ...options });
      assert.equal(
        createRequire(path.join(sdkFolder, "package.json"))("./package.json").version,
        SDKS[variant.sdk].version,
      );

      const preview = await run("preview", PROGRAM, { ...config, preview: true });
      assertExit(preview, (code) => code === 0);
      assert.deepEqual(
        found(preview),
        expectedRegistrations(() => UNKNOWN),
      );
      assert.deepEqual(preview.outputs.find(({ urn }) => nameOf(urn) === "store").props, { networkId: UNKNOWN });
      assertCompiler(variant, sdkFolder, preview);

      const update = await run("update", PROGRAM, config);
      assertExit(update, (code) => code === 0);
      assert.deepEqual(
        found(update),
        expectedRegistrations((name) => `${name}-id`),
      );
      assert.deepEqual(update.outputs.find(({ urn }) => nameOf(urn) === "demo-dev").props, { region: "us-east-1" });
      const [trace] = messages(update, "info");
      assert.equal(trace.includes(`index.ts:${HERE}:`), variant.tellsLines, trace);

      const throwing = await run("throwing", THROWING, { preview: true });
      assertExit(throwing, (code) => code !== 0);
      assert.match(messages(throwing, "error").join("\n"), /out of order/);

      // What only logs an error does not fail: this is Pulumi, and nobody may build on the contrary.
      const complaining = await run("complaining", COMPLAINING, { preview: true });
      assertExit(complaining, (code) => code === 0);
      assert.deepEqual(messages(complaining, "error"), ["out of order"]);
    });
  }
});
