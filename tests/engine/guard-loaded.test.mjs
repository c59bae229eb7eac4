// The guard in programs of every form: the same report from all of them, and the lines of the program in it.
import assert from "node:assert/strict";
import { describe } from "node:test";

import { expectedFailures } from "../support/expected-failures.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { LINES, WAYS, WRONG_TYPE } from "./guard/loaded.mjs";
import { BUSY, errorCodes, kindsIn, stackOfSuite } from "./guard/suite.mjs";
import { skip } from "./rig/engines.mjs";

const it = expectedFailures(EXPECTED_FAILURES, import.meta.url);

const codesOf = (category, result) => errorCodes(result).filter((code) => code.startsWith(category));

const REFUSED = { BLOCK: "10.20.0.1/16" };

describe("guard, loaded in every way", { skip }, () => {
  for (const [way, { options, ready, checksTypes = false }] of Object.entries(WAYS)) {
    describe(way, () => {
      const stack = stackOfSuite(options, ready);

      it(`shows everything in a preview, ${way}`, async () => {
        const result = await stack().preview();
        assert.equal(result.exitCode, 1, result.said);
        assert.deepEqual(errorCodes(result), ["NET011", "PEER009"], result.said);
        for (const [name, line] of Object.entries(LINES)) {
          const { message } = result.errors.find((error) => error.name === name);
          assert.match(message, new RegExp(`^\\w+ "${name}" has 1 error \\(index\\.[jt]s:${line}:\\d+\\)`));
        }
      });

      it(`shows what the provider refuses with everything else, ${way}`, async () => {
        const result = await stack().preview({ env: { ...REFUSED, ...BUSY } });
        assert.equal(result.exitCode, 1, result.said);
        assert.deepEqual(errorCodes(result), ["NET007", "NET011", "PEER009"], result.said);
      });

      it(`stops the update before the provider, ${way}`, async () => {
        const result = await stack().up({ env: REFUSED });
        assert.equal(result.exitCode, 1, result.said);
        assert.deepEqual(codesOf("NET", result), ["NET007", "NET011"], result.said);
        assert.deepEqual(kindsIn(stack().service), ["project"]);
      });

      if (!checksTypes) return;
      it(`does not start a program of wrong types, ${way}`, async () => {
        stack().write({ "index.ts": WRONG_TYPE });
        const { exitCode, operations, said } = await stack().preview();
        assert.equal(exitCode, 1);
        assert.match(said, /TS2322/);
        assert.deepEqual(operations, {});
      });
    });
  }
});
