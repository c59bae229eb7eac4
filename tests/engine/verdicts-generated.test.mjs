// Configurations made at random: what we say a preview or plan refuses is what the test provider refuses. That the test
// provider refuses what the published one does, the recorded verdicts prove.
//
// `CONFIGURATIONS=100000 SEED=7 node --test tests/engine/verdicts-generated.test.mjs` asks for more, and for others.
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";

import { answers, json } from "./rig/asked.mjs";
import { REPOSITORY, skip } from "./rig/engines.mjs";
import { configurationsOf, differenceOf, refusedOf } from "./rig/verdicts.mjs";

const COUNT = Number(process.env.CONFIGURATIONS ?? 6000);
const SEED = Number(process.env.SEED ?? 1);
/** How many differences are printed. */
const SHOWN = 20;
const PULUMI_SHARE = 0.4;
/** The SDK before it crashes on some values, and checks others differently. */
const SINCE = "1.5.5";

async function compare(questions, provider, context) {
  const { check } = await import(join(REPOSITORY, "target", "npm", "index.mjs"));
  const different = [];
  let refused = 0;
  for (const [index, question] of questions.entries()) {
    const theirs = provider[index];
    assert.ok(Array.isArray(theirs) || theirs === null, `no answer to ${JSON.stringify(question)}`);
    if ((theirs ?? []).length > 0) refused += 1;
    const difference = differenceOf(question, refusedOf(question, check), theirs ?? []);
    if (difference !== undefined) different.push({ ...question, theirs, ...difference });
  }
  context.diagnostic(`${questions.length} compared, ${refused} refused, ${different.length} different (seed ${SEED})`);
  const shown = different.slice(0, SHOWN).map((row) => JSON.stringify(row));
  assert.equal(different.length, 0, shown.join("\n"));
  assert.ok(refused > questions.length / 4 && refused < questions.length, "there is nothing to tell apart");
}

describe("configurations made at random", { skip }, () => {
  const facts = json("tests", "engine", "provider", "facts", "eventstorecloud.json");
  const pulumi = Math.round(COUNT * PULUMI_SHARE);

  it("are refused as the Terraform provider refuses them", async (context) => {
    const versions = facts.versions.slice(facts.versions.indexOf(SINCE));
    const made = configurationsOf({ facts, versions, count: COUNT - pulumi, seed: SEED });
    const questions = made.map((it) => ({ ...it, target: `eventstore/eventstorecloud@${it.version}` }));
    await compare(questions, answers("provider", "TestAskedVerdicts", questions), context);
  });

  it("are refused as the Pulumi package refuses them", async (context) => {
    const made = configurationsOf({ facts, versions: ["1.6.0"], count: pulumi, seed: SEED + 1 });
    const questions = made.map((it) => ({ ...it, target: "eventstorecloud@0.2.20" }));
    await compare(questions, answers("provider-pulumi", "TestAskedVerdicts", questions), context);
  });
});
