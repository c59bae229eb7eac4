// Which of many blocks overlap, from strings, against libraries and a sweep by hand. All give, for every block, the first
// that it overlaps.
import { contestants, overlappingBlocks, seeded } from "../contestants/blocks.mjs";
import { compare } from "../measure.mjs";

export const overlap = {
  title: "which of many blocks overlap one before them, from strings",
  async run({ subject, plan, quick }) {
    const next = seeded();
    const all = contestants(subject.load());
    const groups = (quick ? [100, 1_000] : [1_000, 10_000, 100_000]).map((count) => ({
      id: String(count),
      title: `${count.toLocaleString("en")} blocks`,
      inputs: [overlappingBlocks(count, next)],
      answer: (firsts) => firsts,
      contestants: all.filter(({ most = Infinity }) => count <= most),
      against: ["planner"],
    }));
    const { ratio, ...shown } = await compare(groups, plan);
    const largest = groups.at(-1).id;
    const against = (peer) => ratio(`${largest}/planner`, `${largest}/${peer}`);
    const libraries = all.filter(({ library }) => library);
    const [best] = libraries.sort((a, b) => against(b.id).median - against(a.id).median);
    const goals = {
      "overlap/hand": against("hand"),
      "overlap/best": { ...against(best.id), peer: `the best of three libraries: ${best.title}` },
    };
    return { ...shown, goals };
  },
};
