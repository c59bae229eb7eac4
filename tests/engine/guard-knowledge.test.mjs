// What a program and a policy pack can know, in a preview, of what is going to happen: evidence about the engine, on
// which the guard and the policies stand.
import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { before, describe, it } from "node:test";

import { source, stackOfSuite } from "./guard/suite.mjs";
import { installPack } from "./policy/pack.mjs";
import { skip } from "./rig/engines.mjs";

const ALL_HOOKS = "beforeCreate,afterCreate,beforeUpdate,afterUpdate,beforeDelete,afterDelete";

/** What stays, by what happens to it. */
const STAYING = [
  "unchanged",
  "updated",
  "protected",
  "protected-replaced",
  "ignored",
  "imported",
  "renamed",
  "integration",
];
/** What is there only after the deployment. */
const COMING = ["new", "replaced", "replaced-first", "dependent"];

describe("what can be known in a preview", { skip }, () => {
  const stack = stackOfSuite({ files: { "index.js": source("knowledge.cjs") } });
  let first;
  let preview;
  let environment;
  let pack;

  /** Runs an operation. Gives its result and what was written down: by the program, and by the pack. */
  async function noted(operation, env, args) {
    const files = [env.NOTES, env.PACK_NOTES];
    for (const file of files) rmSync(file, { force: true });
    const result = await stack()[operation]({ env, args });
    const [notes, packNotes] = files.map((file) =>
      existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").map(JSON.parse) : [],
    );
    return { ...result, notes, packNotes };
  }

  const about = (subject, { notes }) => notes.filter((note) => note.about === subject);
  const names = (all) => all.map(({ name }) => name).sort();

  before(async () => {
    const { folder } = stack();
    environment = { NOTES: path.join(folder, "notes"), PACK_NOTES: path.join(folder, "pack-notes") };
    pack = installPack(stack(), source("../policy/knowledge.cjs"));
    first = await noted("up", { ...environment, STEP: "1" });
    assert.equal(first.exitCode, 0, first.said);
    // A network that exists and that the stack no longer knows.
    const { deployment } = await stack().export();
    const { urn, id, outputs } = deployment.resources.find((resource) => resource.urn.endsWith("::outside"));
    await stack().command("state", "delete", urn, "--yes");
    environment.IMPORTED = `${outputs.projectId}:${id}`;
    preview = await noted("preview", { ...environment, STEP: "2", HOOKS: ALL_HOOKS }, ["--policy-pack", pack]);
    assert.equal(preview.exitCode, 0, preview.said);
  });

  it("is a program to which everything happens", () => {
    const replaced = ["create-replacement", "replace", "delete-replaced"];
    const { got: _, ...operations } = preview.operations;
    assert.deepEqual(operations, {
      new: ["create"],
      updated: ["update"],
      integration: ["update"],
      replaced,
      "replaced-first": replaced,
      dependent: replaced,
      imported: ["import"],
      deleted: ["delete"],
    });
  });

  it("the id of a resource is known if it stays, and unknown if it comes", () => {
    const ids = about("id", preview);
    const known = ids.filter(({ isKnown }) => isKnown);
    assert.deepEqual(names(known), [...STAYING, "got", "project"].sort());
    assert.ok(known.every(({ id }) => typeof id === "string" && id !== ""));
    assert.deepEqual(names(ids.filter(({ isKnown }) => isKnown === false)), [...COMING].sort());
  });

  it("a transform never has an id", () => {
    const transforms = about("transform", preview);
    assert.deepEqual(names(transforms), [...STAYING, ...COMING, "project"].sort());
    for (const { keys, id } of transforms) {
      assert.deepEqual(keys, ["custom", "name", "opts", "props", "type"]);
      assert.equal(id, undefined);
    }
  });

  it("hooks are called for what comes and what is updated", () => {
    const hooks = about("hook", preview);
    const of = (wanted) => names(hooks.filter(({ when }) => when === wanted));
    assert.deepEqual(of("beforeCreate"), [...COMING].sort());
    assert.deepEqual(of("afterCreate"), [...COMING].sort());
    assert.deepEqual(of("beforeUpdate"), ["integration", "updated"]);
    // The state of what is deleted has none.
    assert.deepEqual(of("beforeDelete"), []);
    const { old, new: now } = hooks.find(({ name, when }) => name === "updated" && when === "beforeUpdate");
    assert.deepEqual([old, now], ["before", "after"]);
    const create = hooks.find(({ name, when }) => name === "replaced" && when === "beforeCreate");
    assert.equal(create.old, undefined, "as if it were new");
  });

  it("the last state can be read, also of an empty stack", () => {
    const [{ resources: none }] = about("state", first);
    assert.ok(!Object.keys(none).some((name) => [...STAYING, ...COMING].includes(name)));
    const [{ resources }] = about("state", preview);
    for (const name of ["unchanged", "updated", "protected", "ignored", "deleted", "old-name"]) {
      assert.equal(typeof resources[name]?.id, "string", name);
    }
    assert.equal(resources.replaced.region, "us-east-1", "what is replaced has its old values");
    for (const name of ["new", "imported", "renamed"]) assert.equal(name in resources, false, name);
  });

  it("the last state has secrets in plain text", () => {
    const [{ resources }] = about("state", preview);
    assert.match(JSON.stringify(resources.integration), /MARKER/);
  });

  describe("by a policy", () => {
    const told = (policy) => preview.packNotes.filter((note) => note.policy === policy);

    it("a resource alone has no id", () => {
      for (const policy of ["resource", "remediation"]) {
        const resources = told(policy).filter(({ name }) => [...STAYING, ...COMING].includes(name));
        assert.deepEqual(names(resources), [...STAYING, ...COMING].sort());
        assert.ok(resources.every((note) => !("id" in note) && !note.properties.includes("id")));
      }
    });

    it("all resources have the id that they keep, and an empty one otherwise", () => {
      const ids = Object.fromEntries(told("stack").map(({ name, id }) => [name, id]));
      for (const name of COMING) assert.equal(ids[name], "", name);
      for (const name of STAYING) assert.match(ids[name] ?? "", /^\w{20}$/, name);
      for (const name of ["deleted", "got"]) assert.equal(name in ids, false, name);
    });

    it("an unknown property is absent, and its dependencies name it", () => {
      const dependent = told("stack").find(({ name }) => name === "dependent");
      assert.equal(dependent.properties.includes("networkId"), false);
      const { of } = told("dependencies").find(({ name }) => name === "dependent");
      assert.deepEqual(of.networkId, ["replaced"]);
    });
  });

  it("the engine refuses to replace what is protected", async () => {
    const env = { ...environment, STEP: "2", REPLACE_PROTECTED: "1" };
    const { exitCode, errors, notes } = await noted("preview", env);
    assert.equal(exitCode, 1);
    assert.match(errors.find(({ name }) => name === "protected-replaced").message, /protected/);
    const id = about("id", { notes }).find(({ name }) => name === "protected-replaced");
    assert.notEqual(id?.isKnown, true);
  });

  it("a delete hook stays in the state, and fails a later program that has none", async () => {
    const env = { ...environment, STEP: "1", HOOKS: "beforeDelete" };
    const update = await noted("up", env);
    assert.equal(update.exitCode, 0, update.said);
    const withHook = await noted("preview", { ...env, STEP: "2" });
    assert.equal(withHook.exitCode, 0, withHook.said);
    assert.ok(about("hook", withHook).some(({ name, when }) => name === "deleted" && when === "beforeDelete"));
    const without = await noted("preview", { ...environment, STEP: "2" });
    assert.equal(without.exitCode, 1);
    assert.match(without.said, /hook "beforeDelete" was not registered/);
  });
});
