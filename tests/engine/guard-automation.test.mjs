// The guard in inline programs of the Automation API: several runs and stacks in one process.
import assert from "node:assert/strict";
import { before, describe } from "node:test";

import { codesIn } from "../support/codes.mjs";
import { expectedFailures } from "../support/expected-failures.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { BUSY, kindsIn, source, stackOfSuite } from "./guard/suite.mjs";
import { skip } from "./rig/engines.mjs";

const it = expectedFailures(EXPECTED_FAILURES, import.meta.url);

const codesOf = ({ errors }) => errors.flatMap(codesIn);

describe("guard in the Automation API", { skip }, () => {
  const stack = stackOfSuite({ files: { "inline.js": source("automation.cjs") } });
  let outcomes;
  before(async () => {
    const { exitCode, stdout, said } = await stack().script("inline.js", { env: BUSY });
    assert.equal(exitCode, 0, said);
    outcomes = JSON.parse(stdout);
  });

  it("does nothing when it is only imported", () => {
    assert.equal(outcomes.unguarded.succeeded, true);
    assert.deepEqual(outcomes.unguarded.errors, []);
  });

  it("fails the preview of a bad program and lets a good one pass", () => {
    assert.equal(outcomes.badPreview.succeeded, false);
    assert.deepEqual(codesOf(outcomes.badPreview), ["NET011"]);
    assert.deepEqual(outcomes.goodPreview, { succeeded: true, changes: { create: 4 }, errors: [], rejections: 0 });
  });

  it("lets an update of a good program pass, and says nothing of it in the next run", () => {
    assert.deepEqual(outcomes.goodUpdate, { succeeded: true, changes: { create: 4 }, errors: [], rejections: 0 });
    assert.deepEqual(outcomes.goodAgain, { succeeded: true, changes: { same: 4 }, errors: [], rejections: 0 });
  });

  it("stops a resource in an update before the provider", () => {
    for (const [outcome, code] of [
      [outcomes.badUpdate, "NET011"],
      [outcomes.refusedUpdate, "NET007"],
    ]) {
      assert.equal(outcome.succeeded, false);
      assert.deepEqual(codesOf(outcome), [code]);
    }
    // Those of the good stack, and the project of the other.
    assert.deepEqual(kindsIn(stack().service), ["cluster", "network", "project", "project"]);
  });

  it("says once in an update what is wrong", () => {
    const { errors } = outcomes.badUpdate;
    assert.deepEqual(
      errors.filter((message) => message.includes("failed to register new resource")),
      [],
    );
  });

  it("leaves no rejection unhandled in an update", () => {
    assert.equal(outcomes.badUpdate.rejections, 0, `${outcomes.badUpdate.rejections} unhandled rejections`);
  });

  it("shows in a preview what the provider refuses", () => {
    assert.equal(outcomes.refusedPreview.succeeded, false);
    assert.deepEqual(codesOf(outcomes.refusedPreview), ["NET007"], outcomes.refusedPreview.errors.join("\n"));
  });

  it("keeps apart stacks that run at the same time", () => {
    assert.deepEqual(
      outcomes.together.map(({ succeeded }) => succeeded),
      [false, true, false],
    );
    assert.deepEqual(
      outcomes.together.map(({ errors }) => /`(us-east\d)` is/.exec(errors.join("\n"))?.[1]),
      ["us-east1", undefined, "us-east2"],
    );
  });
});
