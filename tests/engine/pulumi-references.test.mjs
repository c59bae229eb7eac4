// What a program has from elsewhere: outputs of another stack, lookups, and resources that it only reads.
import assert from "node:assert/strict";
import { after, describe, it } from "node:test";

import { expectedFailures } from "../support/expected-failures.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { skip } from "./rig/engines.mjs";
import { errorsOf, planner } from "./rig/planner.mjs";
import { stackOf } from "./rig/pulumi.mjs";
import { disagreements, engineSteps, linesOf } from "./rig/steps.mjs";
import { ORDERS, withV } from "./stacks/play.mjs";

const judged = expectedFailures(EXPECTED_FAILURES, import.meta.url);

const NOTHING = { without: ["orders", "net", "db", "backup"] };

const reporting = (projectId, networkId) => ({
  key: "reporting",
  kind: "ManagedCluster",
  args: {
    projectId,
    networkId,
    name: "reporting",
    topology: "single-node",
    instanceType: "F1",
    diskType: "gp3",
    diskSize: 16,
    diskIops: 3000,
    diskThroughput: 125,
    serverVersion: "26.0",
  },
});

/** Programs of a second stack, by what they have the ids from. `ids` are those of the first stack's resources. */
const PROGRAMS = {
  "another stack": () => ({
    ...NOTHING,
    stackReference: "organization/demo/dev",
    more: [reporting({ output: "ordersId" }, { output: "netId" })],
  }),
  lookups: () => ({
    ...NOTHING,
    lookups: {
      orders: { function: "getProject", args: { name: "orders" } },
      net: { function: "getNetwork", args: { name: "orders-net", projectId: { found: "orders" } } },
    },
    more: [reporting({ found: "orders" }, { found: "net" })],
  }),
  "resources that are read": (ids) => ({
    ...NOTHING,
    more: [
      { key: "orders", kind: "Project", get: ids.project },
      { key: "net", kind: "Network", get: ids.network, state: { projectId: ids.project } },
      reporting({ id: "orders" }, { id: "net" }),
    ],
  }),
};
const READ = { "resources that are read": ["read net", "read orders"] };

describe("ids from elsewhere", { skip }, () => {
  const ends = [];
  after(async () => {
    for (const end of ends) await end();
  });
  let deployed;
  const stack = () => (deployed ??= deploy({ after: (end) => ends.push(end) }));
  const second = (options) => ({ ...options, env: { ...options.env, PULUMI_STACK: "second" } });
  const previews = new Map();
  const previewed = async (from) => {
    if (!previews.has(from)) {
      const { stack: both, ids } = await stack();
      previews.set(from, await both.previewJson(second(withV(PROGRAMS[from](ids)))));
    }
    return previews.get(from);
  };

  for (const from of Object.keys(PROGRAMS)) {
    const expected = ["create reporting", ...(READ[from] ?? [])];

    it(`${from}: the ids are known in a preview`, async () => {
      const { exitCode, json, stderr } = await previewed(from);
      const { ids } = await stack();
      assert.equal(exitCode, 0, stderr);
      assert.deepEqual(linesOf(engineSteps(json)), expected);
      const { inputs } = json.steps.find(({ urn }) => urn.endsWith("::reporting")).newState;
      assert.deepEqual([inputs.projectId, inputs.networkId], [ids.project, ids.network]);
    });

    it(`${from}: what is made with them is deployed, and destroyed alone`, async () => {
      const { stack: both, ids } = await stack();
      const up = await both.up(second(withV(PROGRAMS[from](ids))));
      assert.equal(up.exitCode, 0, up.said);
      const destroy = await both.destroy(second({}));
      assert.equal(destroy.exitCode, 0, destroy.said);
      const left = both.service.state().filter(({ properties: { status } }) => status !== "deleted");
      assert.deepEqual(left.map(({ kind }) => kind).sort(), ["cluster", "job", "network", "project"]);
    });

    judged(`${from}: the plan has the engine's steps`, async () => {
      const { json } = await previewed(from);
      assert.deepEqual(disagreements(json), []);
    });

    judged(`${from}: the plan ends with 0`, async () => {
      const { text } = await previewed(from);
      const { exitCode, stdout } = await planner(["plan", "change", "preview.json"], { "preview.json": text });
      assert.equal(exitCode, 0, stdout);
    });

    judged(`${from}: nothing that was accepted is an error`, async () => {
      const { text } = await previewed(from);
      assert.deepEqual(await errorsOf({ "preview.json": text }), []);
    });
  }

  it("what is read by the id of an import has that id in the program, which nothing can be made with", async () => {
    const { stack: both, ids } = await stack();
    const net = { key: "net", kind: "Network", get: `${ids.project}:${ids.network}` };
    const program = { ...NOTHING, more: [net, { ...reporting(ids.project, { id: "net" }) }] };
    const { exitCode, json } = await both.previewJson(second(withV(program)));
    assert.equal(exitCode, 0);
    const { inputs } = json.steps.find(({ urn }) => urn.endsWith("::reporting")).newState;
    assert.equal(inputs.networkId, `${ids.project}:${ids.network}`);
  });

  it("a lookup that finds nothing ends the program", async () => {
    const lookups = { orders: { function: "getProject", args: { name: "nobody" } } };
    const program = { ...NOTHING, lookups, more: [reporting({ found: "orders" }, { found: "orders" })] };
    const { exitCode, json } = await (await stack()).stack.previewJson(second(withV(program)));
    assert.equal(exitCode, 1);
    assert.deepEqual(linesOf(engineSteps(json)), []);
  });
});

/** A stack with the usual resources, and a second one beside it with nothing: `{ stack, ids }`. */
async function deploy(t) {
  const stack = await stackOf(t, { folder: ORDERS });
  const { exitCode, said } = await stack.up(withV());
  assert.equal(exitCode, 0, said);
  await stack.command("stack", "init", "second");
  return { stack, ids: Object.fromEntries(stack.service.state().map(({ kind, id }) => [kind, id])) };
}
