// The benchmark runs and measures something. That it is fast is not asserted here: a loaded machine would fail.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

import { GOALS } from "../../benches/goals.mjs";

/** All but `native`, which compiles the core once more. */
const PARTS = ["calls", "floor", "document", "growth", "cidr", "overlap", "free", "cron", "start", "size", "memory"];
const program = fileURLToPath(new URL("../../benches/run.mjs", import.meta.url));
const bench = (...given) => spawnSync(process.execPath, [program, ...given], { encoding: "utf8" });

test("a quick run has a figure for every goal", () => {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const file = join(folder, "results.json");
    const { status, stdout, stderr } = bench("--quick", "--json", file, ...PARTS);
    assert.equal(status, 0, stderr);
    assert.equal(stderr, "");
    const titles = [...stdout.matchAll(/^([a-z]+): /gm)].map(([, part]) => part);
    assert.deepEqual(titles, PARTS);

    const results = JSON.parse(readFileSync(file, "utf8"));
    const goals = Object.assign({}, ...PARTS.map((part) => results[part].goals));
    const here = GOALS.filter(({ id }) => !id.startsWith("native/"));
    assert.deepEqual(Object.keys(goals).sort(), here.map(({ id }) => id).sort());
    for (const { what, id } of here) {
      assert.ok(stdout.includes(`| ${what}`), what);
      // A growth is a difference of two times: of one quick round, it may be anything.
      const { median } = goals[id];
      assert.ok(Number.isFinite(median) && (median > 0 || id.startsWith("growth/")), `${id} is ${median}`);
    }
    const medians = PARTS.flatMap((part) => Object.entries(results[part].medians ?? {}));
    assert.ok(medians.length > 50, `${medians.length} figures`);
    for (const [id, ns] of medians) assert.ok(Number.isFinite(ns) && ns > 0, `${id} is ${ns}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a part or an option that does not exist is named, with the usage", () => {
  for (const wrong of ["speed", "--fast"]) {
    const { status, stderr } = bench(wrong);
    assert.equal(status, 1);
    assert.match(stderr, new RegExp(`${wrong}[^]*usage:`));
  }
});
