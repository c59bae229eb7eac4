// Calls with bad input on one instance of the core, a good call after each.
import { fuzzed, instances } from "./fuzz.mjs";
import { attempt, goodCall, wrongError } from "./judge.mjs";
import { Random } from "./random.mjs";
import { TARGETS } from "./targets.mjs";

/** Calls after which the memory has its size: the largest inputs have been met. */
const FIRST = 0.25;

/** Makes that many calls that are refused, each followed by a good one; `progress` is told every now and then. */
export function badCalls(calls, seed, progress = () => {}) {
  const random = new Random(seed);
  const targets = Object.values(TARGETS);
  const wrong = [];
  let bad = 0;
  let early;
  fuzzed(() => {
    while (bad < calls) {
      const { state } = random;
      const outcome = attempt(random.of(targets)(random).call);
      if (!("error" in outcome)) continue;
      bad += 1;
      const fault = wrongError(outcome.error) ?? goodCall();
      if (fault !== undefined && wrong.length < 20) wrong.push(`state ${state}: ${fault}`);
      if (bad % 50_000 === 0) progress(bad, wrong.length, instances());
      if (bad >= calls * FIRST) early ??= instances().bytes;
    }
  });
  const { made, bytes } = instances();
  return { calls: bad, wrong, instances: made, early, late: bytes, grown: bytes - early };
}
