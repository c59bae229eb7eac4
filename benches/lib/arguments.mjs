// The command line.
import { parseArgs } from "node:util";

export const USAGE = `usage: npm run bench -- [PART...] [--quick] [--json FILE] [--docs] [--package FOLDER]
       without building first: node --expose-gc benches/run.mjs [...] [--native PROGRAM]
  PART              only the parts with one of these words in their names: calls, document, growth, cidr, overlap,
                    free, cron, native, start, size, memory
  --quick           a few short rounds: shows that everything runs, the figures mean little
  --json FILE       writes the results there too
  --docs            writes them into docs/performance.md, between its markers
  --package FOLDER  measures this build of the package instead of the one in target/npm
  --native PROGRAM  the compiled benches/native.rs, for the part native; npm run bench builds it`;

/** What the user asked for; an error has the usage in its message. */
export function readArguments(argv) {
  const options = {
    quick: { type: "boolean" },
    json: { type: "string" },
    docs: { type: "boolean" },
    package: { type: "string" },
    native: { type: "string" },
    help: { type: "boolean" },
  };
  try {
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
    return { ...values, words: positionals };
  } catch (error) {
    throw new Error(`${error.message}\n${USAGE}`);
  }
}

/** The parts whose names contain one of the words; all of them without words. */
export function chosen(parts, words) {
  const unknown = words.find((word) => !parts.some(({ name }) => name.includes(word)));
  if (unknown !== undefined) throw new Error(`no part has \`${unknown}\` in its name\n${USAGE}`);
  return words.length === 0 ? parts : parts.filter(({ name }) => words.some((word) => name.includes(word)));
}
