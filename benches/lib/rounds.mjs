// Many short rounds. Every round runs every contestant once, in another order, so that whatever slows the machine down
// for a while slows all of them.
import { shuffled } from "./shuffle.mjs";

/** Before each sample, this part of it runs without being timed. */
const LEAD_IN = 5;

/**
 * Nanoseconds per call, by contestant and round.
 *
 * `contestants` are `{ id, run(input), inputs }`; `plan` is `{ rounds, sampleMs, warmUpMs }`.
 */
export function measure(contestants, plan, clock, next) {
  for (const contestant of contestants) warmUp(contestant, plan.warmUpMs);
  const counts = new Map(contestants.map((each) => [each.id, callsPerSample(each, plan.sampleMs, clock)]));
  const samples = new Map(contestants.map(({ id }) => [id, []]));
  // What the preparations left behind is nobody's garbage (only there with --expose-gc). Not in every round: a full
  // collection also throws away what the compilers have learnt, and the samples after it vary by half.
  globalThis.gc?.();
  for (let round = 0; round < plan.rounds; round++) {
    for (const contestant of shuffled(contestants, next)) {
      const count = counts.get(contestant.id);
      // Its code and data are in the caches again, and what it collects is its own garbage for the most part.
      repeat(contestant, wholeRounds(contestant, count / LEAD_IN));
      const start = clock.now();
      repeat(contestant, count);
      samples.get(contestant.id).push((clock.now() - start) / count);
    }
  }
  return samples;
}

/** Long enough for the optimising compilers of JavaScript and WebAssembly to have done their work. */
function warmUp(contestant, ms) {
  const end = performance.now() + ms;
  do repeat(contestant, contestant.inputs.length);
  while (performance.now() < end);
}

function callsPerSample(contestant, sampleMs, clock) {
  let count = contestant.inputs.length;
  for (;;) {
    const start = clock.now();
    repeat(contestant, count);
    const ms = (clock.now() - start) / 1e6;
    if (ms >= sampleMs) return wholeRounds(contestant, (count * sampleMs) / ms);
    count *= 2;
  }
}

/** All inputs equally often: they do not all take the same time. */
const wholeRounds = ({ inputs: { length } }, count) => Math.max(1, Math.round(count / length)) * length;

/** Returns the last result, so that no compiler can leave the work out. */
function repeat({ run, inputs }, count) {
  let result;
  for (let i = 0; i < count; i++) result = run(inputs[i % inputs.length]);
  return result;
}
