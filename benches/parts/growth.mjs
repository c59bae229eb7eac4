// How the time of one check grows with the size of the program: the exponent says by which power of it, 1 is linear.
import { document, SHAPES } from "../contestants/networks.mjs";
import { program } from "../contestants/kinds.mjs";
import { compare } from "../measure.mjs";

/** A network with its peering is two resources; the project comes on top. */
const PROGRAMS = {
  kinds: ["all kinds, linked, no problem", program],
  sound: ["networks, a peering each: no block overlaps another", (count) => document(SHAPES.sound, count / 2)],
  overlapping: ["networks, a peering each: all overlap", (count) => document(SHAPES.overlapping, count / 2)],
};

export const growth = {
  title: "one check of programs of two sizes",
  async run({ subject, plan, quick }) {
    const { check } = subject.load();
    const sizes = quick ? [100, 1_000] : [1_000, 10_000];
    const groups = Object.entries(PROGRAMS).map(([id, [title, make]]) => ({
      id,
      title,
      // The sizes get different programs; whether there are problems is the same.
      answer: (problems) => problems > 0,
      expected: id === "overlapping",
      contestants: sizes.map((size, i) => ({
        id: ["small", "large"][i],
        title: `${size.toLocaleString("en")} resources`,
        inputs: [make(size)],
        run: (given) => check(given).diagnostics.length,
      })),
      against: ["small"],
    }));
    const { ratio, ...shown } = await compare(groups, plan);
    const exponent = (id) => {
      const { ns, ...times } = ratio(`${id}/large`, `${id}/small`);
      const powers = Object.entries(times).map(([name, x]) => [name, Math.log(x) / Math.log(sizes[1] / sizes[0])]);
      return { ...Object.fromEntries(powers), ns };
    };
    return { ...shown, goals: Object.fromEntries(groups.map(({ id }) => [`growth/${id}`, exponent(id)])) };
  },
};
