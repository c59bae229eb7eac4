// Databases that a change deletes: an error for each, unless the option `allowDataLoss` names it.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { planner, refused } from "./support/bad.mjs";

const { check, formatPlan, planChange, planPreview } = planner;

const args = (more) => ({
  projectId: "c2bq5k5o4t0gqrkt0030",
  networkId: "c2bq5k5o4t0gqrkt0040",
  topology: "single-node",
  instanceType: "F1",
  diskSize: 20,
  diskType: "gp3",
  diskIops: 3000,
  diskThroughput: 125,
  serverVersion: "26.0",
  ...more,
});
const found = ({ diagnostics }, code) =>
  diagnostics.filter((one) => one.code === code).map(({ resource }) => resource.name);
const allowed = ({ steps }) =>
  steps.filter(({ dataLossAllowed }) => dataLossAllowed === true).map(({ resource }) => resource.name);

describe("allowDataLoss in planChange", () => {
  const program = (topologies) => ({
    partial: true,
    resources: Object.entries(topologies).map(([name, topology]) => ({
      kind: "ManagedCluster",
      name,
      args: args({ topology }),
    })),
  });
  const THREE = "three-node-multi-zone";
  const before = { ...program({ orders: "single-node", billing: "single-node", kept: "single-node" }), partial: false };
  const after = { ...program({ orders: THREE, kept: "single-node" }), partial: false };
  const plan = (allowDataLoss) => planChange(before, after, allowDataLoss === undefined ? {} : { allowDataLoss });

  it("says of each lost database whether it may be, in this order", () => {
    for (const [option, lost, headline] of [
      [undefined, ["orders", "billing"], "2 databases are deleted: billing, orders"],
      [[], ["orders", "billing"], "2 databases are deleted: billing, orders"],
      [["billing"], ["orders"], "1 database is deleted: orders; 1 database is deleted, as allowed: billing"],
      [["orders", "billing", "orders"], [], "2 databases are deleted, as allowed: billing, orders"],
      [true, [], "2 databases are deleted, as allowed: billing, orders"],
    ]) {
      const planned = plan(option);
      assert.deepEqual(found(planned, "PLAN001"), lost, JSON.stringify(option));
      assert.equal(planned.ok, lost.length === 0);
      assert.equal(planned.headline, headline);
      assert.ok(formatPlan(planned).startsWith(`${headline}\n\n`));
      // What happens to it is the same.
      assert.deepEqual(
        planned.steps.map(({ action, dataLoss }) => [action, dataLoss]),
        [
          ["replace", true],
          ["none", false],
          ["delete", true],
        ],
      );
      const names = ["orders", "billing"].filter((name) => !lost.includes(name));
      assert.deepEqual(allowed(planned), names);
    }
  });

  it("still ends with what else is wrong", () => {
    const smaller = planChange(
      { partial: true, resources: [{ kind: "ManagedCluster", name: "orders", args: args({ diskSize: 40 }) }] },
      { partial: true, resources: [{ kind: "ManagedCluster", name: "orders", args: args() }] },
      { allowDataLoss: true },
    );
    assert.deepEqual([smaller.ok, smaller.headline, found(smaller, "PLAN005")], [false, undefined, ["orders"]]);
  });

  it("is no matter of severities: what is lost is lost", () => {
    const silent = planChange(before, after, { severity: { PLAN001: "off" } });
    assert.deepEqual([silent.ok, silent.diagnostics.length], [false, 0]);
    assert.equal(silent.headline, "2 databases are deleted: billing, orders");
    assert.equal(planChange(before, after, { severity: { PLAN001: "warning" } }).ok, false);
  });

  it("takes one resource by the name that it has in the plan", () => {
    const one = (topology) => ({ kind: "ManagedCluster", name: "db", args: args({ topology }) });
    assert.equal(planChange(one("single-node"), one(THREE), { allowDataLoss: ["db"] }).ok, true);
    const nameless = (topology) => ({ kind: "ManagedCluster", args: args({ topology }) });
    const [{ resource }] = planChange(nameless("single-node"), nameless(THREE)).steps;
    assert.equal(planChange(nameless("single-node"), nameless(THREE), { allowDataLoss: [resource.name] }).ok, true);
  });

  it("must name databases that the change loses, so that a forgotten name allows no other loss", () => {
    const reason = (call) => {
      try {
        call();
      } catch (error) {
        return `${error.path}: ${error.reason}`;
      }
      return "taken";
    };
    const path = "options.allowDataLoss";
    for (const [option, expected] of [
      [["kept"], `${path}[0]: must be a database that this change loses: billing, orders`],
      [["orders", "Billing"], `${path}[1]: must be a database that this change loses: billing, orders`],
      [["orders", ""], `${path}[1]: must not be empty`],
      [["orders", " "], `${path}[1]: must not be empty`],
      [[5], `${path}[0]: must be a string, not a number`],
      [[["orders"]], `${path}[0]: must be a string, not an array`],
      ["orders", `${path}: must be an array of names, or \`true\`, not a string`],
      [false, `${path}: must be an array of names, or \`true\`, not a boolean`],
      [null, `${path}: must be an array of names, or \`true\`, not \`null\``],
      [{ 0: "orders" }, `${path}: must be an array of names, or \`true\`, not an object`],
    ])
      assert.equal(
        reason(() => plan(option)),
        expected,
      );
    assert.equal(
      reason(() => planChange(before, before, { allowDataLoss: ["orders"] })),
      `${path}[0]: names a database, and this change loses none`,
    );
    refused(() => plan(["kept"]), `${path}[0]`);
    // What may be lost of nothing, may.
    assert.equal(planChange(before, before, { allowDataLoss: true }).ok, true);
  });

  it("is an option of plans only, and of the wrong type nowhere", () => {
    assert.deepEqual(check(before, { allowDataLoss: ["orders"] }), check(before));
    refused(() => check(before, { allowDataLoss: "orders" }), "options.allowDataLoss");
  });
});

describe("allowDataLoss in planPreview", () => {
  const TYPE = "eventstorecloud:index/managedCluster:ManagedCluster";
  const urn = (name, parent = "") => `urn:pulumi:prod::orders::${parent}${TYPE}::${name}`;
  const step = (op, of, more) => {
    const state = { urn: of, id: `id-of-${of.slice(-9)}`, inputs: args(), ...more };
    return { op, urn: of, oldState: state, ...(op === "delete" ? {} : { newState: state }) };
  };
  const [ORDERS, EAST, WEST] = [urn("orders"), urn("db", "shop:index:East$"), urn("db", "shop:index:West$")];
  const steps = [step("replace", ORDERS), step("delete", EAST), step("delete", WEST), step("same", urn("kept"))];
  const plan = (...allowDataLoss) => planPreview({ steps }, { allowDataLoss });

  it("takes URNs, and names that one lost database has", () => {
    assert.deepEqual([plan().ok, found(plan(), "PLAN001").length], [false, 3]);
    for (const names of [
      [ORDERS, EAST, WEST],
      ["orders", EAST, WEST],
    ])
      assert.deepEqual([plan(...names).ok, found(plan(...names), "PLAN001")], [true, []]);
    const some = plan("orders", WEST);
    assert.deepEqual([some.ok, found(some, "PLAN001").length, allowed(some).length], [false, 1, 2]);
  });

  it("does not choose between several of a name", () => {
    assert.throws(() => plan("orders", "db"), {
      name: "InputError",
      path: "options.allowDataLoss[1]",
      reason: `is the name of 2 lost databases: use one of ${EAST}, ${WEST}`,
    });
  });

  it("names the lost databases by their URNs where the given one is none", () => {
    for (const name of ["kept", urn("kept"), "shop", TYPE])
      assert.throws(() => plan(name), {
        name: "InputError",
        path: "options.allowDataLoss[0]",
        reason: `must be a database that this change loses: ${[ORDERS, EAST, WEST].sort().join(", ")}`,
      });
  });

  it("loses nothing of what is refused, retained or left alone", () => {
    const safe = planPreview({
      steps: [
        step("replace", urn("protected"), { protect: true }),
        step("delete", urn("retained"), { retainOnDelete: true }),
        step("update", urn("updated")),
      ],
    });
    assert.deepEqual(
      [safe.headline, safe.ok, found(safe, "PLAN001"), found(safe, "PLAN024")],
      [undefined, false, [], ["protected"]],
    );
    assert.deepEqual(safe.steps.map(({ action, dataLoss }) => [action, dataLoss]).sort(), [
      ["forget", false],
      ["refused", false],
      ["update", false],
    ]);
  });

  it("has the locations of the program in its errors", () => {
    const placed = step("replace", ORDERS, { sourcePosition: "project:///index.ts#7,3" });
    const [{ location }] = planPreview({ steps: [placed] }).diagnostics.filter(({ code }) => code === "PLAN001");
    assert.deepEqual(location, { file: "index.ts", start: { line: 7, column: 3 } });
  });
});
