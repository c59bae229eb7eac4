// Whether the core keeps anything: its memory after many checks, against after few. A third of the checks is good, a
// third finds problems, a third has a getter that throws or text that is no block.
import { child } from "../child.mjs";

export const memory = {
  title: "what the core has after many checks, in a fresh process",
  run({ subject: { file }, quick }) {
    const [early, late] = quick ? [600, 6_000] : [1_000, 1_000_000];
    const looks = JSON.parse(child("memory", file("index.cjs"), early, late));
    const [first, last] = looks;
    if (first.bytes === 0 || first.table === 0) throw new Error("the core's memory and table were not seen");
    // A new instance would begin with little again.
    if (last.instances !== first.instances)
      throw new Error(`${last.instances - first.instances} instances were made after the first ${first.checks} checks`);
    const grown = (of) => ({ median: last[of] / first[of], p10: last[of] / first[of], p90: last[of] / first[of] });
    const row = (look) => [look.checks, look.bytes, look.table].map((count) => count.toLocaleString("en"));
    const table = [["checks", "memory, bytes", "externref table"], ...looks.map(row)];
    return { looks, tables: [table], goals: { "memory/bytes": grown("bytes"), "memory/table": grown("table") } };
  },
};
