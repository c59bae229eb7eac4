// A check of a thousand resources takes less time than Node takes to load Pulumi's SDK. Measured in pairs, one after
// the other, so that whatever else the machine does falls on both.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { it } from "node:test";
import { CLI, inFolder } from "./support/run.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const PAIRS = 5;

function milliseconds(args) {
  const begin = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return Number(process.hrtime.bigint() - begin) / 1e6;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

it("checks 1,000 resources faster than @pulumi/pulumi is loaded", (test) =>
  inFolder({}, (cwd) => {
    const resources = [{ kind: "Project", name: "p", args: { name: "p" } }];
    for (let i = 0; resources.length < 1000; i++) {
      const block = `10.${Math.floor(i / 256)}.${i % 256}.0/24`;
      resources.push({
        kind: "Network",
        name: `n${i}`,
        args: {
          projectId: { ref: "p" },
          name: `n${i}`,
          resourceProvider: "aws",
          region: "us-east-1",
          cidrBlock: block,
        },
      });
      resources.push({
        kind: "Peering",
        name: `r${i}`,
        args: {
          projectId: { ref: "p" },
          networkId: { ref: `n${i}` },
          name: `r${i}`,
          peerResourceProvider: "aws",
          peerNetworkRegion: "us-east-1",
          peerAccountId: "012345678901",
          peerNetworkId: `vpc-${(0xa1b2c3d4e5f60 + i).toString(16).padStart(17, "0")}`,
          routes: [`172.${16 + (i % 16)}.${Math.floor(i / 16)}.0/24`],
        },
      });
      resources.push({
        kind: "ManagedCluster",
        name: `c${i}`,
        args: {
          projectId: { ref: "p" },
          networkId: { ref: `n${i}` },
          name: `c${i}`,
          topology: "single-node",
          instanceType: "F1",
          diskType: "gp3",
          diskSize: 16,
          diskIops: 3000,
          diskThroughput: 125,
          serverVersion: "26.0",
        },
      });
      resources.push({
        kind: "ScheduledBackup",
        name: `b${i}`,
        args: {
          projectId: { ref: "p" },
          sourceClusterId: { ref: `c${i}` },
          description: `b${i}`,
          schedule: "0 2 * * *",
          backupDescription: "{cluster}",
          maxBackupCount: 7,
        },
      });
    }
    resources.length = 1000;
    const file = join(cwd, "thousand.json");
    writeFileSync(file, JSON.stringify({ resources }));
    const pairs = Array.from({ length: PAIRS }, () => [
      milliseconds([CLI, "check", file]),
      milliseconds(["-e", 'require("@pulumi/pulumi")']),
    ]);
    const ratio = median(pairs.map(([check, pulumi]) => check / pulumi));
    const [check, pulumi] = [0, 1].map((side) => Math.round(median(pairs.map((pair) => pair[side]))));
    test.diagnostic(
      `check of 1,000 resources: ${check} ms; require("@pulumi/pulumi"): ${pulumi} ms; ratio ${ratio.toFixed(2)}`,
    );
    assert.ok(ratio < 1, `ratio ${ratio.toFixed(2)}`);
  }));
