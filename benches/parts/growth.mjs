// Part 4: how the time of one check grows with the size of the program.
import { shuffled } from "../lib/shuffle.mjs";
import { spread } from "../lib/stats.mjs";
import { range, table } from "../lib/table.mjs";
import { document, SHAPES } from "../subjects/networks.mjs";

/**
 * Checks programs of two sizes in turn. The exponent says by which power of its size the time of a check grows: 1 is
 * linear, 2 is quadratic.
 */
export function scale({ check }, { rounds, sizes: [small, large] }, clock, next) {
  const programs = Object.keys(SHAPES).flatMap((shape) => [small, large].map((count) => ({ shape, count, input: document(shape, count) })));
  const samples = new Map(programs.map((program) => [program, []]));
  const found = new Map();
  for (let round = -1; round < rounds; round++) {
    for (const program of shuffled(programs, next)) {
      globalThis.gc?.();
      const begin = clock.now();
      const { diagnostics } = check(program.input);
      const ms = (clock.now() - begin) / 1e6;
      found.set(program, diagnostics.length);
      // The first round is the warm-up.
      if (round >= 0) samples.get(program).push(ms);
    }
  }
  const shapes = Object.entries(SHAPES).map(([shape, { title }]) => {
    const [a, b] = programs.filter((program) => program.shape === shape);
    const grown = Math.log(large / small);
    const exponents = samples.get(b).map((ms, round) => Math.log(ms / samples.get(a)[round]) / grown);
    const of = (program) => ({ networks: program.count, peerings: program.count, problems: found.get(program) + 1, ms: spread(samples.get(program)) });
    return { id: shape, title, sizes: [of(a), of(b)], exponent: spread(exponents) };
  });
  return { clock: clock.name, rounds, shapes };
}

/** The part as text. */
export function showScale({ clock, rounds, shapes }) {
  return [
    "4. Many networks and as many peerings with three routes each, in one check",
    `   ${rounds} rounds, both sizes in each; ${clock}; median [p10 .. p90].`,
    "",
    ...shapes.flatMap(({ title, sizes, exponent }) => [
      table(
        [title, "problems", "one check"],
        sizes.map(({ networks, problems, ms }) => [`${networks.toLocaleString("en")} networks`, String(problems - 1), range(ms, " ms")]),
      ),
      `   grows with the size to the power of ${range(exponent)}`,
      "",
    ]),
  ]
    .join("\n")
    .trimEnd();
}
