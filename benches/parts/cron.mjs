// Schedules: from text to the next occurrence, and to the next thousand.
import { isDeepStrictEqual } from "node:util";
import { Cron } from "croner";
import { CronExpressionParser } from "cron-parser";
import { measure } from "../lib/rounds.mjs";
import { ratio, spread } from "../lib/stats.mjs";
import { range, table } from "../lib/table.mjs";

const AFTER = "2026-11-23T08:07:00Z";
/** Of the forms that the service takes; every library understands them. */
const SCHEDULES = ["0 */6 * * *", "30 3 * * 0", "15 2 * * *", "45 */4 * * *"];
const MANY = 1_000;

export const cron = {
  name: "cron",
  title: "cron: from the text of a schedule to its next occurrences",
  plan: {
    full: { one: { rounds: 101, sampleMs: 10, warmUpMs: 400 }, thousand: { rounds: 15, sampleMs: 10, warmUpMs: 400 } },
    quick: { one: { rounds: 2, sampleMs: 1, warmUpMs: 5 }, thousand: { rounds: 1, sampleMs: 1, warmUpMs: 1 } },
  },
  run,
  show,
};

/** Dates stay dates where the library gives dates: to write them as text is not its work. */
function contestants({ schedule }, count) {
  const date = new Date(AFTER);
  return [
    { id: "planner", title: "eventstorecloud-planner", run: (text) => schedule.next(text, { after: AFTER, count }) },
    {
      id: "croner",
      title: "croner, utcOffset: 0 (its fastest mode)",
      run: (text) => new Cron(text, { utcOffset: 0 }).nextRuns(count, date),
    },
    {
      id: "cron-parser",
      title: "cron-parser, tz UTC",
      run(text) {
        const runs = CronExpressionParser.parse(text, { tz: "UTC", currentDate: date });
        return count === 1 ? [runs.next()] : runs.take(count);
      },
    },
  ].map((one) => ({ ...one, inputs: SCHEDULES }));
}

const instant = (run) => (typeof run === "string" ? Date.parse(run) : (run.toDate?.() ?? run).getTime());

function run({ subject, plan, clock, next }) {
  const sets = [
    { id: "next", count: 1, plan: plan.one },
    { id: "thousand", count: MANY, plan: plan.thousand },
  ].map((set) => {
    const all = contestants(subject.load(), set.count);
    for (const text of SCHEDULES) {
      const [expected, ...others] = all.map(({ run: call }) => call(text).map(instant));
      if (expected.length !== set.count || others.some((other) => !isDeepStrictEqual(other, expected)))
        throw new Error(`not all agree on the runs of ${text}`);
    }
    const samples = measure(all, set.plan, clock, next);
    const against = ["croner", "cron-parser"].map((peer) => [
      `${set.id}/${peer}`,
      ratio(samples.get("planner"), samples.get(peer)),
    ]);
    const rows = all.map(({ id, title }) => ({ id, title, us: spread(samples.get(id).map((ns) => ns / 1_000)) }));
    return { id: set.id, count: set.count, rounds: set.plan.rounds, rows, ratios: Object.fromEntries(against) };
  });
  return { clock: clock.name, sets, goals: Object.assign({}, ...sets.map(({ ratios }) => ratios)) };
}

/** The part as text. */
function show({ clock, sets }) {
  return [
    `   ${sets.map(({ rounds }) => rounds).join(" and ")} rounds in shuffled order; ${clock}; ` +
      `median [p10 .. p90] of one schedule, over ${SCHEDULES.length} schedules in turn.`,
    "   All give the same instants; ours writes them as text, the others make dates.",
    ...sets.flatMap(({ count, rows, ratios }) => {
      const lines = rows.map(({ id, title, us }) => [
        title,
        range(us, " us"),
        Object.entries(ratios)
          .filter(([key]) => key.endsWith(`/${id}`))
          .map(([, found]) => range(found))
          .join(""),
      ]);
      return [
        "",
        table(
          [
            count === 1 ? "parse + next occurrence" : `parse + next ${count.toLocaleString("en")}`,
            "one schedule",
            "ours is x",
          ],
          lines,
        ),
      ];
    }),
  ].join("\n");
}
