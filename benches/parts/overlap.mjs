// Which of many blocks overlap, from strings, against libraries and a sweep by hand.
import { contestants, overlappingBlocks } from "../contestants/blocks.mjs";
import { ratio, spread } from "../lib/stats.mjs";
import { range, table } from "../lib/table.mjs";
import { measureTasks, taskRows } from "../lib/tasks.mjs";

export const overlap = {
  name: "overlap",
  title: "overlap: which of many blocks overlap one before them, from strings",
  plan: { full: { rounds: 21, sizes: [1_000, 10_000, 100_000] }, quick: { rounds: 1, sizes: [100, 1_000] } },
  run,
  show,
};

function run({ subject, plan, clock, next }) {
  const lists = plan.sizes.map((count) => overlappingBlocks(count, next));
  const tasks = contestants(subject.load()).flatMap(({ id, title, run: call, most = Infinity, own, library }) =>
    lists
      .filter(({ length }) => length <= most)
      .map((blocks) => ({
        id: `${id}/${blocks.length}`,
        contestant: id,
        title,
        group: blocks.length,
        own,
        library,
        run: () => call(blocks),
      })),
  );
  const samples = measureTasks(tasks, plan, clock, next);
  const largest = plan.sizes.at(-1);
  const of = (id) => samples.get(`${id}/${largest}`);
  const libraries = tasks.filter(({ library, group }) => library && group === largest);
  const [best] = libraries.sort((a, b) => spread(samples.get(a.id)).median - spread(samples.get(b.id)).median);
  const goals = {
    "overlap/hand": ratio(of("planner"), of("hand")),
    "overlap/best": {
      ...ratio(of("planner"), samples.get(best.id)),
      peer: `the best of three libraries: ${best.title}`,
    },
  };
  const smallest = (contestant) => samples.get(`${contestant}/${plan.sizes[0]}`);
  const rows = taskRows(tasks, samples).map((row, i) => {
    const { contestant, group } = tasks[i];
    const grown = Math.log(group / plan.sizes[0]);
    const exponents = samples.get(row.id).map((ns, round) => Math.log(ns / smallest(contestant)[round]) / grown);
    return { ...row, ...(grown > 0 && { exponent: spread(exponents) }) };
  });
  return { clock: clock.name, rounds: plan.rounds, rows, goals };
}

/** The part as text. */
function show({ clock, rounds, rows }) {
  const groups = [...new Set(rows.map(({ group }) => group))];
  return [
    `   ${rounds} rounds in shuffled order; ${clock}; median [p10 .. p90], ratios round by round.`,
    "   All give, for every block, the first that it overlaps. Growth is the power of the size, from the " +
      "smallest size on.",
    ...groups.flatMap((group) => {
      const here = rows.filter((row) => row.group === group);
      const lines = here.map(({ title, ms, ofOurs, exponent }) => [
        title,
        range(ms, " ms"),
        range(ofOurs),
        exponent ? range(exponent) : "",
      ]);
      return ["", table([`${Number(group).toLocaleString("en")} blocks`, "one call", "x ours", "growth"], lines)];
    }),
  ].join("\n");
}
