// A short run of the fuzzing of the package; a long one is `npm run fuzz:package`.
import { fuzz, instances, TARGETS } from "../fuzz-package/fuzz.mjs";
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { badCalls } from "../fuzz-package/bad-calls.mjs";
import { fuzzCli } from "../fuzz-package/cli.mjs";
import { attempt, unpolluted, wrongError } from "../fuzz-package/judge.mjs";
import { planner } from "./support/bad.mjs";

describe("arbitrary values", () => {
  for (const name of Object.keys(TARGETS)) {
    it(name, () => {
      const { executions, findings } = fuzz(name, 3_000, 7, 1_000);
      assert.deepEqual(findings, []);
      assert.ok(executions > 100, `${executions} executions`);
    });
  }

  it("what the command line reads", async () => {
    const { executions, findings } = await fuzzCli(2_000, 7, 1_500);
    assert.deepEqual(findings, []);
    assert.ok(executions > 20, `${executions} executions`);
  });

  it("those of fast-check", () => {
    const anything = fc.anything({
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      withUnicodeString: true,
    });
    const calls = [
      planner.check,
      planner.network,
      planner.planBackups,
      planner.cidr.overlapping,
      planner.formatReport,
      (value) => planner.applyEdits({}, value),
      planner.explain,
    ];
    const property = fc.property(anything, fc.constantFrom(...calls), (value, call) => {
      const outcome = attempt(() => call(value));
      return !("error" in outcome) || wrongError(outcome.error) === undefined;
    });
    fc.assert(property, { numRuns: 500, seed: 7 });
    assert.equal(unpolluted(), undefined);
  });

  it("bad calls leave every good answer and the memory as they are", () => {
    const { calls, wrong, first, second } = badCalls(2_000, 7);
    assert.deepEqual({ calls, wrong, second }, { calls: 4_000, wrong: [], second: first });
  });

  it("all on one instance of the core", () => {
    assert.equal(instances().made, 1);
  });
});
