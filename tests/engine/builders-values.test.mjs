// What builders refuse, respell and let through, and what the engine and the provider do with it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe } from "node:test";

import { expectedFailures } from "../support/expected-failures.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { once, previewOf } from "./programs/index.mjs";
import { skip } from "./rig/engines.mjs";
import { planChangeOf } from "./rig/planner.mjs";
import { stackOf } from "./rig/pulumi.mjs";

const it = expectedFailures(EXPECTED_FAILURES, import.meta.url);
const { CASES } = createRequire(import.meta.url)("./programs/spellings.cjs");

const textOf = (name) => readFileSync(new URL(`programs/${name}`, import.meta.url), "utf8");
const filesOf = (program, ...others) => ({
  "index.js": textOf(program),
  ...Object.fromEntries(others.map((name) => [name, textOf(name)])),
});

const PACKAGES = { plain: "eventstorecloud-planner", waiting: "eventstorecloud-planner/pulumi" };

describe("what builders refuse", { skip, concurrency: 2 }, () => {
  const files = filesOf("refusals.js");
  const REFUSED = {
    project: ["PRJ001 name"],
    network: ["NET011 region"],
    acl: ["ACL004 cidrBlocks[0].address"],
    peering: ["PEER007 routes[0]"],
    managedCluster: ["CLU009 diskSize"],
    scheduledBackup: ["BAK001 schedule"],
    integration: ["INT002 data", "INT001 data.sink"],
    awsCloudWatchLogsIntegration: ["CW005 groupName"],
    awsCloudWatchMetricsIntegration: ["CW006 namespace"],
  };

  for (const [name, BUILDERS] of Object.entries(PACKAGES))
    it(`the engine never sees where the value is plain: ${name} builders`, async (t) => {
      const stack = await stackOf(t, { files, env: { BUILDERS } });
      const { exitCode, operations, said } = await stack.preview();
      assert.deepEqual([exitCode, operations], [0, { orders: ["create"] }]);
      assert.deepEqual(JSON.parse(/\{"project".*\}/.exec(said)[0]), REFUSED);
    });

  it("the provider never sees where the value comes late", async (t) => {
    const stack = await stackOf(t, { files, env: { BUILDERS: PACKAGES.waiting, LATE: "true" } });
    const preview = await stack.preview();
    assert.deepEqual([preview.exitCode, Object.keys(preview.operations).length], [0, 1 + Object.keys(REFUSED).length]);
    const up = await stack.up();
    assert.deepEqual([up.exitCode, up.operations], [1, { orders: ["create"] }]);
    assert.deepEqual(
      up.codes,
      Object.values(REFUSED)
        .flat()
        .map((found) => found.split(" ")[0])
        .sort(),
    );
    const writes = stack.service.log.entries().filter(({ method, kind }) => method !== "GET" && kind !== "token");
    assert.deepEqual(
      writes.map(({ kind }) => kind),
      ["project"],
    );
  });
});

describe("a spelling that builders write in another way", { skip }, () => {
  const files = filesOf("spellings.js", "spellings.cjs");

  /** One deployment of all spellings, and a preview for each way to write the same program. */
  const runs = once(async (t) => {
    const stack = await stackOf(t, { files, env: { BUILDERS: "none" } });
    const up = await stack.up();
    const preview = (BUILDERS) => previewOf(stack, { env: { BUILDERS } });
    return {
      up,
      none: await preview("none"),
      plain: await preview(PACKAGES.plain),
      waiting: await preview(PACKAGES.waiting),
    };
  });

  /** What is done to a resource, in one word. */
  const opOf = ({ operations }, name) => (operations[name]?.includes("replace") ? "replace" : operations[name]?.[0]);

  it("can be deployed, and two are replaced in every run, as they are stored in another way", async (t) => {
    const { up, none } = await runs(t);
    assert.deepEqual([up.exitCode, none.exitCode], [0, 0], up.said);
    const touched = CASES.filter(({ name }) => opOf(none, name) !== undefined);
    assert.deepEqual(
      touched.map(({ name }) => `${opOf(none, name)} ${name}`),
      ["replace peer-cloud-case", "replace topology-case"],
    );
  });

  for (const builders of ["none", "plain"])
    it(`is for a plan of the preview what it is for the engine: ${builders}`, async (t) => {
      const { [builders]: preview } = await runs(t);
      const { exitCode, plan } = await planChangeOf(preview.json);
      const actions = Object.fromEntries(plan.steps.map(({ resource, action }) => [resource.name, action]));
      const wrong = CASES.flatMap(({ name }) => {
        const right = opOf(preview, name) ?? "none";
        return actions[name] === right ? [] : [`${name}: ${actions[name]}, not ${right}`];
      });
      assert.deepEqual(wrong, []);
      // A cluster is lost where nothing is done about its spelling.
      if (builders === "none") assert.equal(exitCode, 1);
    });

  for (const builders of Object.keys(PACKAGES)) {
    it(`is what the engine goes by when a builder is put around it: ${builders}`, async (t) => {
      const { [builders]: preview } = await runs(t);
      assert.equal(preview.exitCode, 0);
      for (const { name, then } of CASES) {
        const op = opOf(preview, name);
        // A builder may leave a spelling as it is; what it does write the engine compares.
        assert.ok(op === undefined || op === then, `${op} ${name}`);
      }
    });

    it(`is never replaced without a word: ${builders}`, async (t) => {
      const { [builders]: preview } = await runs(t);
      const silent = CASES.filter(
        ({ name, spelled }) => opOf(preview, name) === "replace" && !preview.said.includes(`\`${spelled}\``),
      );
      assert.deepEqual(
        silent.map(({ name }) => name),
        [],
      );
    });
  }
});

describe("additions to the catalogue", { skip, concurrency: 2 }, () => {
  const program = `
    const esc = require("@eventstore/pulumi-eventstorecloud");
    const { managedCluster, network } = require(process.env.BUILDERS);
    const catalogue = JSON.parse(process.env.CATALOGUE);
    const projectId = new esc.Project("orders", { name: "orders" }).id;
    const given = JSON.parse(process.env.ARGS);
    const net = { projectId, name: "net", resourceProvider: "azure", region: "eastus", cidrBlock: "10.0.0.0/16" };
    const networkId = new esc.Network("net", network({ ...net, ...given.net }, { catalogue })).id;
    const db = { topology: "single-node", instanceType: "M8", diskType: "premium-ssd-lrs", diskSize: 512 };
    const all = { projectId, networkId, name: "db", ...db, serverVersion: "26.0", ...given.db };
    new esc.ManagedCluster("db", managedCluster(all, { catalogue }));`;

  const ADDITIONS = {
    region: [{ regions: [{ cloud: "azure", id: "moonbase" }] }, { net: { region: "moonbase" } }],
    version: [{ serverVersions: ["99.1"] }, { db: { serverVersion: "99.1" } }],
    size: [{ instanceTypes: ["M256"] }, { db: { instanceType: "M256" } }],
    disk: [{ diskTypes: [{ cloud: "azure", id: "premium-v2" }] }, { db: { diskType: "premium-v2" } }],
  };

  const stackFor = (t, name, BUILDERS = PACKAGES.waiting) => {
    const [CATALOGUE, ARGS] = ADDITIONS[name].map((value) => JSON.stringify(value));
    return stackOf(t, { files: { "index.js": program }, env: { BUILDERS, CATALOGUE, ARGS } });
  };
  const bypass = { env: { ESC_BYPASS_VALIDATION: "true" } };

  it("of regions and server versions are enough, since the provider has no list of them", async (t) => {
    for (const name of ["region", "version"]) {
      const { exitCode, codes, said } = await (await stackFor(t, name)).preview();
      assert.deepEqual([exitCode, codes], [0, []], said);
    }
  });

  it("of sizes and disk types need the provider's own list to be switched off", async (t) => {
    for (const [name, property] of [
      ["size", "instance_type"],
      ["disk", "disk_type"],
    ]) {
      const stack = await stackFor(t, name);
      const refused = await stack.preview();
      assert.deepEqual([refused.exitCode, refused.errors[0].name], [1, "db"]);
      assert.match(refused.errors[0].message, new RegExp(`expected ${property} to be one of`));
      assert.equal((await stack.preview(bypass)).exitCode, 0);
    }
  });

  for (const [builders, from] of Object.entries(PACKAGES))
    it(`that the provider refuses are said to be refused: ${builders} builders`, async (t) => {
      for (const name of ["size", "disk"]) {
        const { said } = await (await stackFor(t, name, from)).preview();
        assert.match(said, /ESC_BYPASS_VALIDATION/);
      }
    });
});
