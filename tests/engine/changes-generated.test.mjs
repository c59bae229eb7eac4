// Changes made at random: what we plan for them is what the test provider plans. It proves that nothing has drifted; that
// the provider plans as the published one does, the recorded changes prove (`tests/planner/change/recorded.rs`).
//
// `CHANGES=50000 SEED=7 node --test tests/engine/changes-generated.test.mjs` asks for more, and for others.
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";

import { answers, json } from "./rig/asked.mjs";
import { changesOf, factsAt, kindsOf, outcomeOf } from "./rig/changes.mjs";
import { REPOSITORY, skip } from "./rig/engines.mjs";

const COUNT = Number(process.env.CHANGES ?? 5000);
const SEED = Number(process.env.SEED ?? 1);
/** How many differences are printed. */
const SHOWN = 20;
/** Most of them are of Terraform, which has 39 versions. */
const PULUMI_SHARE = 0.25;

/** Compares, and says how many of them the provider has refused. */
async function compare(questions, provider, context) {
  const { planChange } = await import(join(REPOSITORY, "target", "npm", "index.mjs"));
  const different = [];
  const counts = { compared: 0, refused: 0 };
  for (const [index, question] of questions.entries()) {
    const expected = provider[index];
    if (expected === undefined) different.push({ question, expected: "no answer" });
    if (expected.refused) {
      counts.refused += 1;
      continue;
    }
    counts.compared += 1;
    const found = outcomeOf(question, planChange);
    const waived = expected.mayIgnore ?? (() => false);
    const without = (names) => names.filter((name) => !waived(name));
    const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
    const agrees =
      same(without(found.changed), without(expected.changed)) &&
      same(without(found.replace), without(expected.replace));
    if (!agrees) different.push({ question, expected, found });
  }
  context.diagnostic(
    `${counts.compared} compared, ${counts.refused} refused by the provider, ${different.length} different (seed ${SEED})`,
  );
  assert.equal(
    different.length,
    0,
    different
      .slice(0, SHOWN)
      .map((row) => JSON.stringify(row))
      .join("\n"),
  );
  assert.ok(counts.compared > questions.length / 3, "most are refused");
}

const sorted = (names) => [...new Set(names)].sort();

describe("changes made at random", { skip }, () => {
  const facts = json("tests", "engine", "provider", "facts", "eventstorecloud.json");

  it("are planned as the Terraform provider plans them", async (context) => {
    const { computed } = json("tests", "engine", "verdicts", "diffs-1.7.2.json");
    const count = Math.round(COUNT * (1 - PULUMI_SHARE));
    const isMap = (key, version) => factsAt(facts, version)[key]?.[0] === "map";
    const questions = changesOf({ facts, versions: facts.versions, count, seed: SEED }).map((question) => ({
      ...question,
      // Some versions have another type for it.
      computed: isMap("peering.provider_metadata", question.version)
        ? computed
        : { ...computed, provider_metadata: null },
    }));
    const provider = answers("provider", "TestAskedDiffs", questions).map(({ Action, Changed, Replace }, index) => {
      const inputs = kindsOf(facts, questions[index].version)[questions[index].kind];
      const only = (names) => sorted((names ?? []).filter((name) => name in inputs));
      // Where something else changes too, the SDK lists an empty text for which nothing was; nothing is sent for it.
      const mayIgnore = (name) => questions[index].change[name] === "" && questions[index].old[name] === undefined;
      return { refused: Action === "error", changed: only(Changed), replace: only(Replace), mayIgnore };
    });
    await compare(questions, provider, context);
  });

  it("are planned as the Pulumi package plans them", async (context) => {
    const count = COUNT - Math.round(COUNT * (1 - PULUMI_SHARE));
    const questions = changesOf({ facts, versions: ["1.6.0"], count, seed: SEED + 1, isPulumi: true });
    const provider = answers("provider-pulumi", "TestAskedDiffs", questions).map(
      ({ changes, diffs, replaces, errors }, index) => ({
        refused: (errors ?? []).length > 0 || changes === undefined,
        changed: sorted(diffs ?? []),
        replace: sorted(replaces ?? []),
        // An unknown number or boolean reads as nothing in the preview, so that it may differ or not; we defer it.
        mayIgnore: (name) =>
          questions[index].change[name]?.$unknown === true &&
          !(diffs ?? []).includes(name) &&
          ["diskIops", "diskThroughput", "publicAccess", "protected"].includes(name),
      }),
    );
    await compare(questions, provider, context);
  });
});
