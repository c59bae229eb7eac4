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

describe("settings of the provider in a plan of Terraform", () => {
  const later = {
    ...change("project", "later", ["create"], null, {}, { change: { after_unknown: { output: true, id: true } } }),
    type: "terraform_data",
    address: "terraform_data.later",
  };
  const of = (expressions, more, full_name = "registry.terraform.io/eventstore/eventstorecloud") => {
    const provider_config = {
      terraform: { name: "terraform", full_name: "terraform.io/builtin/terraform" },
      esc: { name: "esc", full_name, version_constraint: "1.7.2", expressions },
    };
    return fromPlan({ ...plan(later), errored: true, configuration: { provider_config }, ...more }).after;
  };
  const refersTo = (...references) => ({ references });
  const LATER = refersTo("terraform_data.later.output", "terraform_data.later");

  it("are there where they have ended it before it came to a resource", () => {
    const { target, configuration } = of({ url: { constant_value: "" }, token: refersTo("var.token") });
    assert.equal(target, "eventstore/eventstorecloud@1.7.2");
    assert.deepEqual(configuration, { "eventstorecloud:url": "" });
    const mine = of({ url: { constant_value: "" } }, { resource_changes: undefined }, "example.com/me/kurrentcloud");
    assert.deepEqual(mine.configuration, { "kurrentcloud:url": "" });
  });

  it("are those of a provider of ours, where the plan has failed", () => {
    const url = { constant_value: "" };
    assert.equal(of({ url }, {}, "registry.opentofu.org/hashicorp/aws").configuration, undefined);
    assert.equal(of({ url }, { errored: false }).configuration, undefined);
  });

  it("are unknown where nothing but what is unknown makes them", () => {
    const unknown = { unknown: true };
    for (const [url, expected] of [
      [LATER, unknown],
      [refersTo("terraform_data.later.output.url", "terraform_data.later.output", "terraform_data.later"), unknown],
      [refersTo("terraform_data.later.output", "terraform_data.later", "var.port"), undefined],
      [refersTo("terraform_data.later.input", "terraform_data.later"), undefined],
      [refersTo("terraform_data.late.output", "terraform_data.late"), undefined],
      [refersTo("terraform_data.later"), undefined],
      [refersTo("var.url"), undefined],
      [{}, undefined],
    ])
      assert.deepEqual(of({ url }).configuration["eventstorecloud:url"], expected, JSON.stringify(url));
  });

  it("are not called unknown where the provider has started", () => {
    const project = change("project", "new", ["create"], null, { name: "a" });
    assert.deepEqual(of({ url: LATER }, { resource_changes: [later, project] }).configuration, {});
  });
});

describe("a state of Terraform", () => {
  it("says what is there, and of no change", () => {
    const root_module = { resources: [{ ...named("project", "p"), values: { id: "x", name: "a" } }] };
    const { before, after, plan: said } = fromState({ format_version: "1.0", values: { root_module } });
    assert.deepEqual([before, names(after), said], [null, ["eventstorecloud_project.p"], undefined]);
  });
});
