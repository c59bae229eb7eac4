// Two spellings of the same value under the real command line of Pulumi: which of them is a change.
import assert from "node:assert/strict";
import { after, describe, it } from "node:test";

import { expectedFailures } from "../support/expected-failures.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { skip } from "./rig/engines.mjs";
import { stackOf } from "./rig/pulumi.mjs";
import { disagreements, engineSteps } from "./rig/steps.mjs";
import { ORDERS, withV } from "./stacks/play.mjs";
import { SPELLINGS, spelled } from "./stacks/spelling.mjs";

const judged = expectedFailures(EXPECTED_FAILURES, import.meta.url);

/** The previews that are asked for, by name: with which spelling, and what each of them is to be. */
const PREVIEWS = {
  again: { spelling: "first", expected: "again" },
  then: { spelling: "second", expected: "then" },
  "again, refreshed": { spelling: "first", expected: "again" },
  "then, refreshed": { spelling: "second", expected: "then" },
};

describe("spellings", { skip }, () => {
  const ends = [];
  after(async () => {
    for (const end of ends) await end();
  });
  let asked;
  const previews = () => (asked ??= previewed({ after: (end) => ends.push(end) }));

  for (const [name, { expected }] of Object.entries(PREVIEWS)) {
    it(`the engine says of each spelling what is a change (${name})`, async () => {
      const { exitCode, json } = (await previews())[name];
      assert.equal(exitCode, 0, JSON.stringify(json.diagnostics));
      const steps = new Map(engineSteps(json).map(({ name, op }) => [name, op]));
      const said = SPELLINGS.map(({ key, what }) => `${what}: ${steps.get(key) ?? "same"}`);
      assert.deepEqual(
        said,
        SPELLINGS.map((row) => `${row.what}: ${row[expected]}`),
      );
    });
  }

  for (const { key, what, isRefused } of SPELLINGS) {
    for (const name of ["again", "then"]) {
      judged(`${what}: the plan has the engine's step (${name})`, async () => {
        const { json } = (await previews())[name];
        assert.deepEqual(disagreements(json, isRefused ? [key] : [], key), []);
      });
    }
  }
});

async function previewed(t) {
  const stack = await stackOf(t, { folder: ORDERS });
  const { exitCode, said } = await stack.up(withV(spelled("first")));
  assert.equal(exitCode, 0, said);
  const previews = {};
  for (const [name, { spelling }] of Object.entries(PREVIEWS)) {
    if (name === "again, refreshed") assert.equal((await stack.refresh(withV())).exitCode, 0);
    previews[name] = await stack.previewJson(withV(spelled(spelling)));
  }
  return previews;
}
