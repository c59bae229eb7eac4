// ts-examples/unit-tests: its vitest test passes, and fails when only two resources together show what is wrong.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");

function run(config) {
  const env = { ...process.env, PULUMI_CONFIG: JSON.stringify(config), NO_COLOR: "1", CI: "1" };
  return spawnSync(process.execPath, [vitest, "run", "--root", "ts-examples/unit-tests"], {
    cwd: root,
    encoding: "utf8",
    env,
  });
}

describe("the example with unit tests", () => {
  it("passes", () => {
    const { status, stdout, stderr } = run({});
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /Tests +1 passed/);
  });

  it("fails for a route that overlaps the network, with the report", () => {
    const { status, stderr } = run({ "orders:route": "10.20.8.0/24" });
    assert.equal(status, 1);
    assert.match(
      stderr,
      /error {2}PEER009 {2}Peering orders-apps routes\[0\]\n {2}the route `10\.20\.8\.0\/24` overlaps/,
    );
  });
});
