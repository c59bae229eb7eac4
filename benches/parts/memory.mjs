// Whether the core keeps anything: its memory after many checks, against after few.
import { child } from "../lib/child.mjs";
import { bytes, table } from "../lib/table.mjs";

export const memory = {
  name: "memory",
  title: "memory: what the core has after many checks, in a fresh process",
  plan: { full: { early: 1_000, late: 1_000_000 }, quick: { early: 600, late: 6_000 } },
  run({ subject: { file }, plan: { early, late } }) {
    const looks = JSON.parse(child("memory", [file("index.cjs"), early, late]).stdout);
    const [first, last] = looks;
    if (first.bytes === 0 || first.table === 0) throw new Error("the core's memory and table were not seen");
    // A new instance would begin with little again.
    if (last.instances !== 1) throw new Error(`${last.instances} instances of the core were made`);
    const against = (of) => ({ median: last[of] / first[of], p10: last[of] / first[of], p90: last[of] / first[of] });
    return { looks, goals: { "memory/bytes": against("bytes"), "memory/table": against("table") } };
  },
  show: ({ looks }) =>
    [
      "   A third of the checks is good, a third finds problems, a third has a getter that throws or text that " +
        "is no block;",
      "   half of them by check(), half by other functions.",
      "",
      table(
        ["checks", "memory, bytes", "externref table"],
        looks.map((look) => [bytes(look.checks), bytes(look.bytes), bytes(look.table)]),
      ),
    ].join("\n"),
};
