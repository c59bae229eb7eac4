// What `pulumi stack export` prints: what its state says of the next run, beside its values.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { planner, refused } from "./support/bad.mjs";
import { fromStack, urn } from "./support/translators.mjs";

const { check, planPreview } = planner;

const DB = urn("managedCluster:ManagedCluster", "db");
const NET = urn("network:Network", "net");
const CLUSTER = {
  name: "db",
  projectId: "c2bq5k5o4t0gqrkt0030",
  networkId: "c2bq5k5o4t0gqrkt0031",
  topology: "single-node",
  instanceType: "M8",
  diskSize: 100,
  diskType: "gp2",
  serverVersion: "26.0",
};

/** A state of the cluster, or of another resource. */
const state = (marks, id = "c2bq5k5o4t0gqrkt0032", of = DB, inputs = CLUSTER) => ({ urn: of, id, inputs, ...marks });
const stack = (...resources) => ({ version: 3, deployment: { resources } });
/** The names of the resources of a stack, with what is said of each. */
const standings = (...resources) =>
  fromStack(stack(...resources)).after.resources.map(({ name, state }) => [name, state]);
/** The rules about it that the resources of a stack break. */
const found = (...resources) =>
  check({ ...fromStack(stack(...resources)).after, partial: true })
    .diagnostics.filter(({ code }) => /^STACK01[3-6]$/.test(code))
    .map(({ code, severity, resource }) => [code, severity, resource.name]);

describe("the state of a stack", () => {
  it("says of a resource what the next run does because of it", () => {
    for (const [marks, expected, code] of [
      [{}, undefined],
      [{ taint: false, initErrors: [], pendingReplacement: false, delete: false, protect: false }, undefined],
      [{ protect: true, retainOnDelete: true }, ["protected", "retained"]],
      [{ taint: "true", initErrors: "x", pendingReplacement: 1, delete: "true" }, undefined],
      [{ taint: true }, ["tainted"], "STACK013"],
      [{ initErrors: ["hush"] }, ["failed"], "STACK014"],
      [{ pendingReplacement: true }, ["pendingReplacement"], "STACK015"],
      [{ taint: true, initErrors: ["a", "b"] }, ["tainted", "failed"], "STACK013"],
      [{ pendingReplacement: true, initErrors: ["a"] }, ["failed", "pendingReplacement"], "STACK015"],
    ]) {
      assert.deepEqual(standings(state(marks)), [["db", expected]], JSON.stringify(marks));
      const said = code === undefined ? [] : [[code, "warning", "db"]];
      assert.deepEqual(found(state(marks)), said, JSON.stringify(marks));
    }
  });

  it("never tells the error of an operation, which may hold a secret", () => {
    const { after } = fromStack(stack(state({ initErrors: ["token hush-hush was refused"] })));
    assert.ok(!JSON.stringify([after, check(after)]).includes("hush"));
  });

  it("says of a replacement what it has left behind, whichever comes first", () => {
    const old = state({ delete: true, taint: true }, "c2bq5k5o4t0gqrkt0033");
    for (const states of [
      [state(), old],
      [old, state()],
      [old, state(), old],
    ]) {
      assert.deepEqual(standings(...states), [["db", ["leftBehind"]]]);
      assert.deepEqual(found(...states), [["STACK016", "warning", "db"]]);
      const [{ resource }] = fromStack(stack(...states)).origins;
      assert.equal(states[resource[2]].delete, undefined, "its values are those of the new one");
    }
    assert.deepEqual(standings(state({ taint: true }), old), [["db", ["tainted", "leftBehind"]]]);
  });

  it("refers to the new one, not to the one left behind", () => {
    const backup = (of) => ({
      urn: urn("scheduledBackup:ScheduledBackup", "nightly"),
      inputs: { sourceClusterId: of },
    });
    const sourceOf = (of) => {
      const { after } = fromStack(stack(state({}, "new-id"), state({ delete: true }, "old-id"), backup(of)));
      return after.resources[1].args.sourceClusterId;
    };
    assert.deepEqual([sourceOf("new-id"), sourceOf("old-id")], [{ ref: "db" }, "old-id"]);
  });

  it("has what was left behind and has no replacement any more", () => {
    const old = state({ delete: true, taint: true, initErrors: ["a"] });
    assert.deepEqual(standings(old), [["db", ["leftBehind"]]]);
    assert.deepEqual(standings(old, old), [["db", ["leftBehind"]]]);
    assert.deepEqual(found(old), [["STACK016", "warning", "db"]]);
  });

  it("has nothing of what is only forgotten, of what is only read, and of what others manage", () => {
    assert.deepEqual(standings(state({ delete: true, retainOnDelete: true })), []);
    assert.deepEqual(standings(state(), state({ delete: true, retainOnDelete: true })), [["db", undefined]]);
    assert.deepEqual(standings(state({ delete: true, external: true })), []);
    const other = (type, marks) => ({ urn: `urn:pulumi:prod::orders::${type}::it`, inputs: {}, ...marks });
    assert.deepEqual(standings(other("aws:s3/bucket:Bucket", { delete: true })), []);
    assert.deepEqual(standings(other("pulumi:providers:eventstorecloud", { delete: true })), []);
    assert.deepEqual(standings(other("aws:s3/bucket:Bucket", { taint: true })), [["it", undefined]]);
  });
});

describe("a preview with a stack", () => {
  const same = { op: "same", urn: DB, oldState: state(), newState: state() };
  const plan = (options, ...left) => planPreview({ steps: [same] }, options, stack(state(), ...left));
  const actions = ({ steps }) => steps.map(({ action, dataLoss }) => [action, dataLoss]);

  it("deletes what was left behind", () => {
    const lost = plan({}, state({ delete: true }, "old-1"), state({ delete: true }, "net-1", NET, {}));
    assert.deepEqual(actions(lost), [
      ["none", false],
      ["delete", true],
      ["delete", false],
    ]);
    assert.equal(lost.ok, false);
    assert.equal(plan({ allowDataLoss: [DB] }, state({ delete: true }, "old-1")).ok, true);
  });

  it("lets what is retained be forgotten", () => {
    const kept = plan({}, state({ delete: true, retainOnDelete: true }, "old-1"));
    assert.deepEqual(actions(kept), [
      ["none", false],
      ["forget", false],
    ]);
    assert.equal(kept.ok, true);
  });

  it("says it once, also where the preview shows it", () => {
    const left = state({ delete: true }, "old-1");
    const shown = planPreview({ steps: [same, { op: "delete", urn: DB, oldState: left }] }, {}, stack(state(), left));
    assert.deepEqual(actions(shown), [
      ["none", false],
      ["delete", true],
    ]);
    assert.equal(shown.headline, "1 database is deleted: db");
  });

  it("says it of a preview in which nothing happens", () => {
    const quiet = planPreview({ changeSummary: { same: 3 } }, {}, stack(state(), state({ delete: true }, "old-1")));
    assert.deepEqual([actions(quiet), quiet.unlisted, quiet.ok], [[["delete", true]], 3, false]);
    const [{ code, message }] = quiet.diagnostics;
    assert.deepEqual(
      [code, message],
      ["PLAN001", "the cluster that an earlier replacement has left behind is deleted, and its data with it"],
    );
  });

  it("has nothing to add where nothing was left behind", () => {
    const [alone, beside] = [planPreview({ steps: [same] }), plan({})];
    assert.deepEqual(beside, alone);
    for (const empty of [stack(), { version: 3, deployment: {} }])
      assert.deepEqual(planPreview({ steps: [same] }, {}, empty), alone);
    assert.deepEqual(planPreview({ steps: [same] }, {}, undefined), alone);
  });

  it("is refused where it is no stack: what was not read must not pass for one with nothing left behind", () => {
    const left = stack(state(), state({ delete: true }, "old-1"));
    const throwing = Object.defineProperty({}, "deployment", { enumerable: true, get: () => assert.fail("mine") });
    for (const [path, ...others] of [
      ["stack", null, 5, "", JSON.stringify(left), [], [left], left.deployment.resources, new Map()],
      ["stack.deployment", {}, left.deployment, { steps: [] }, { deployment: null }, { deployment: [] }, throwing],
      [
        "stack.deployment.resources",
        { deployment: { resources: {} } },
        { deployment: { resources: "none" } },
        { deployment: { resources: new Array(4e9) } },
      ],
      ["stack.deployment.resources[0]", { deployment: { resources: [null] } }],
      ["stack.deployment.resources[0].urn", { deployment: { resources: [{}] } }],
    ])
      for (const other of others) refused(() => planPreview({ steps: [same] }, {}, other), path);
  });
});
