// The benchmark runs and measures something. That it is fast is not asserted here: a loaded machine would fail.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

import { judged } from "../../benches/goals.mjs";

const PARTS = ["calls", "document", "growth", "cidr", "overlap", "free", "cron", "native", "start", "size", "memory"];
const program = fileURLToPath(new URL("../../benches/run.mjs", import.meta.url));

test("every figure of a quick run is finite and positive", () => {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const file = join(folder, "results.json");
    const command = ["--expose-gc", program, "--quick", "--json", file];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
    assert.equal(status, 0, stderr);
    assert.equal(stderr, "");
    for (const part of PARTS) assert.match(stdout, new RegExp(`^${part}: `, "m"));
    assert.match(stdout, /^Goals$/m);

    const results = JSON.parse(readFileSync(file, "utf8"));
    for (const part of PARTS) assert.ok(results[part], part);
    // The one part that needs a compiler besides.
    assert.match(results.native.notMeasured, /--native/);
    // Every goal of the other parts has a figure.
    const without = judged(results)
      .filter(({ measured }) => measured === undefined)
      .map(({ id }) => id);
    assert.deepEqual(
      without.filter((id) => !id.startsWith("native/")),
      [],
    );
    let numbers = 0;
    for (const [path, number] of numbersIn(results)) {
      numbers++;
      // A growth is a difference of two times: of one quick round, it may be anything.
      const growth = path.includes("exponent") || path.includes("growth/");
      assert.ok(Number.isFinite(number) && (number > 0 || growth), `${path} is ${number}`);
    }
    assert.ok(numbers > 50, `${numbers} figures`);
    // The basis of every comparison: all accept the cluster that is valid.
    assert.deepEqual(results.calls.inputs.valid.notCompared, []);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("words choose parts; one that no part has is named, with the usage", () => {
  const { status, stdout } = spawnSync(process.execPath, [program, "cidr", "--quick"], { encoding: "utf8" });
  assert.equal(status, 0);
  assert.match(stdout, /^cidr: /m);
  for (const part of PARTS.filter((name) => name !== "cidr"))
    assert.doesNotMatch(stdout, new RegExp(`^${part}: `, "m"));

  const wrong = spawnSync(process.execPath, [program, "speed"], { encoding: "utf8" });
  assert.equal(wrong.status, 1);
  assert.match(wrong.stderr, /`speed`[^]*usage:/);
});

test("an unknown argument is named, with the usage", () => {
  const { status, stderr } = spawnSync(process.execPath, [program, "--fast"], { encoding: "utf8" });
  assert.equal(status, 1);
  assert.match(stderr, /--fast[^]*usage:/);
});

/** Path and value of every number (JSON has no other ones; what was not finite is null). */
function* numbersIn(value, path = "results") {
  if (typeof value === "number" || value === null) yield [path, value];
  else if (typeof value === "object") {
    for (const [key, inner] of Object.entries(value)) yield* numbersIn(inner, `${path}.${key}`);
  }
}
