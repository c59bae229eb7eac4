// The benchmark runs and measures something. That it is fast is not asserted here: a loaded machine would fail.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../benches/run.mjs", import.meta.url));

test("every figure of a quick run is finite and positive", () => {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const file = join(folder, "results.json");
    const command = ["--expose-gc", program, "--quick", "--json", file];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
    assert.equal(status, 0, stderr);
    assert.equal(stderr, "");
    for (const heading of ["1. Warm calls", "2. Size", "3. From process start", "4. Many networks", "5. Arithmetic of plans"]) {
      assert.ok(stdout.includes(heading), heading);
    }

    const results = JSON.parse(readFileSync(file, "utf8"));
    let numbers = 0;
    for (const [path, number] of numbersIn(results)) {
      numbers++;
      // A growth is a difference of two times: of one quick round, it may be anything.
      assert.ok(Number.isFinite(number) && (number > 0 || path.includes("exponent")), `${path} is ${number}`);
    }
    assert.ok(numbers > 50, `${numbers} figures`);
    // The basis of every comparison: all accept the cluster that is valid.
    assert.deepEqual(results.calls.inputs.valid.notCompared, []);
  } finally {
    rmSync(folder, { recursive: true });
  }
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
