// Previews and stacks as the real command line of Pulumi wrote them with the published provider: our product has to say
// what they say, and the provider for the engines has to make of the same programs what the published one made of them.
import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { expectedFailures } from "../support/expected-failures.mjs";
import { recorded } from "./captures/recorded.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { errorsOf, planner } from "./rig/planner.mjs";
import { disagreements, engineSteps, hasFailed, linesOf, rightExit } from "./rig/steps.mjs";
import { CHANGES } from "./stacks/changes.mjs";
import { MISHAPS } from "./stacks/mishaps.mjs";
import { OPTIONS } from "./stacks/options.mjs";
import { operationsOf } from "./stacks/play.mjs";
import { STATES } from "./stacks/states.mjs";

/**
 * Of a folder's truth: by preview, its steps as `linesOf` writes them and whether it failed; by update (`change.up`), the
 * operations on each resource and whether it failed. A second preview without steps is there without its file. The files
 * are without the frames of the SDK, otherwise as they were written.
 */
const RECORDED = recorded("pulumi");

const judged = expectedFailures(EXPECTED_FAILURES, import.meta.url);

/** What could not be deployed: the product may say so beforehand. */
const REFUSED = {
  "disk_shrink/change.preview.json": ["db"],
  "disk_shrink/again.preview.json": ["db"],
  "prog-planned-production/destroy.preview.json": ["europe-production", "asia-production", "america-production"],
  "protected_replace/change.preview.json": ["db"],
  "protected_replace/again.preview.json": ["db"],
  "rename_network/change.preview.json": ["net"],
  "rename_network/again.preview.json": ["net"],
};

/** Programs with values that the provider refuses, or that are written wrongly otherwise. */
const WRONG = new Set(["gp3_missing", "prog-first-look-dev", "prog-guarded-dev", "prog-published-orig-dev"]);

describe("recorded previews and stacks of Pulumi", { concurrency: 2 }, () => {
  const count = { steps: 0, agreeing: 0 };
  for (const folder of RECORDED.folders) {
    const files = RECORDED.files(folder);
    const truth = RECORDED.truth(folder);
    const isWrong = WRONG.has(folder);

    for (const file of Object.keys(files).filter((name) => name in truth)) {
      const json = JSON.parse(files[file]);
      const refused = REFUSED[`${folder}/${file}`];

      it(`${folder}/${file} has the steps of its truth`, () => {
        assert.deepEqual(linesOf(engineSteps(json)), truth[file].steps);
        assert.equal(hasFailed(json), truth[file].failed);
      });

      judged(`${folder}/${file}: the plan has the engine's steps`, () => {
        const differing = disagreements(json, refused);
        count.steps += engineSteps(json).length;
        count.agreeing += engineSteps(json).length - differing.length;
        assert.deepEqual(differing, []);
      });

      const rightCode = rightExit(json, refused);
      if (isWrong || rightCode === undefined) continue;
      judged(`${folder}/${file}: the plan ends with the right exit code`, async () => {
        const { exitCode, stdout, stderr } = await planner(["plan", "change", file], { [file]: files[file] });
        assert.equal(exitCode, rightCode, `exit code ${exitCode} instead of ${rightCode}\n${stdout}${stderr}`);
      });
    }

    if (!isWrong)
      judged(`${folder}: nothing that was accepted is an error`, async () => {
        assert.deepEqual(await errorsOf(files), []);
      });
  }

  it("are counted", (t) => {
    t.diagnostic(`of ${count.steps} steps ${count.agreeing} agree`);
    assert.ok(count.steps > 180, `${count.steps} steps`);
  });
});

/** Where a scenario of ours, or one of its rounds, was recorded under another name. */
const FOLDERS = {
  "delete-cluster": "delete_cluster_keep_backup",
  forgotten: "state_ops",
  "state-protected": "state_ops",
  "state-renamed": "state_ops",
  tainted: "state_ops",
};
const ROUNDS = {
  "disk-shrink second": "again",
  "everything refreshed": "after_refresh",
  "failed-delete retry": "again",
  "forgotten change": "forgotten",
  "state-protected change": "protected",
  "state-renamed change": "renamed",
  "tainted change": "tainted",
  "vanished-project change": "refresh",
};
for (const name of ["failed-create", "defunct-create", "lost-answer"]) ROUNDS[`${name} create`] = "fail";
/** Recorded with the option once more, of which our second preview does without. */
const OTHERWISE = new Set(["target-only again"]);

describe("the provider for the engines makes of a program what the published one makes of it", () => {
  let compared = 0;
  for (const { name, rounds } of [...CHANGES, ...OPTIONS, ...MISHAPS, ...STATES]) {
    const folder = FOLDERS[name] ?? name.replaceAll("-", "_");
    if (!RECORDED.folders.includes(folder)) continue;
    const truth = RECORDED.truth(folder);
    for (const [round, { steps, up, error }] of Object.entries(rounds)) {
      const recorded = ROUNDS[`${name} ${round}`] ?? round;
      const preview = truth[`${recorded}.preview.json`];
      const update = up === false ? undefined : truth[`${recorded}.up`];
      if (OTHERWISE.has(`${name} ${round}`) || (preview ?? update) === undefined) continue;

      it(`${name} (${round})`, () => {
        compared += 1;
        if (preview !== undefined) {
          assert.deepEqual(withoutComponents([...steps].sort()), preview.steps);
          assert.equal(error !== undefined, preview.failed);
        }
        if (update === undefined) return;
        assert.deepEqual(inOrder(up?.operations ?? operationsOf(steps)), inOrder(update.operations));
        assert.equal(up?.error !== undefined, update.failed);
      });
    }
  }

  it("are most of the recorded ones", () => assert.ok(compared > 80, `${compared} rounds`));
});

const withoutComponents = (lines) => lines.filter((line) => !line.endsWith(" store"));

/** Operations by name, without the refreshes and the failures, which have no operation of their own here. */
function inOrder(operations) {
  const kept = Object.entries(operations).map(([name, ops]) => [
    name,
    ops.filter((op) => op !== "refresh" && op !== "FAILED"),
  ]);
  return Object.fromEntries(kept.filter(([, ops]) => ops.length > 0).sort());
}
