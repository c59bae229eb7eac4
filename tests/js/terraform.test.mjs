// What `terraform show -json` prints, as documents with what Terraform says of each resource.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fromPlan, fromState } from "./support/translators.mjs";

const named = (type, name) => ({
  address: `eventstorecloud_${type}.${name}`,
  mode: "managed",
  type: `eventstorecloud_${type}`,
  name,
  provider_name: "registry.terraform.io/eventstore/eventstorecloud",
});
const change = (type, name, actions, before, after, { change, ...more } = {}) => ({
  ...named(type, name),
  change: { actions, before, after, after_unknown: {}, before_sensitive: {}, after_sensitive: {}, ...change },
  ...more,
});
const plan = (...resource_changes) => ({ format_version: "1.2", resource_changes });
const names = ({ resources }) => resources.map(({ name }) => name);

describe("a plan of Terraform", () => {
  it("has the programs before and after", () => {
    const { before, after } = fromPlan(
      plan(
        change("project", "new", ["create"], null, { name: "a" }),
        change("project", "old", ["delete"], { id: "x", name: "b" }, null),
        change("project", "same", ["no-op"], { id: "y", name: "c" }, { id: "y", name: "c" }),
        { ...change("project", "looked_up", ["read"], null, { name: "d" }), mode: "data" },
      ),
    );
    assert.deepEqual(names(before), ["eventstorecloud_project.old", "eventstorecloud_project.same"]);
    assert.deepEqual(names(after), ["eventstorecloud_project.new", "eventstorecloud_project.same"]);
  });

  it("has what Terraform says of each resource in its words and order", () => {
    const state = { id: "x", name: "a" };
    const { steps, others, failed } = fromPlan(
      plan(
        change("project", "forced", ["delete", "create"], state, state, {
          action_reason: "replace_because_cannot_update",
          change: { replace_paths: [["name"], ["tags", "a"], [0], []] },
        }),
        change("project", "tainted", ["create", "delete"], state, state, { action_reason: "replace_because_tainted" }),
        change("project", "imported", ["no-op"], state, state, { change: { importing: { id: "x" } } }),
        change("project", "moved", ["no-op"], state, state, { previous_address: "eventstorecloud_project.before" }),
        change("project", "removed", ["forget"], state, null, { action_reason: "delete_because_no_resource_config" }),
        { ...change("vpc", "other", ["create"], null, {}), type: "aws_vpc" },
      ),
    ).plan.report;
    const of = (name, operations, more) => ({
      resource: { kind: "Project", name: `eventstorecloud_project.${name}` },
      id: `eventstorecloud_project.${name}`,
      operations,
      ...more,
    });
    assert.deepEqual(steps, [
      of("forced", ["delete", "create"], {
        actionReason: "replace_because_cannot_update",
        replaceReasons: ["name", "tags"],
      }),
      of("tainted", ["create", "delete"], { actionReason: "replace_because_tainted" }),
      of("imported", ["no-op"], { importId: "x" }),
      of("moved", ["no-op"], { movedFrom: "eventstorecloud_project.before" }),
      of("removed", ["forget"], { actionReason: "delete_because_no_resource_config" }),
    ]);
    assert.deepEqual([others, failed], [[], false]);
  });

  it("has what a replacement left behind as a step, and in neither program", () => {
    const {
      before,
      after,
      plan: said,
    } = fromPlan(
      plan(
        change("project", "p", ["no-op"], { id: "y", name: "a" }, { id: "y", name: "a" }),
        change("project", "p", ["delete"], { id: "x", name: "b" }, null, { deposed: "byebye01" }),
        // It is left alone, and so is no step.
        change("project", "p", ["no-op"], { id: "z", name: "c" }, { id: "z", name: "c" }, { deposed: "byebye02" }),
      ),
    );
    const address = "eventstorecloud_project.p";
    assert.deepEqual([names(before), names(after)], [[address], [address]]);
    assert.deepEqual(
      [said.report.steps, said.report.others].map((steps) =>
        steps.map(({ id, operations, deposed }) => [id, operations, deposed]),
      ),
      [[[address, ["no-op"], undefined]], [[address, ["delete"], "byebye01"]]],
    );
    assert.deepEqual(said.others.resources, [{ kind: "Project", name: address, args: { name: "b" } }]);
  });

  it("says that it is not whole, where Terraform has failed", () => {
    const failed = fromPlan({ ...plan(), errored: true });
    assert.deepEqual(
      [failed.plan.report.failed, failed.doubt],
      [true, "the plan itself failed, so resources may be missing in it"],
    );
    assert.deepEqual(fromPlan({ ...plan(), errored: false }).doubt, undefined);
  });

  it("may have no changes at all", () => {
    const { before, after, plan: said } = fromPlan({ format_version: "1.2", applyable: false });
    assert.deepEqual([before.resources, after.resources, said.report.steps], [[], [], []]);
  });

  it("has the ids of its resources as references, and marks what of the others is secret", () => {
    const list = { project_id: "p", description: "d", cluster_ids: ["id-a", "hush"], region: "us-east-1" };
    const { after } = fromPlan(
      plan(
        change("managed_cluster", "a", ["no-op"], null, { id: "id-a", name: "a" }),
        change("integration_awscloudwatch_logs", "logs", ["create"], null, list, {
          change: { after_sensitive: { cluster_ids: true } },
        }),
      ),
    );
    const [, logs] = after.resources;
    assert.deepEqual(logs?.args.clusterIds, [{ ref: "eventstorecloud_managed_cluster.a" }, { secret: "hush" }]);
  });
});

describe("a state of Terraform", () => {
  it("says what is there, and of no change", () => {
    const root_module = { resources: [{ ...named("project", "p"), values: { id: "x", name: "a" } }] };
    const { before, after, plan: said } = fromState({ format_version: "1.0", values: { root_module } });
    assert.deepEqual([before, names(after), said], [null, ["eventstorecloud_project.p"], undefined]);
  });
});
