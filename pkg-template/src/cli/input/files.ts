// Which files are meant: names are taken as they are, patterns are looked up.
import { existsSync } from "node:fs";
import { visible } from "../../internal";
import { Failure } from "../failure";

/** A file to read. */
export interface Wanted {
  name: string;
  /** Whether a pattern found it: then it may be something else altogether, such as a package.json. */
  byPattern: boolean;
}

/** The files that names and patterns stand for, each once, in their order. */
export async function filesOf(names: readonly string[]): Promise<Wanted[]> {
  if (names.length === 0) {
    throw new Failure(
      "a file is required; use `check FILE ...`, `check 'FOLDER/**/*.json'`, or `check -` for standard input",
    );
  }
  const found = new Map<string, Wanted>();
  for (const name of names) {
    if (name === "-" || existsSync(name) || !/[*?[\]{}]/.test(name)) {
      found.set(name, { name, byPattern: false });
      continue;
    }
    // Loaded for patterns only. Links are not followed: a loop of them has no end.
    const { glob } = await import("tinyglobby");
    const matches = await glob(name.replaceAll("\\", "/"), {
      followSymbolicLinks: false,
      ignore: ["**/node_modules/**", "**/.git/**"],
    });
    if (matches.length === 0) throw new Failure(`no file matches the pattern ${visible(name)}`);
    for (const match of matches.sort()) if (!found.has(match)) found.set(match, { name: match, byPattern: true });
  }
  return [...found.values()];
}
