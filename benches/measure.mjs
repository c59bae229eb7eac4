// How times are taken: mitata takes the samples, in rounds of all contestants, so that whatever slows the machine down
// for a while slows all of them.
import { isDeepStrictEqual } from "node:util";
import { do_not_optimize, measure } from "mitata";

/** A sample is long enough to have its share of garbage collection. */
export const FULL = { rounds: 15, ms: 60, warmUpMs: 400 };
export const QUICK = { rounds: 1, ms: 1, warmUpMs: 1 };

/** CPU time in ns: other processes do not count, our own garbage collection does. Windows counts it too coarsely. */
const cpuTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1_000;
};
export const wallTime = () => performance.now() * 1e6;
const clock = process.platform === "win32" ? wallTime : cpuTime;

/**
 * Measures groups of contestants `{ id, title, run(input) }`. `answer(found, input)`, of a contestant or of its whole
 * group, is what has to be the same for all, and as `expected` if the group says so; what has none is not compared.
 * Gives medians and tables for all, and `ratio(one, other)` of two ids, which are `group/contestant`.
 */
export async function compare(groups, plan) {
  const samples = {};
  const tables = [];
  for (const group of groups) {
    const contestants = group.contestants.map((one) => ({ inputs: group.inputs, answer: group.answer, ...one }));
    compareAnswers(group, contestants);
    const samplers = [];
    for (const one of contestants) samplers.push(await sampler(one, plan));
    const found = await rounds(plan.rounds, samplers);
    contestants.forEach(({ id }, i) => {
      samples[`${group.id}/${id}`] = found[i];
    });
    tables.push(tableOf(group, samples));
  }
  const medians = Object.fromEntries(Object.entries(samples).map(([id, found]) => [id, spread(found).median]));
  return { medians, tables, ratio: (one, other, parts) => ratio(samples[one], samples[other], parts) };
}

function compareAnswers({ id: group, expected }, contestants) {
  const answers = contestants
    .filter(({ answer }) => answer)
    .map(({ id, run, inputs, answer }) => ({ id, given: inputs.map((input) => answer(run(input), input)) }));
  const right = expected === undefined ? answers[0]?.given : answers[0]?.given.map(() => expected);
  const other = answers.find(({ given }) => !isDeepStrictEqual(given, right));
  if (other) throw new Error(`${group}: ${other.id} gives another answer than expected`);
}

/** A function that takes one sample: nanoseconds per call, over calls that take `ms` together. */
export async function sampler({ run, inputs }, { ms, warmUpMs }, now = clock) {
  let count = 0;
  const call = () => do_not_optimize(run(inputs[count++ % inputs.length]));
  // Samples of many calls, all inputs equally often: a clock costs as much as a short call. No garbage collection is
  // asked for: it throws away what the compilers have learnt, and each has to pay for its own garbage.
  const options = (calls, time) => ({
    now,
    gc: false,
    batch_samples: calls,
    batch_unroll: 1,
    batch_threshold: Infinity,
    warmup_samples: 1,
    // One call before each sample, two where they are short.
    warmup_threshold: calls > 1 ? Infinity : 0,
    min_samples: 1,
    min_cpu_time: time * 1e6,
  });
  const median = (calls, time) =>
    // Not awaited: who waits belongs to the stack that a builder reads when it refuses.
    new Promise((resolve, reject) => measure(call, options(calls, time)).then(({ p50 }) => resolve(p50), reject));
  const ns = await median(inputs.length, warmUpMs);
  const times = Math.max(1, Math.round((ms * 1e6) / (ns * inputs.length)));
  return () => median(times * inputs.length, 0);
}

/** What each sampler gave, round by round; every other round goes backwards. */
export async function rounds(count, samplers) {
  const found = samplers.map(() => []);
  const order = [...samplers.keys()];
  for (let round = 0; round < count; round++) {
    for (const i of order) found[i].push(await samplers[i]());
    order.reverse();
  }
  return found;
}

export function spread(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (share) => sorted[Math.round((sorted.length - 1) * share)];
  return { median: at(0.5), p10: at(0.1), p90: at(0.9) };
}

/** Of `one[i] / other[i]`: both were measured in round i. `ns` is the time of `one`, of which a call does `parts`. */
export function ratio(one, other, parts = 1) {
  return {
    ...spread(one.map((ns, round) => ns / parts / other[round])),
    ns: spread(one).median / parts,
  };
}

/** Medians, and each as a multiple of those in `against`. */
function tableOf({ id: group, title, contestants, against = [] }, samples) {
  const of = (id) => samples[`${group}/${id}`];
  return [
    [title, "one call", ...against.map((id) => `x ${id}`)],
    ...contestants.map(({ id, title: name }) => [
      name,
      time(spread(of(id)).median),
      ...against.map((other) => short(ratio(of(id), of(other)).median)),
    ]),
  ];
}

/** Three digits that mean something. */
export const short = (number) =>
  (number >= 100 ? Math.round(number) : Number(number.toPrecision(3))).toLocaleString("en", {
    maximumFractionDigits: 9,
  });

export function time(ns) {
  const [unit, size] = [
    ["ms", 1e6],
    ["us", 1e3],
    ["ns", 1],
  ].find(([, least]) => ns >= least) ?? ["ns", 1];
  return `${short(ns / size)} ${unit}`;
}

/** A Markdown table, with its columns aligned for those who read it as it is. */
export function markdown([head, ...rows]) {
  const widths = head.map((_, i) => Math.max(3, ...[head, ...rows].map((row) => row[i].length)));
  const line = (row) =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(" | ")} |`;
  const rule = widths.map((width, i) => (i === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [head, rule, ...rows].map(line).join("\n");
}
