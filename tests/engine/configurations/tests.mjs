/** The tests of a scenario: what the engine does, and what the package says of its plans and states. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { recorded as recordedOf } from "../captures/recorded.mjs";
import { differences } from "../captures/tofu.mjs";
import { errorsOf, library, planChangeOf } from "../rig/planner.mjs";
import { disagreements, wrongEnds } from "./agreement.mjs";
import { driftIn, linesFor, linesOf, live, named } from "./life.mjs";

/**
 * Adds the tests of a scenario, each with its name, to the suite that is being defined. What the package says is tested by
 * `judged`, the `it` that knows of expected failures. The first test that runs plays the scenario. Beside what is played
 * (see `live`), a scenario says
 *
 * - what the engine does: the lines of the `plan` and of the one `again`; what plans call drift, `planDrift` and `drift`;
 *   the errors of commands, `planError`, `applyError`, `retried`, `destroyError`; the `commands` that are sent to change
 *   the cluster; what the service has afterwards, `things`, `thingsRetried` and `left`, with what of the cluster
 *   (`served`);
 * - `recorded`: the folder with the same scenario of the published provider; `captures`: which files are committed;
 * - what the package may or must say: the full addresses whose deployment is `refused`
 *   (`eventstorecloud_managed_cluster.db`); `why`, a reason that it has to give;
 *   `documents` for `planChange`; `isBypassed`, if the values are none that it accepts; `isRetired`, if the service sells
 *   them no more.
 */
export function testsOf(scenario, judged) {
  const { name, planError, isBypassed, refused, captures, recorded, documents, why } = scenario;
  describe(name, () => {
    let life;
    let answers;
    const living = () => (life ??= live(scenario));
    const answer = async () =>
      Promise.all(
        plansOf(await living()).map(async ([file, { json, text }]) => [file, json, await planChangeOf(text)]),
      );
    /** Of each plan, once for all tests: `[file, what the engine wrote, what plan change says]`. */
    const answered = () => (answers ??= answer());

    it(`${name}: the engine`, async () => assertEngine(scenario, await living()));

    if (recorded !== undefined)
      it(`${name}: the engine does what was recorded with the published provider`, async () => {
        const truth = recordedOf("tofu").truth(recorded);
        for (const [file, plan] of plansOf(await living()))
          assert.deepEqual(ofProvider(linesOf(plan)), ofProvider(linesFor(truth[file].changes)), file);
      });

    judged(`${name}: plan change gives the engine's actions`, async () => {
      assert.deepEqual(
        faults(await answered(), (json, answer) => disagreements(json, answer, refused)),
        [],
      );
    });

    judged(`${name}: plan change ends as what is lost demands`, async () => {
      assert.deepEqual(
        faults(await answered(), (json, answer) => wrongEnds(json, answer, refused)),
        [],
      );
    });

    if (why !== undefined)
      judged(`${name}: plan change says why`, async () => {
        const { file = "plan.json", address, reason } = why;
        const [, , { plan }] = (await answered()).find(([answeredFile]) => answeredFile === file);
        const reasons = plan.steps.filter(({ resource }) => resource.name === address).flatMap((step) => step.reasons);
        assert.match(reasons.join("\n"), reason);
      });

    if (planError === undefined && !isBypassed)
      judged(`${name}: check finds no error in what was accepted`, async () => {
        assert.deepEqual(await errorsOf(acceptedIn(scenario, await living()), { refused: true }), []);
      });

    if (documents !== undefined)
      judged(`${name}: planChange of documents gives the engine's action`, async () => {
        const [before, after] = documents;
        const plan = library.planChange(before, after, {
          target: `eventstore/eventstorecloud@${scenario.version}`,
        });
        const engine = (await living()).plan.json.resource_changes;
        const change = engine.filter(({ address }) => address === before.name);
        assert.deepEqual(disagreements({ resource_changes: change }, { plan }), []);
      });

    if (captures?.includes("refresh-only"))
      judged(`${name}: plan change reads a plan that only refreshes`, async () => {
        const { json, text } = (await living()).refreshOnly;
        assert.equal(json.resource_changes, undefined);
        const answer = await planChangeOf(text);
        assert.deepEqual([...disagreements(json, answer), ...wrongEnds(json, answer)], []);
      });

    if (captures !== undefined)
      it(`${name}: the engine writes what was captured`, async () =>
        assert.deepEqual(differences(scenario, await living()), []));
  });
}

/** What is wrong with the answers, a line each, with the file. */
const faults = (answers, faultsOf) =>
  answers.flatMap(([file, json, answer]) => faultsOf(json, answer).map((line) => `${file}: ${line}`));

/** Lines about the provider's resources. */
const ofProvider = (lines) => lines.filter((line) => !line.startsWith("terraform_data."));

/** Plans that there are, since some errors leave none. */
const plansOf = ({ plan, again }) =>
  Object.entries({ "plan.json": plan, "again.json": again }).filter(([, { json }]) => json !== undefined);

/**
 * What check may find no error in: everything that the engine wrote without one. What the service sells no more is an
 * error for what is made of it, so that plans do not count there.
 */
function acceptedIn({ isRetired }, { plan, base, after, again, refreshOnly }) {
  const states = { "base.state.json": base, "after.state.json": after };
  const plans = { "plan.json": plan, "again.json": again, "refresh-only.json": refreshOnly };
  const all = Object.entries(isRetired ? states : { ...states, ...plans });
  const written = all.filter(([, output]) => output?.text !== undefined && !output.json.errored);
  return Object.fromEntries(written.map(([file, { text }]) => [file, text]));
}

function assertEngine(scenario, life) {
  const { plan, again = [], planError, applyError, destroyError, planDrift = [], drift = [] } = scenario;
  assertEnd(life.plan, planError, "plan");
  assert.deepEqual(linesOf(life.plan), plan, "plan");
  assert.deepEqual(driftIn(life.plan), planDrift, "planDrift");
  if (planError === undefined) assertEnd(life.applied, applyError, "apply");
  const { commands, things, retried, thingsRetried } = scenario;
  if (commands !== undefined) assert.deepEqual(commandsIn(life.requests), commands, "commands");
  if (things !== undefined) assert.deepEqual(named(life.things), things.toSorted(), "things");
  // Where nothing is left behind, the service has what the state has.
  else if (scenario.left === undefined) {
    const ids = life.things.map(({ id }) => id).sort();
    assert.deepEqual(idsIn(life.after.json.values?.root_module), ids, "ids in the state, and in the service");
  }
  if (scenario.served !== undefined) {
    const { properties } = life.things.find(({ kind }) => kind === "cluster");
    assert.deepEqual({ ...properties, ...scenario.served }, properties, "served");
  }
  assertEnd(life.again, planError, "again");
  assert.deepEqual(linesOf(life.again), again, "again");
  if (planError === undefined) assertEnd(life.refreshOnly, undefined, "refresh-only plan");
  assert.deepEqual(driftIn(life.refreshOnly), drift, "drift (refresh-only plan)");
  if (retried !== undefined) assertEnd(life.retried, retried === true ? undefined : retried, "retried");
  if (thingsRetried !== undefined)
    assert.deepEqual(named(life.thingsRetried), thingsRetried.toSorted(), "thingsRetried");
  assertEnd(life.destroyed, destroyError, "destroy");
  assert.deepEqual(named(life.left), (scenario.left ?? []).toSorted(), "left");
}

/** The ids of the provider's resources in a module of a state and in those inside it. */
function idsIn({ resources = [], child_modules: modules = [] } = {}) {
  const own = resources.filter(({ mode, type }) => mode === "managed" && type.startsWith("eventstorecloud_"));
  return [...own.map(({ values }) => values.id), ...modules.flatMap(idsIn)].sort();
}

/** A command has ended well, or with this error. */
function assertEnd({ exitCode, said }, error, what) {
  assert.equal(exitCode, error === undefined ? 0 : 1, `${what}\n${said}`);
  if (error !== undefined) assert.match(said, error, `${what}\n${said}`);
}

/** What was sent to change the cluster, as paths behind its own. */
const commandsIn = (requests) =>
  requests.filter(({ method }) => method === "PUT").map(({ path }) => /\/clusters\/[^/]+(.*)$/.exec(path)?.[1] ?? path);
