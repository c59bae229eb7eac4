// Many short rounds. Every round runs every contestant once, in another order, so that whatever slows the machine down
// for a while slows all of them.
import { shuffled } from "./shuffle.mjs";

/**
 * Nanoseconds per call, by contestant and round.
 *
 * `contestants` are `{ id, run(input), inputs }`; `plan` is `{ rounds, sampleMs, warmUpMs }`.
 */
export function measure(contestants, plan, clock, next) {
  for (const contestant of contestants) warmUp(contestant, plan.warmUpMs);
  const counts = new Map(contestants.map((each) => [each.id, callsPerSample(each, plan.sampleMs, clock)]));
  const samples = new Map(contestants.map(({ id }) => [id, []]));
  for (let round = 0; round < plan.rounds; round++) {
    // Garbage of one round is not paid for by whoever comes first in the next. Only there with --expose-gc.
    globalThis.gc?.();
    for (const contestant of shuffled(contestants, next)) {
      const count = counts.get(contestant.id);
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
  do repeat(contestant, 100);
  while (performance.now() < end);
}

function callsPerSample(contestant, sampleMs, clock) {
  let count = 16;
  for (;;) {
    const start = clock.now();
    repeat(contestant, count);
    const ms = (clock.now() - start) / 1e6;
    if (ms >= sampleMs) return Math.max(1, Math.round((count * sampleMs) / ms));
    count *= 2;
  }
}

/** Returns the last result, so that no compiler can leave the work out. */
function repeat({ run, inputs }, count) {
  let result;
  for (let i = 0; i < count; i++) result = run(inputs[i % inputs.length]);
  return result;
}
