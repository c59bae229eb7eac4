// The planned program: what it registers, its lock, a change that is refused; and its README, which shows all of it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const example = join(root, "ts-examples", "planned-program");
const README = join(example, "README.md");
const updates = process.env.UPDATE_CASES !== undefined;

/** What a file of the example prints. */
function run(folder, file, ...args) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--import", "tsx", join(folder, file), ...args], {
    cwd: root,
    encoding: "utf8",
  });
  assert.equal(stderr, "", file);
  return { stdout, status };
}

describe("planned program", () => {
  // A copy, because the lock is written.
  const copies = join(root, "target", "planned");
  const copy = join(copies, "planned-program");
  const lock = join(copy, "addresses.lock.json");
  const outputs = [];

  before(() => {
    rmSync(copies, { recursive: true, force: true });
    mkdirSync(copies, { recursive: true });
    cpSync(example, copy, { recursive: true });
    cpSync(join(root, "ts-examples", "mocks.ts"), join(copies, "mocks.ts"));
  });

  for (const [environment, kinds] of [
    ["staging", { ManagedCluster: 3, Network: 3, Peering: 3, Project: 1, ScheduledBackup: 3 }],
    ["production", { ManagedCluster: 3, Network: 3, Peering: 3, Project: 1, ScheduledBackup: 9 }],
  ]) {
    it(`registers all of ${environment}, and nothing is wrong with it`, () => {
      const { stdout, status } = run(copy, "run-with-mocks.ts", environment);
      assert.equal(status, 0, stdout);
      const [list, report] = stdout.split("\n\n");
      const found = {};
      for (const line of list.split("\n")) found[line.split(" ")[0]] = (found[line.split(" ")[0]] ?? 0) + 1;
      assert.deepEqual(Object.fromEntries(Object.entries(found).sort()), kinds);
      assert.match(report, /^no problems in \d+ resources\n/);
      outputs.push(stdout);
    });
  }

  it("keeps its lock, whatever order the sites are in", () => {
    const committed = readFileSync(lock, "utf8");
    const { stdout, status } = run(copy, "lock.ts");
    assert.equal(status, 0);
    assert.equal(readFileSync(lock, "utf8"), committed, "the committed lock is not that of the program: run lock.ts");
    outputs.push(stdout);
    const file = join(copy, "environments.ts");
    const sites = readFileSync(file, "utf8");
    writeFileSync(
      file,
      sites
        .replace("  america: {", "  africa: {")
        .replace(
          "export const WORKLOADS",
          "SITES['america'] = { ...SITES['africa']!, ownBlock: '172.23.0.0/16' };\n\nexport const WORKLOADS",
        ),
    );
    assert.notEqual(readFileSync(file, "utf8"), sites);
    const lines = (text) => text.trim().split("\n");
    const moved = run(copy, "lock.ts");
    assert.equal(moved.status, 0);
    assert.deepEqual(
      lines(moved.stdout)
        .filter((line) => !line.startsWith("africa-"))
        .sort(),
      lines(stdout).sort(),
    );
    assert.equal(lines(moved.stdout).length, lines(stdout).length + 2);
  });

  it("refuses the change that would destroy a cluster, and shows the safe way", () => {
    const { stdout, status } = run(example, "change.ts");
    assert.equal(status, 1);
    assert.match(stdout, /^refused {2}ManagedCluster america-production$/m);
    assert.match(stdout, /^ {2}help: create a second network, restore backups/m);
    outputs.push(stdout);
  });

  it("has a README that shows exactly this", () => {
    assert.equal(outputs.length, 4);
    const left = [...outputs];
    const text = readFileSync(README, "utf8");
    const shown = text.replace(/^```text\n.*?^```$/gms, () => `\`\`\`text\n${left.shift()}\`\`\``);
    assert.equal(left.length, 0);
    if (updates) writeFileSync(README, shown);
    else assert.equal(text, shown, "run this test with UPDATE_CASES=1");
  });
});
