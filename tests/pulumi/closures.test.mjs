// Functions that Pulumi sends to the cloud, such as the handlers of a queue or dynamic providers, may use the package.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { before, describe, it } from "node:test";
import { prepare } from "./installs/index.mjs";
import { skip, variant } from "./programs/index.mjs";

const PROGRAM = readFileSync(new URL("closures/program.cjs", import.meta.url), "utf8");

describe("a function for the cloud", { skip }, () => {
  let outcomes;
  before(async () => {
    const { node, projectFolder } = await prepare(variant);
    const { stdout, stderr } = spawnSync(node, ["program.cjs"], {
      cwd: projectFolder("closures", { "program.cjs": PROGRAM }),
      encoding: "utf8",
    });
    assert.ok(stdout !== "", stderr);
    outcomes = JSON.parse(stdout);
  });

  it("works with functions that are called as members of the module", () => {
    for (const [name, result] of Object.entries({ root: "true", builder: '"eastus"', pulumi: "true" })) {
      assert.equal(outcomes[name].result, result, JSON.stringify(outcomes[name]));
      assert.ok(outcomes[name].size < 1000, "by reference, without the core");
    }
  });

  it("cannot take a function out of its module, and says what to do", () => {
    const taken = {
      takenBuilder: "network",
      takenNamespace: "cidr\\.\\w+",
      takenSchedule: "schedule\\.\\w+",
      takenPulumiBuilder: "managedCluster",
    };
    for (const [name, member] of Object.entries(taken)) {
      const advice =
        `\`${member}\` cannot be captured by itself. Import the module and call it as a member:\n +import \\* as ` +
        `planner from "eventstorecloud-planner[^"]*"; ... planner\\.${member}\\(`;
      assert.match(outcomes[name].error ?? "", new RegExp(advice));
    }
  });
});
