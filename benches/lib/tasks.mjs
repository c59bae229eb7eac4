// Long tasks: one call takes from a part of a millisecond to seconds. Every round runs every task once, in another
// order each.
import { isDeepStrictEqual } from "node:util";
import { shuffled } from "./shuffle.mjs";
import { ratio, spread } from "./stats.mjs";

/** A task that takes less is repeated until it has taken as long. */
const LEAST_NS = 10e6;
/** Before each sample it runs at least once, for as long, without being timed. */
const LEAD_IN_NS = 5e6;

/**
 * Nanoseconds per call, by task and round. `tasks` are `{ id, group, run }`; all of a group must give the same answer.
 * Tasks that say `checked` are not compared: their part has looked at what they give.
 */
export function measureTasks(tasks, { rounds }, clock, next) {
  const expected = new Map();
  for (const { id, group, run, checked } of tasks) {
    const answer = run(); // the warm-up as well
    run();
    if (checked) continue;
    if (!expected.has(group)) expected.set(group, answer);
    else if (!isDeepStrictEqual(answer, expected.get(group)))
      throw new Error(`${id} gives another answer than the others`);
  }
  const samples = new Map(tasks.map(({ id }) => [id, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { id, run } of shuffled(tasks, next)) {
      // No collection is asked for: one throws away the compiled code of whatever has not run for a while, and the
      // sample would be that of an interpreter. The lead-in leaves mostly its own garbage behind.
      repeat(run, LEAD_IN_NS, clock);
      samples.get(id).push(repeat(run, LEAST_NS, clock));
    }
  }
  return samples;
}

/** Nanoseconds per call. */
function repeat(run, least, clock) {
  const begin = clock.now();
  let count = 0;
  do {
    run();
    count++;
  } while (clock.now() - begin < least);
  return (clock.now() - begin) / count;
}

/** Rows of a table: the time of each task in milliseconds, and how many times that of ours in its group. */
export function taskRows(tasks, samples) {
  const ours = (group) => tasks.find((task) => task.own && task.group === group);
  return tasks.map(({ id, title, group }) => ({
    id,
    title,
    group: String(group),
    ms: spread(samples.get(id).map((ns) => ns / 1e6)),
    ofOurs: ratio(samples.get(id), samples.get(ours(group).id)),
  }));
}
