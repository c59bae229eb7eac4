// The forms in which OpenTofu writes plans and states: which of them the package reads, and how it refuses the others.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe } from "node:test";

import { expectedFailures } from "../support/expected-failures.mjs";
import { configuration, required, usual } from "./configurations/blocks.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { skip } from "./rig/engines.mjs";
import { planner } from "./rig/planner.mjs";
import { projectOf } from "./rig/tofu.mjs";

const it = expectedFailures(EXPECTED_FAILURES, import.meta.url);

describe("OpenTofu: forms of its output", { skip }, () => {
  let written;
  const forms = () => (written ??= writtenForms());
  const run = async (args, file) => planner([...args, file], { [file]: (await forms())[file] });

  for (const file of ["plan.json", "state.json", "nothing.json"])
    it(`check reads ${file}`, async () => {
      const { exitCode, stderr } = await run(["check"], file);
      assert.deepEqual({ exitCode, stderr }, { exitCode: 0, stderr: "" });
    });

  it("plan change reads plan.json", async () => {
    const { exitCode, stderr } = await run(["plan", "change"], "plan.json");
    assert.deepEqual({ exitCode, stderr }, { exitCode: 0, stderr: "" });
  });

  for (const [command, file] of ["check", "plan change"].flatMap((command) =>
    ["plan.log", "plan.bin", "apply.log", "terraform.tfstate"].map((file) => [command, file]),
  ))
    it(`${command} refuses ${file} in one line that says what to give instead`, async () => {
      const { exitCode, stdout, stderr } = await run(command.split(" "), file);
      assert.deepEqual({ exitCode, stdout }, { exitCode: 2, stdout: "" });
      assert.match(stderr, /^error: [^\n]*`terraform show -json[^\n]*`[^\n]*\n$/);
    });
});

/** By file, what the engine writes of one configuration: before it is planned, planned, applied. */
async function writtenForms() {
  const forms = {};
  const ends = [];
  const t = { after: (end) => ends.push(end) };
  try {
    const project = await projectOf(t, { "main.tf": configuration(required("1.7.2"), usual()) });
    const file = path.join(project.folder, "plan.bin");
    forms["nothing.json"] = await project.command("show", "-json");
    forms["plan.log"] = await project.command("plan", "-input=false", "-json", `-out=${file}`);
    forms["plan.bin"] = readFileSync(file);
    forms["plan.json"] = await project.command("show", "-json", file);
    forms["apply.log"] = await project.command("apply", "-json", file);
    forms["state.json"] = await project.command("show", "-json");
    forms["terraform.tfstate"] = readFileSync(path.join(project.folder, "terraform.tfstate"), "utf8");
    return forms;
  } finally {
    for (const end of ends.reverse()) await end();
  }
}
