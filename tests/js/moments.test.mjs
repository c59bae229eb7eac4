// What previews, plans and states say of what exists, what changes and what is only answered by the service.
import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { check } from "eventstorecloud-planner";
import { fromPlan, fromPreview, fromStack, fromState, urn } from "./support/translators.mjs";

const DB = urn("managedCluster:ManagedCluster", "db");
const ARGS = {
  projectId: "c2bq5k5o4t0gqrkt0030",
  networkId: "c2bq5k5o4t0gqrkt0031",
  name: "db",
  topology: "single-node",
  instanceType: "M8",
  diskSize: 300,
  diskType: "gp3",
  diskIops: 3000,
  diskThroughput: 125,
  serverVersion: "26.0",
};
const OLD = { ...ARGS, serverVersion: "20.10" };
const state = (inputs, outputs) => ({
  ...{ urn: DB, custom: true, id: "c2bq5k5o4t0gqrkt0032", inputs },
  ...(outputs === undefined ? {} : { outputs: { id: "c2bq5k5o4t0gqrkt0032", ...inputs, ...outputs } }),
});
const step = (op, before, after, more) => ({ op, urn: DB, oldState: before, newState: after, ...more });
const exists = ({ after }) => after.resources.at(-1).existing;
/** What a check says of the last resource, as `severity CODE path`. */
const said = ({ after }) =>
  check({ ...after, partial: true }).diagnostics.map(({ severity, code, path }) => `${severity} ${code} ${path}`);

describe("a preview of Pulumi", () => {
  it("says what exists and stays", () => {
    const same = fromPreview({ steps: [step("same", state(OLD, {}), state(OLD))] });
    assert.equal(exists(same), true);
    assert.deepEqual(said(same), ["warning VER005 serverVersion"]);
  });

  it("says what is created, replaced and imported", () => {
    assert.equal(exists(fromPreview({ steps: [step("create", undefined, state(OLD))] })), undefined);
    const replaced = ["create-replacement", "replace", "delete-replaced"].map((op) =>
      step(op, state(ARGS, {}), op === "delete-replaced" ? undefined : state(OLD)),
    );
    assert.equal(exists(fromPreview({ steps: replaced })), undefined);
    assert.deepEqual(said(fromPreview({ steps: replaced })), ["error VER004 serverVersion"]);
    assert.equal(exists(fromPreview({ steps: [step("import", undefined, state(OLD))] })), true);
  });

  it("says what changes: as the engine says it, else by the values, else all of them", () => {
    const changes = (before, after, more) =>
      exists(fromPreview({ steps: [step("update", state(before, {}), state(after), more)] })).changes;
    const bigger = { ...OLD, diskSize: 400 };
    assert.deepEqual(changes(OLD, bigger, { detailedDiff: { "diskSize.x": {}, unknownThing: {} } }), ["diskSize"]);
    assert.deepEqual(changes(OLD, bigger, { diffReasons: ["diskSize"] }), ["diskSize"]);
    assert.deepEqual(changes(OLD, bigger), ["diskSize"]);
    assert.deepEqual(changes(OLD, OLD), Object.keys(OLD));
    const updated = fromPreview({
      steps: [step("update", state(OLD, {}), state(bigger), { diffReasons: ["diskSize"] })],
    });
    assert.deepEqual(said(updated), ["warning VER005 serverVersion"]);
    const older = fromPreview({
      steps: [step("update", state(ARGS, {}), state(OLD), { diffReasons: ["serverVersion"] })],
    });
    assert.deepEqual(said(older), ["error VER004 serverVersion"]);
  });

  it("says nothing of what was upgraded in the console, which every preview shows as a change", () => {
    const runs = { serverVersion: "24.10", serverVersionTag: "24.10.3" };
    const again = { diffReasons: ["serverVersion"] };
    const drifted = fromPreview({ steps: [step("update", state(OLD, runs), state(OLD), again)] });
    assert.deepEqual(exists(drifted), { changes: ["serverVersion"], serverVersionTag: "24.10.3" });
    assert.deepEqual(said(drifted), []);
  });

  it("is judged by what the program says and not by what a refresh has found", () => {
    const found = state({ ...OLD, diskSize: 7 }, { serverVersionTag: "20.10.4" });
    for (const op of ["refresh", "update"]) {
      const refreshed = fromPreview({ steps: [step(op, state(OLD, {}), found)] });
      assert.equal(refreshed.after.resources[0].args.diskSize, 300, op);
      assert.deepEqual(exists(refreshed), { serverVersionTag: "20.10.4" }, op);
      assert.deepEqual(refreshed.origins[0].args, ["steps", 0, "oldState", "inputs"]);
    }
  });

  it("does not say that the service has accepted what has failed", () => {
    const failed = { ...state(OLD, {}), initErrors: ["no"] };
    const again = fromPreview({ steps: [step("update", failed, state(OLD))] });
    assert.ok(exists(again).changes.includes("serverVersion"));
    assert.deepEqual(said(again), ["error VER004 serverVersion"]);
  });

  it("says how much it leaves out", () => {
    const of = (same, ...steps) => fromPreview({ steps, changeSummary: { same } }).note;
    assert.equal(of(3), "3 unchanged resources are not in this preview; `--show-sames` lists them");
    assert.equal(of(1), "1 unchanged resource is not in this preview; `--show-sames` lists it");
    assert.equal(of(1, step("same", state(ARGS, {}), state(ARGS))), undefined);
    assert.equal(of(0), undefined);
  });

  it("does not take the id of a cluster for that of its replica set", () => {
    const replicas = urn("managedClusterReplicaset:ManagedClusterReplicaset", "more").replace(
      "eventstorecloud",
      "kurrentcloud",
    );
    const inputs = { projectId: ARGS.projectId, clusterId: "c2bq5k5o4t0gqrkt0032", replicaCount: 1 };
    const before = { urn: replicas, custom: true, id: "c2bq5k5o4t0gqrkt0032", inputs, outputs: inputs };
    const { after } = fromPreview({ steps: [{ op: "same", urn: replicas, oldState: before, newState: before }] });
    assert.equal(after.resources[0].args.clusterId, "c2bq5k5o4t0gqrkt0032");
  });
});

describe("the stack of Pulumi", () => {
  const stack = (...resources) => fromStack({ version: 3, deployment: { resources } });

  it("has what exists, with what it runs", () => {
    assert.equal(exists(stack(state(OLD, {}))), true);
    assert.deepEqual(said(stack(state(OLD, {}))), ["warning VER005 serverVersion"]);
    assert.deepEqual(said(stack(state(OLD, { serverVersionTag: "26.0.1" }))), []);
  });

  it("does not have the secrets of an integration after a refresh", () => {
    const of = urn("integration:Integration", "slack");
    const data = { __defaults: [], sink: "slack", source: "issues" };
    const inputs = { projectId: ARGS.projectId, description: "alerts", data };
    assert.deepEqual(said(stack({ urn: of, custom: true, id: "i", inputs, outputs: inputs })), []);
  });

  it("says where the program writes a resource", () => {
    const placed = { ...state(ARGS, {}), sourcePosition: "project:///src/db.ts#7,3" };
    assert.deepEqual(stack(placed).origins[0].location, { file: "src/db.ts", start: { line: 7, column: 3 } });
  });
});

const VALUES = {
  id: "c2bq5k5o4t0gqrkt0032",
  project_id: ARGS.projectId,
  network_id: ARGS.networkId,
  name: "db",
  topology: "single-node",
  instance_type: "m8",
  disk_size: 300,
  disk_type: "gp3",
  disk_iops: 3000,
  disk_throughput: 125,
  server_version: "20.10",
  server_version_tag: "20.10.4",
};
const resource = (more) => ({
  ...{
    address: "eventstorecloud_managed_cluster.db",
    mode: "managed",
    type: "eventstorecloud_managed_cluster",
    name: "db",
  },
  ...{ provider_name: "registry.terraform.io/eventstore/eventstorecloud", ...more },
});
const plan = (actions, before, after, expressions) =>
  fromPlan({
    format_version: "1.2",
    resource_changes: [resource({ change: { actions, before, after, after_unknown: {} } })],
    ...(expressions === undefined
      ? {}
      : {
          configuration: {
            root_module: { resources: [{ type: "eventstorecloud_managed_cluster", name: "db", expressions }] },
          },
        }),
  });

describe("a plan of Terraform", () => {
  it("says what exists, and what of it changes", () => {
    assert.deepEqual(exists(plan(["no-op"], VALUES, VALUES)), { serverVersionTag: "20.10.4" });
    const bigger = { ...VALUES, disk_size: 400 };
    const changed = plan(["update"], VALUES, bigger);
    assert.deepEqual(exists(changed), { changes: ["diskSize"], serverVersionTag: "20.10.4" });
    assert.deepEqual(said(changed), ["warning VER005 serverVersion"]);
    for (const actions of [["create"], ["delete", "create"], ["create", "delete"]])
      assert.equal(exists(plan(actions, VALUES, bigger)), undefined);
    assert.deepEqual(said(plan(["create"], null, VALUES, {})), ["error VER004 serverVersion"]);
  });

  it("does not take a tag for written that the service has answered", () => {
    const newer = { ...VALUES, server_version: "26.0" };
    const judged = (expressions) => said(plan(["update"], VALUES, newer, expressions));
    assert.deepEqual(judged({}), []);
    assert.deepEqual(judged(undefined), []);
    assert.deepEqual(judged({ server_version_tag: { constant_value: "20.10.4" } }), ["error VER009 serverVersionTag"]);
    const written = { ...newer, server_version_tag: "24.10.1" };
    assert.deepEqual(said(plan(["update"], VALUES, written)), ["error VER009 serverVersionTag"]);
  });

  it("says nothing of what was upgraded in the console", () => {
    const runs = { ...VALUES, server_version: "24.10", server_version_tag: "24.10.3" };
    assert.deepEqual(said(plan(["update"], runs, { ...runs, server_version: "20.10" }, {})), []);
  });
});

describe("a state of Terraform", () => {
  const of = (more) => fromState({ format_version: "1.0", values: { root_module: { resources: [resource(more)] } } });

  it("has what exists, and no value that is known to be written", () => {
    const state = of({ values: { ...VALUES, server_version: "26.0" } });
    assert.deepEqual(exists(state), { serverVersionTag: "20.10.4" });
    assert.equal(state.after.resources[0].args.serverVersionTag, undefined);
    assert.deepEqual(said(state), []);
    assert.deepEqual(said(of({ values: VALUES })), ["warning VER005 serverVersion"]);
  });

  it("has what is replaced next", () => {
    const { after } = of({ values: VALUES, tainted: true });
    const { diagnostics } = check({ ...after, partial: true }, { dialect: "terraform" });
    const found = diagnostics.map(({ code, severity }) => `${severity} ${code}`);
    assert.deepEqual(found, ["warning STACK013", "error VER004"]);
    assert.match(diagnostics[0].message + diagnostics[0].help, /terraform apply.*terraform untaint/);
  });
});
