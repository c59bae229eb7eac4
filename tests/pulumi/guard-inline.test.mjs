// The guard in inline programs of the Automation API: several programs in one process, each with its own findings.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";

describe("guard in inline programs", () => {
  let outcomes;
  before(() => {
    const scenarios = fileURLToPath(new URL("inline/scenarios.mjs", import.meta.url));
    const { stdout, stderr } = spawnSync(process.execPath, [scenarios], { encoding: "utf8", timeout: 60_000 });
    assert.doesNotMatch(stdout + stderr, /MARKER/);
    outcomes = JSON.parse(stdout);
  });

  it("fails a preview with all problems, and lets a right one pass", () => {
    const { badPreview, goodPreview } = outcomes;
    assert.equal(badPreview.errors.length, 2, badPreview.errors.join("\n"));
    assert.match(
      badPreview.errors[0],
      /^Network "net" has 1 error \(.*scenarios\.mjs:\d+:\d+\)\n\nerror {2}NET011 {2}region\n/,
    );
    assert.match(badPreview.errors[1], /^eventstorecloud-planner: 1 error in 2 resources/);
    assert.match(badPreview.error, /^One or more errors occurred/);
    assert.deepEqual(badPreview.registered, ["net", "orders"]);
    assert.deepEqual(goodPreview, { errors: [], registered: ["net", "orders"] });
  });

  it("stops the resource in an update", () => {
    const { badUpdate, goodUpdate } = outcomes;
    assert.deepEqual(badUpdate.registered, ["orders"]);
    assert.match(badUpdate.error, /eventstorecloud-planner: Network "net" has errors, see above/);
    assert.equal(
      badUpdate.errors.filter((text) => text.startsWith('Network "net" has 1 error')).length,
      1,
      badUpdate.errors.join("\n"),
    );
    assert.deepEqual(goodUpdate, { errors: [], registered: ["net", "orders"] });
  });

  it("keeps programs apart that run at the same time", () => {
    const found = outcomes.together.map(({ errors }) => /`(us-east\d)` is/.exec(errors.join("\n"))?.[1]);
    assert.deepEqual(found, [undefined, "us-east1", undefined, "us-east2"]);
    assert.deepEqual(
      outcomes.together.map(({ error }) => error === undefined),
      [true, false, true, false],
    );
  });
});
