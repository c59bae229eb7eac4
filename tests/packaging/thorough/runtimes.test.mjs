// The published package in every runtime that it is for. UPDATE_CASES=1 writes docs/runtimes.md, else it is compared.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";

import { inChromium } from "../pages.mjs";
import { ROOT } from "../places.mjs";
import { NotHere, ROWS } from "../rows.mjs";
import { pageOf, resultsIn } from "../table.mjs";

const PAGE = join(ROOT, "docs", "runtimes.md");
const update = Boolean(process.env.UPDATE_CASES);
const results = new Map();
let expected;

describe("the package runs in", () => {
  after(async () => (await inChromium()).close());
  for (const row of ROWS) {
    it(`${row.where}, ${row.how}`, { timeout: 600_000 }, async (test) => {
      try {
        results.set(row, "fails");
        const answer = await row.run();
        if (row.refusal !== undefined) assert.match(answer, row.refusal);
        else {
          assert.match(answer, /^\{/);
          assert.equal(answer, (expected ??= answer));
        }
        results.set(row, row.refusal === undefined ? "works" : "says what to change");
      } catch (error) {
        if (!(error instanceof NotHere)) throw error;
        results.set(row, "not tried");
        test.skip(error.message);
      }
    });
  }

  it("what docs/runtimes.md says", () => {
    const page = pageOf(ROWS, results);
    if (update) writeFileSync(PAGE, page);
    // What cannot be tried here is taken from the page.
    const written = readFileSync(PAGE, "utf8");
    const before = resultsIn(written);
    const known = new Map(ROWS.map((row, i) => [row, results.get(row) === "not tried" ? before[i] : results.get(row)]));
    assert.equal(written, pageOf(ROWS, known), "UPDATE_CASES=1 npm test -- packaging writes it");
  });

  it("and answers what it should", () => {
    const { check, refusal, explain } = JSON.parse(expected);
    assert.equal(check.ok, false);
    assert.deepEqual(
      refusal.codes.map((text) => text.split(" ")[0]),
      ["NET007", "NET011"],
    );
    assert.equal(explain.code, "NET007");
  });
});
