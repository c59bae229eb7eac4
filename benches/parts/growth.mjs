// How the time of one check grows with the size of the program.
import { document, SHAPES } from "../contestants/networks.mjs";
import { program } from "../contestants/kinds.mjs";
import { shuffled } from "../lib/shuffle.mjs";
import { spread } from "../lib/stats.mjs";
import { range, table } from "../lib/table.mjs";

/** A network with its peering is two resources; the project comes on top. */
const PROGRAMS = {
  kinds: { title: "all kinds, linked, no problem", make: program },
  ...Object.fromEntries(
    Object.entries(SHAPES).map(([shape, { title }]) => [
      shape,
      { title: `networks, a peering each: ${title}`, make: (count) => document(shape, count / 2) },
    ]),
  ),
};

export const growth = {
  name: "growth",
  title: "growth: one check of programs of two sizes",
  plan: { full: { rounds: 21, sizes: [1_000, 10_000] }, quick: { rounds: 1, sizes: [100, 1_000] } },
  run,
  show,
};

/**
 * Checks programs of two sizes in turn. The exponent says by which power of its size the time of a check grows: 1 is
 * linear, 2 is quadratic.
 */
function run({ subject, plan: { rounds, sizes }, clock, next }) {
  const { check } = subject.load();
  const [small, large] = sizes;
  const programs = Object.entries(PROGRAMS).flatMap(([shape, { make }]) =>
    sizes.map((count) => ({ shape, count, input: make(count) })),
  );
  const samples = new Map(programs.map((each) => [each, []]));
  const found = new Map();
  // The first rounds are the warm-up.
  for (let round = -2; round < rounds; round++) {
    for (const each of shuffled(programs, next)) {
      globalThis.gc?.();
      // The small one as often as makes one of the large one, so that both are as long under the clock.
      const times = each.count === small ? large / small : 1;
      const begin = clock.now();
      for (let i = 0; i < times; i++) found.set(each, check(each.input).diagnostics.length);
      const ms = (clock.now() - begin) / 1e6 / times;
      if (round >= 0) samples.get(each).push(ms);
    }
  }
  const shapes = Object.entries(PROGRAMS).map(([shape, { title }]) => {
    const [a, b] = programs.filter((each) => each.shape === shape);
    const exponents = samples.get(b).map((ms, round) => Math.log(ms / samples.get(a)[round]) / Math.log(large / small));
    // Zero is no figure: as text.
    const of = (each) => ({ resources: each.count, problems: String(found.get(each)), ms: spread(samples.get(each)) });
    return { id: shape, title, sizes: [of(a), of(b)], exponent: spread(exponents) };
  });
  if (shapes.find(({ id }) => id === "kinds").sizes.some(({ problems }) => problems !== "0"))
    throw new Error("the valid programs have problems");
  return {
    clock: clock.name,
    rounds,
    shapes,
    goals: Object.fromEntries(shapes.map(({ id, exponent }) => [`growth/${id}`, exponent])),
  };
}

/** The part as text. */
function show({ clock, rounds, shapes }) {
  const rows = shapes.flatMap(({ title, sizes, exponent }) =>
    sizes.map(({ resources, problems, ms }, i) => [
      i === 0 ? title : "",
      resources.toLocaleString("en"),
      problems,
      range(ms, " ms"),
      i === 0 ? "" : range(exponent),
    ]),
  );
  return [
    `   ${rounds} rounds, all sizes in each; ${clock}; median [p10 .. p90].`,
    "   The exponent is the power of the size with which the time grows.",
    "",
    table(["", "resources", "problems", "one check", "exponent"], rows),
  ].join("\n");
}
