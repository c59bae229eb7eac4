// Part 5: the arithmetic of plans, against libraries that answer the same question.
import { isDeepStrictEqual } from "node:util";
import { excludeCidr } from "cidr-tools";
import { Cron } from "croner";
import { CronExpressionParser } from "cron-parser";
import { shuffled } from "../lib/shuffle.mjs";
import { ratio, spread } from "../lib/stats.mjs";
import { range, table } from "../lib/table.mjs";
import { contestants, overlappingBlocks } from "../subjects/blocks.mjs";

const RUNS = 1_000;
const AFTER = "2026-11-23T08:07:00Z";

export function planning(api, { rounds, sizes, taken }, clock, next) {
  const measured = (tasks) => measure(tasks, rounds, clock, next);
  return { clock: clock.name, rounds, overlap: overlap(api, sizes, measured, next), free: free(api, taken, measured), runs: runs(api, measured) };
}

function overlap(api, sizes, measured, next) {
  const lists = sizes.map((count) => overlappingBlocks(count, next));
  const tasks = contestants(api).flatMap(({ id, title, run, most = Infinity }) =>
    lists.filter(({ length }) => length <= most).map((blocks) => ({ id: `${id}/${blocks.length}`, contestant: id, title, size: blocks.length, group: blocks.length, run: () => run(blocks) })),
  );
  return measured(tasks);
}

/** A pool of /25 of which the first ones are taken, all but a /20 in the middle: the one place that fits best and comes first. */
function free(api, count, measured) {
  const address = (i) => [10 + (i >>> 17), (i >>> 9) & 255, (i >>> 1) & 255, (i & 1) * 128].join(".");
  const hole = Math.floor(count / 64) * 32;
  const taken = Array.from({ length: count }, (_, i) => i).filter((i) => i < hole || i >= hole + 32).map((i) => `${address(i)}/25`);
  const wide = (list) => list.find((block) => Number(block.split("/")[1]) <= 20);
  return measured([
    { id: "planner", contestant: "planner", title: "eventstorecloud-planner", size: taken.length, group: "free", run: () => api.cidr.nextFree("10.0.0.0/8", taken, 20) },
    { id: "cidr-tools", contestant: "cidr-tools", title: "cidr-tools excludeCidr, then the first", size: taken.length, group: "free", run: () => wide(excludeCidr("10.0.0.0/8", taken)) },
  ]);
}

function runs({ schedule }, measured) {
  const date = new Date(AFTER);
  const tasks = ["0 */6 * * *", "30 3 * * 0"].flatMap((text) => [
    { contestant: "planner", title: "eventstorecloud-planner", run: () => schedule.next(text, { after: AFTER, count: RUNS }) },
    { contestant: "croner", title: "croner", run: () => iso(new Cron(text, { timezone: "UTC" }).nextRuns(RUNS, date)) },
    {
      contestant: "cron-parser",
      title: "cron-parser",
      run: () => iso(CronExpressionParser.parse(text, { tz: "UTC", currentDate: date }).take(RUNS).map((run) => run.toDate())),
    },
  ].map((task) => ({ ...task, id: `${task.contestant}/${text}`, size: RUNS, group: text })));
  return measured(tasks);
}

const iso = (dates) => dates.map((date) => date.toISOString().replace(".000Z", "Z"));

/** Runs every task once a round, in another order each. All of a group must give the same answer. */
function measure(tasks, rounds, clock, next) {
  const expected = new Map();
  for (const { id, group, run } of tasks) {
    const answer = run(); // the warm-up as well
    if (!expected.has(group)) expected.set(group, answer);
    else if (!isDeepStrictEqual(answer, expected.get(group))) throw new Error(`${id} gives another answer than the others`);
  }
  const samples = new Map(tasks.map(({ id }) => [id, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { id, run } of shuffled(tasks, next)) {
      globalThis.gc?.();
      const begin = clock.now();
      let count = 0;
      do {
        run();
        count++;
      } while (clock.now() - begin < 2e6);
      samples.get(id).push((clock.now() - begin) / count / 1e6);
    }
  }
  const own = (task) => tasks.find(({ contestant, group }) => contestant === "planner" && group === task.group);
  return tasks.map((task) => {
    const { id, contestant, title, size, group } = task;
    const smallest = tasks.find((other) => other.contestant === contestant);
    const grown = Math.log(size / smallest.size);
    const exponent = grown > 0 ? spread(samples.get(id).map((ms, i) => Math.log(ms / samples.get(smallest.id)[i]) / grown)) : undefined;
    return { id, title, size, group: String(group), ms: spread(samples.get(id)), ofOurs: ratio(samples.get(id), samples.get(own(task).id)), ...(exponent && { exponent }) };
  });
}

/** The part as text. */
export function showPlanning({ clock, rounds, overlap: overlaps, free: places, runs: times }) {
  const rows = (list, head) => table(head, list.map(({ title, ms, ofOurs, exponent }) => [title, range(ms, " ms"), range(ofOurs), ...(head.length > 3 ? [exponent ? range(exponent) : ""] : [])]));
  const groups = (list, words, columns) => [...new Set(list.map(({ group }) => group))].flatMap((group) => [rows(list.filter((one) => one.group === group), [words(group), "one call", "x ours", ...columns]), ""]);
  return [
    "5. Arithmetic of plans: all of a block give the same answer",
    `   ${rounds} rounds in shuffled order; ${clock}; median [p10 .. p90], ratios round by round.`,
    "   Growth is the power of the size, against the smallest size that the same one was asked about.",
    "",
    ...groups(overlaps, (group) => `which of ${Number(group).toLocaleString("en")} blocks overlap`, ["growth"]),
    ...groups(places, () => `a free /20 among ${places[0].size.toLocaleString("en")} blocks`, []),
    ...groups(times, (group) => `next ${RUNS.toLocaleString("en")} runs of ${group}`, []),
  ].join("\n").trimEnd();
}
