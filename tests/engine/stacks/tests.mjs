// The tests of scenarios: what the engine does, whether it is as captured, and what our product says of it.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { after, describe, it } from "node:test";

import { howToCapture, howToLook } from "../captures/folders.mjs";
import { filesOf } from "../captures/pulumi.mjs";
import { PROVIDER_IS_OURS, skip } from "../rig/engines.mjs";
import { errorsOf, ifRefused, planner } from "../rig/planner.mjs";
import { disagreements, engineSteps, linesOf, rightExit } from "../rig/steps.mjs";
import { operationsOf, play } from "./play.mjs";

const CAPTURES = fileURLToPath(new URL("../captures/pulumi/", import.meta.url));
const isDrifting = PROVIDER_IS_OURS ? false : "the captures are of the provider for the engines";

/** Tests of each scenario. What the product says is tested by `judged`, the `it` that knows of expected failures. */
export function testScenarios(scenarios, judged) {
  for (const scenario of scenarios)
    describe(`${scenario.name}: ${scenario.about}`, { skip }, () => testsOf(scenario, judged));
}

function testsOf(scenario, judged) {
  const { name, rounds } = scenario;
  const ends = [];
  after(async () => {
    for (const end of ends) await end();
  });
  let played;
  const playing = () => (played ??= play({ after: (end) => ends.push(end) }, scenario));
  const previewed = async (round) => (await playing())[round].preview;

  it(`${name}: what the engine does`, async () => {
    const played = await playing();
    for (const [round, expected] of Object.entries(rounds)) engineDid(played[round], expected, round);
  });

  it(`${name}: what it writes is as captured`, { skip: isDrifting }, async () => {
    const fresh = filesOf(await playing());
    const folder = `${CAPTURES}${name}`;
    assert.ok(existsSync(folder), howToCapture(`pulumi/${name}`));
    const isElse = howToLook(`pulumi/${name}`);
    assert.deepEqual(readdirSync(folder).sort(), Object.keys(fresh).sort(), isElse);
    for (const [file, text] of Object.entries(fresh))
      assert.equal(text, readFileSync(`${folder}/${file}`, "utf8"), `${name}/${file}; ${isElse}`);
  });

  for (const [round, { steps, error, refused = [], isWrong }] of Object.entries(rounds)) {
    judged(`${name}: the plan has the engine's steps (${round})`, async () => {
      const { json } = await previewed(round);
      assert.deepEqual(disagreements(json, refused), []);
    });

    if (steps.length === 0 && error === undefined) continue;

    judged(`${name}: the plan ends with the right exit code (${round})`, { skip: isWrong }, async () => {
      const { json, text } = await previewed(round);
      const right = rightExit(json, refused);
      if (right === undefined) return;
      const { exitCode, stdout, stderr } = await planner(["plan", "change", "preview.json"], { "preview.json": text });
      const wrong = `exit code ${exitCode} instead of ${right}${ifRefused(exitCode === 1)}`;
      assert.equal(exitCode, right, `${wrong}\n${stdout}${stderr}`);
    });

    judged(`${name}: nothing that was accepted is an error (${round})`, { skip: isWrong }, async () => {
      const { preview, stack } = (await playing())[round];
      const files = { "preview.json": preview.text, ...(stack && { "stack.json": JSON.stringify(stack) }) };
      assert.deepEqual(await errorsOf(files), []);
    });
  }
}

function engineDid({ preview, up, left }, expected, round) {
  assert.deepEqual(linesOf(engineSteps(preview.json)), [...expected.steps].sort(), `${round}: preview`);
  failedAs(preview.exitCode, JSON.stringify(preview.json.diagnostics), expected.error, `${round}: preview`);
  if (up !== undefined) {
    const { operations = operationsOf(expected.steps), error } = expected.up ?? {};
    assert.deepEqual(withoutRefresh(up.operations), operations, `${round}: update`);
    failedAs(up.exitCode, up.said, error, `${round}: update`);
  }
  for (const [kind, names] of Object.entries(expected.left ?? {}))
    assert.deepEqual(namesOf(left, kind), names, `${round}: what the service has`);
}

function failedAs(exitCode, said, error, what) {
  assert.equal(exitCode === 0, error === undefined, `${what}\n${said}`);
  if (error !== undefined) assert.match(said, error, what);
}

function withoutRefresh(operations) {
  const left = Object.entries(operations).map(([name, ops]) => [name, ops.filter((op) => op !== "refresh")]);
  return Object.fromEntries(left.filter(([, ops]) => ops.length > 0));
}

/** The names of the things of a kind, or of those of `STATUS KIND`. */
function namesOf(things, words) {
  const [kind, status] = words.split(" ").reverse();
  const wanted = things.filter(
    (thing) => thing.kind === kind && (status ?? thing.properties.status) === thing.properties.status,
  );
  return wanted.map(
    ({ properties: { name, description, replicaCount } }) => name ?? description ?? String(replicaCount),
  );
}
