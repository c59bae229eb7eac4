// What the demonstration shows: the seven mistakes of the published program, one warning, and what its corrected form
// registers.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

describe("demo", () => {
  let lines = [];

  before(() => {
    const run = spawnSync(process.execPath, ["--import", "tsx", "ts-examples/demo.ts"], {
      cwd: root,
      encoding: "utf8",
    });
    assert.equal(run.status, 0, run.stderr);
    lines = run.stdout.split("\n");
  });

  const MISTAKES = [
    ["PRV001", "index.ts:2:34", '@eventstore/pulumi-eventstorecloud"'],
    ["NET005", "index.ts:7:5", undefined],
    ["NET011", "index.ts:6:52", 'region: "us-east-1"'],
    ["CLU006", "index.ts:10:74", 'diskType: "gp3"'],
    ["VER004", "index.ts:10:50", 'serverVersion: "26.0"'],
    ["BAK012", "index.ts:11:16", "backupDescription: "],
    ["BAK002", "index.ts:13:5", 'schedule: "0 0 * * *"'],
  ];

  it("prints the seven mistakes and no other, each with its line", () => {
    const heads = lines.filter((line) => line.startsWith("error ")).map((line) => line.split(/ {2}/));
    const shown = heads.map((head) => [head[1], head.at(-1).split("/").at(-1)]);
    assert.deepEqual(
      shown,
      MISTAKES.map(([code, place]) => [code, place]),
    );
  });

  it("warns that nothing can reach the cluster", () => {
    const warnings = lines.filter((line) => /^(warning|info) /.test(line)).map((line) => line.split(/ {2}/)[1]);
    assert.deepEqual(warnings, ["STACK004"]);
  });

  for (const [code, , fix] of MISTAKES.filter(([, , fix]) => fix !== undefined)) {
    it(`says how to mend ${code}`, () => {
      const start = lines.findIndex((line) => line.startsWith(`error  ${code} `));
      const end = lines.indexOf("", start);
      assert.ok(
        lines.slice(start, end).some((line) => line.startsWith("  fix:") && line.includes(fix)),
        fix,
      );
    });
  }

  it("says what gp3 will need", () => {
    for (const fix of ["  fix:  diskIops: 3000", "  fix:  diskThroughput: 125"]) assert.ok(lines.includes(fix), fix);
  });

  it("registers the four resources of the corrected program, and the peering that it lacked", () => {
    const registered = lines.filter((line) => line.includes("(eventstorecloud:index/"));
    assert.deepEqual(registered.map((line) => line.split(" ")[0]).sort(), [
      "my-backup",
      "my-cluster",
      "my-network",
      "my-peering",
      "my-project",
    ]);
    for (const arg of ['schedule           "0 0 * * *"', "diskIops        3000", 'region            "us-east-1"']) {
      assert.ok(lines.includes(`  ${arg}`), arg);
    }
  });
});
