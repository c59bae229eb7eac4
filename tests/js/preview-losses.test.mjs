// Databases that a preview loses and that it keeps, where the engine's word alone does not tell; and the stack beside it.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { planner, refused } from "./support/bad.mjs";
import { fromPlan } from "./support/translators.mjs";

const { planPreview } = planner;

const urnIn = (stack) => `urn:pulumi:${stack}::eventstorecloud:index/managedCluster:ManagedCluster::db`;
const URN = urnIn("dev::demo");
const inputs = { name: "db", projectId: "p", networkId: "n", topology: "single-node", diskType: "gp3", diskSize: 24 };
const state = (more) => ({ urn: URN, id: "c1", inputs, outputs: inputs, ...more });
const planned = (...steps) => planPreview({ steps: steps.map((step) => ({ urn: URN, ...step })) });
const told = ({ headline, steps }) => [steps.map(({ action }) => action).join(), headline];
const LOST = "1 database is deleted: db";

describe("a database of a preview", () => {
  it("is not lost where it was only read", () => {
    const plan = planned({ op: "replace", oldState: state({ external: true }), newState: state() });
    assert.deepEqual(told(plan), ["create", undefined]);
  });

  it("is lost once where it is only read from now on", () => {
    const read = { oldState: state(), newState: state({ id: "c2", external: true }) };
    const plan = planned({ op: "read-replacement", ...read }, { op: "replace", ...read });
    assert.deepEqual(told(plan), ["delete", LOST]);
    assert.match(plan.diagnostics[0].message, /^the cluster is deleted/);
  });

  it("is lost where its protection is taken away in a run that refreshes", () => {
    const kept = state({ protect: true });
    const plan = planned(
      { op: "refresh", oldState: kept, newState: kept },
      { op: "replace", oldState: kept, newState: state(), replaceReasons: ["topology"] },
    );
    assert.deepEqual(told(plan), ["replace", LOST]);
  });

  it("is not lost where what a replacement has left behind is retained", () => {
    const old = state({ delete: true, retainOnDelete: true });
    assert.deepEqual(told(planned({ op: "delete", oldState: old })), ["forget", undefined]);
  });

  it("is imported only where the engine imports it", () => {
    const was = state({ importID: "p:c1" });
    const smaller = { ...was, inputs: { ...inputs, diskSize: 16 } };
    assert.deepEqual(told(planned({ op: "same", oldState: was, newState: was })), ["none", undefined]);
    const shrunk = { op: "update", oldState: was, newState: smaller, diffReasons: ["diskSize"] };
    assert.deepEqual(told(planned(shrunk)), ["refused", undefined]);
    assert.deepEqual(told(planned({ op: "import", newState: was })), ["import", undefined]);
    assert.deepEqual(told(planned({ op: "import", newState: was }, { op: "update", oldState: was, newState: was })), [
      "update",
      undefined,
    ]);
  });
});

describe("the stack beside a preview", () => {
  const preview = { steps: [{ op: "same", urn: URN, oldState: state(), newState: state() }] };
  const stackOf = (...resources) => ({ version: 3, deployment: { resources } });

  it("says what else is lost", () => {
    assert.equal(planPreview(preview, {}, stackOf(state({ delete: true }))).headline, LOST);
    assert.equal(planPreview(preview, {}, { version: 3, deployment: {} }).headline, undefined);
  });

  it("is refused where it is none, or that of another preview", () => {
    for (const [stack, path] of [
      [null, "stack"],
      [JSON.stringify(stackOf()), "stack"],
      [{ version: 3, checkpoint: {} }, "stack.deployment"],
      [{ version: 3, deployment: { resources: "none" } }, "stack.deployment.resources"],
      [stackOf(1), "stack.deployment.resources[0]"],
      [stackOf({}), "stack.deployment.resources[0].urn"],
      [stackOf(state({ urn: urnIn("prod::demo") })), "stack"],
      // What is beyond the limit cannot be passed over: it may be the one that is lost.
      [stackOf(...Array(90_000).fill({ urn: URN, a: 1, b: 1, c: 1, d: 1, e: 1 }), state({ delete: true }))],
    ])
      refused(() => planPreview(preview, {}, stack), path ?? "stack.deployment.resources[68332]", path);
  });
});

describe("a plan of Terraform for a provider of another source", () => {
  const before = { id: "c1", name: "db", topology: "single-node" };
  const change = (more) => ({
    address: "eventstorecloud_managed_cluster.db",
    mode: "managed",
    type: "eventstorecloud_managed_cluster",
    name: "db",
    provider_name: "registry.example.com/acme/eventstorecloud",
    change: { actions: ["delete"], before, after: null },
    ...more,
  });
  const targetOf = (...resource_changes) => fromPlan({ format_version: "1.2", resource_changes });

  it("is one for the provider that has its types", () => {
    assert.equal(targetOf(change()).before.target, "eventstore/eventstorecloud@*");
    assert.equal(targetOf(change({ deposed: "0a1b2c3d" })).after.target, "eventstore/eventstorecloud@*");
  });
});
