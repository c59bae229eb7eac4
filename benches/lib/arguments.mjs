// The command line.
import { parseArgs } from "node:util";

export const USAGE = `usage: node --expose-gc benches/run.mjs [--quick] [--json FILE] [--package FOLDER]
  --quick           a few short rounds: shows that everything runs, the figures mean little
  --json FILE       writes the results there too
  --package FOLDER  measures this build of the package instead of the one in target/npm`;

/** What the user asked for; an error has the usage in its message. */
export function readArguments(argv) {
  const options = {
    quick: { type: "boolean" },
    json: { type: "string" },
    package: { type: "string" },
    help: { type: "boolean" },
  };
  try {
    return parseArgs({ args: argv, options }).values;
  } catch (error) {
    throw new Error(`${error.message}\n${USAGE}`);
  }
}
