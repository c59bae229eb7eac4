// States as the real command line of Pulumi makes them: all kinds, taint, import, get.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe } from "node:test";

import { expectedFailures } from "../support/expected-failures.mjs";
import { EXPECTED_FAILURES } from "./expected-failures.mjs";
import { skip } from "./rig/engines.mjs";
import { planner } from "./rig/planner.mjs";
import { STATES } from "./stacks/states.mjs";
import { testScenarios } from "./stacks/tests.mjs";

const judged = expectedFailures(EXPECTED_FAILURES, import.meta.url);

testScenarios(STATES, judged);

/** What a state says of its cluster, in the words of the state, and which capture says it. */
const REMARKABLE = {
  taint: "tainted/change",
  initErrors: "defunct-create/create",
  pendingReplacement: "failed-replacement/change",
  delete: "autonamed-failed-delete/change",
};

// Left out with the scenarios: of a file that runs in part, the list of expected failures would miss the rest.
describe("what the next run does because of the state", { skip }, () => {
  for (const [mark, file] of Object.entries(REMARKABLE)) {
    judged(`a state with ${mark}: check speaks of it`, async () => {
      const text = readFileSync(new URL(`captures/pulumi/${file}.stack.json`, import.meta.url), "utf8");
      const stack = JSON.parse(text);
      const { resources } = stack.deployment;
      const isIt = (resource) => resource.urn.endsWith("::db") && resource[mark];
      assert.ok(resources.some(isIt));
      const others = resources.filter((resource) => !isIt(resource));
      const unmarked =
        mark === "delete" ? others : resources.map((each) => (isIt(each) ? { ...each, [mark]: undefined } : each));
      const ordinary = await said({ ...stack, deployment: { ...stack.deployment, resources: unmarked } });
      const more = (await said(stack)).filter((message) => !ordinary.includes(message));
      assert.notDeepEqual(more, [], "check says nothing of it");
    });
  }
});

/** What `check` reports of a stack. */
async function said(stack) {
  const files = { "stack.json": JSON.stringify(stack) };
  const { stdout } = await planner(["check", "stack.json", "--format", "json"], files);
  return JSON.parse(stdout).files.flatMap(({ diagnostics }) => diagnostics.map(({ message }) => message));
}
