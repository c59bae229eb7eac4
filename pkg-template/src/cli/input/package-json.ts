import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const known = new Map<string, object | undefined>();

/** The nearest package.json above a file: it says which provider package the program would install. */
export function packageJsonOf(file: string | undefined): object | undefined {
  return inFolder(file === undefined ? process.cwd() : dirname(resolve(file)));
}

function inFolder(folder: string): object | undefined {
  if (!known.has(folder)) {
    known.set(folder, undefined);
    known.set(
      folder,
      read(join(folder, "package.json")) ?? (dirname(folder) === folder ? undefined : inFolder(dirname(folder))),
    );
  }
  return known.get(folder);
}

/** One that cannot be read says nothing, so the next one is asked. */
function read(file: string): object | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
