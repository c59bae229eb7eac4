// What the real command line of Pulumi writes in other ways than `preview --json` and `stack export`, and what our
// product makes of it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, describe, it } from "node:test";

import { expectedFailures } from "../support/expected-failures.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { skip } from "./rig/engines.mjs";
import { planner } from "./rig/planner.mjs";
import { stackOf } from "./rig/pulumi.mjs";
import { disagreements } from "./rig/steps.mjs";
import { ORDERS, withV } from "./stacks/play.mjs";

const judged = expectedFailures(EXPECTED_FAILURES, import.meta.url);

const CHANGED = { with: ["slack"], args: { db: { topology: "three-node-multi-zone" } } };

describe("outputs", { skip }, () => {
  const ends = [];
  after(async () => {
    for (const end of ends) await end();
  });
  let written;
  const outputs = () => (written ??= outputsOf({ after: (end) => ends.push(end) }));

  it("a preview with what stays the same has the steps of one without, and more", async () => {
    const { plain, sames } = await outputs();
    const urns = ({ json }) => new Set(json.steps.map(({ urn }) => urn));
    const isChange = ({ op }) => op !== "same";
    assert.deepEqual(sames.json.changeSummary, plain.json.changeSummary);
    assert.deepEqual(
      sames.json.steps
        .filter(isChange)
        .map(({ op, urn }) => [op, urn])
        .sort(),
      plain.json.steps
        .filter(isChange)
        .map(({ op, urn }) => [op, urn])
        .sort(),
    );
    assert.deepEqual(
      [...urns(plain)].filter((urn) => !urns(sames).has(urn)),
      [],
    );
    // The stack, four resources, the integration and the provider, which has no step.
    assert.equal(urns(sames).size, 6);
    assert.equal(
      Object.values(sames.json.changeSummary).reduce((sum, count) => sum + count),
      6,
    );
  });

  for (const kind of ["plain", "sames", "refreshed"]) {
    judged(`a preview: the plan has the engine's steps (${kind})`, async () => {
      const { json } = (await outputs())[kind];
      assert.deepEqual(disagreements(json), []);
    });

    judged(`a preview: the plan ends with 1, since a database is lost (${kind})`, async () => {
      const { text } = (await outputs())[kind];
      const { exitCode, stdout } = await planner(["plan", "change", "preview.json"], { "preview.json": text });
      assert.equal(exitCode, 1, `exit code ${exitCode} instead of 1\n${stdout}`);
    });
  }

  for (const kind of ["streamed preview", "update", "saved plan"]) {
    it(`the ${kind}: says what happens to the database`, async () => {
      const text = (await outputs())[kind];
      assert.match(text, /managedCluster:ManagedCluster::db/);
      assert.match(text, /delete-replaced|"replace"/);
    });

    for (const command of ["plan change", "check"]) {
      judged(`the ${kind}: ${command} reads it, or says in one line what to give instead`, async () => {
        const text = (await outputs())[kind];
        const { exitCode, stdout, stderr } = await planner([...command.split(" "), "written.json"], {
          "written.json": text,
        });
        if (exitCode === 2) {
          assert.equal(stdout, "");
          assert.match(stderr, /^error: written\.json: [^\n]*`pulumi preview --json`[^\n]*\n$/);
        } else if (command === "check") assert.equal(exitCode, 0, stdout);
        else assert.match(stdout, /^replace {2}ManagedCluster db[^]*^1 error|is deleted/m);
      });
    }
  }

  judged("a stack with its secrets: no secret is shown", async () => {
    const { secrets } = await outputs();
    assert.match(secrets, /MARKER/);
    for (const format of ["pretty", "json", "sarif"]) {
      const { stdout, stderr } = await planner(["check", "stack.json", "--format", format], { "stack.json": secrets });
      assert.doesNotMatch(stdout + stderr, /MARKER/, format);
    }
  });
});

async function outputsOf(t) {
  const stack = await stackOf(t, { folder: ORDERS });
  const { exitCode, said } = await stack.up(withV({ with: ["slack"] }));
  assert.equal(exitCode, 0, said);
  const file = path.join(stack.folder, "plan.json");
  const { env } = withV(CHANGED);
  const written = async (args, more = {}) => {
    const { exitCode, stdout, stderr } = await stack.run([...args, "--parallel", "1"], { env: { ...env, ...more } });
    assert.equal(exitCode, 0, stderr);
    return stdout;
  };
  return {
    plain: await stack.previewJson(withV(CHANGED)),
    sames: await stack.previewJson(withV(CHANGED, ["--show-sames"])),
    refreshed: await stack.previewJson(withV(CHANGED, ["--refresh"])),
    "streamed preview": await written(["preview", "--json"], { PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "true" }),
    "saved plan": await written(["preview", "--save-plan", file], { PULUMI_EXPERIMENTAL: "true" }).then(() =>
      readFileSync(file, "utf8"),
    ),
    secrets: await stack.command("stack", "export", "--show-secrets"),
    update: await written(["up", "--json", "--yes", "--skip-preview"]),
  };
}
