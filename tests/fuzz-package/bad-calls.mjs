// Calls with bad input on one instance of the core, a good call after each.
import { fuzzed, instances } from "./fuzz.mjs";
import { attempt, goodCall, wrongError } from "./judge.mjs";
import { Random } from "./random.mjs";
import { TARGETS } from "./targets.mjs";

/**
 * Makes that many calls that are refused, each followed by a good one, and then the very same once more: the memory of
 * an instance grows with the largest input that it has met, so that only what is met again shows whether something is
 * lost.
 * `progress` is told every now and then.
 */
export function badCalls(calls, seed, progress = () => {}) {
  const targets = Object.values(TARGETS);
  const wrong = [];
  const bytes = [];
  let done = 0;
  fuzzed(() => {
    for (const round of [1, 2]) {
      const random = new Random(seed);
      while (done < round * calls) {
        const { state } = random;
        const outcome = attempt(random.of(targets)(random).call);
        if (!("error" in outcome)) continue;
        done += 1;
        const fault = wrongError(outcome.error) ?? goodCall();
        if (fault !== undefined && wrong.length < 20) wrong.push(`state ${state}: ${fault}`);
        if (done % 50_000 === 0) progress(done, wrong.length, instances());
      }
      bytes.push(instances().bytes);
    }
  });
  const [first, second] = bytes;
  return { calls: done, wrong, instances: instances().made, first, second };
}
