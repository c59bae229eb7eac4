// Schedules: from text to the next occurrence, and to the next thousand. Ours are written as text; dates stay dates where
// the library gives dates.
import { CronExpressionParser } from "cron-parser";
import { AFTER, byCroner, SCHEDULES } from "../contestants/schedules.mjs";
import { compare } from "../measure.mjs";

const instant = (run) => (typeof run === "string" ? Date.parse(run) : (run.toDate?.() ?? run).getTime());

export const cron = {
  title: "from the text of a schedule to its next occurrences",
  async run({ subject, plan }) {
    const { schedule } = subject.load();
    const date = new Date(AFTER);
    const groups = [
      ["next", "parse + next occurrence", 1],
      ["thousand", "parse + next 1,000", 1_000],
    ].map(([id, title, count]) => ({
      id,
      title,
      inputs: SCHEDULES,
      answer: (runs) => runs.length === count && runs.map(instant),
      contestants: [
        {
          id: "planner",
          title: "eventstorecloud-planner",
          run: (text) => schedule.next(text, { after: AFTER, count }),
        },
        byCroner(count),
        {
          id: "cron-parser",
          title: "cron-parser, tz UTC",
          run(text) {
            const runs = CronExpressionParser.parse(text, { tz: "UTC", currentDate: date });
            return count === 1 ? [runs.next()] : runs.take(count);
          },
        },
      ],
      against: ["croner", "cron-parser"],
    }));
    const { ratio, ...shown } = await compare(groups, plan);
    const goals = groups.flatMap(({ id, against }) =>
      against.map((peer) => [`${id}/${peer}`, ratio(`${id}/planner`, `${id}/${peer}`)]),
    );
    return { ...shown, goals: Object.fromEntries(goals) };
  },
};
