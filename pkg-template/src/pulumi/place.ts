// Where something is written in the program. Some set-ups (ES modules through ts-node, older SDKs) run compiled code
// without telling where its lines come from; a wrong line is worse than none, so what a stack says is looked up in the
// file.
import { readFileSync } from "node:fs";
import { callerOf, InputError, programLine } from "../internal";

const CONSTRUCTION = /^(?:new\b|super\s*\()/;
const CALL = /^[\w$]+(?:\.[\w$]+)*\s*(?:<[^(]*>)?\(/;

/** Where the program makes the resource of this name: `index.ts:6:17`, or only the file, or nothing. */
export function constructionOf(name: unknown): string | undefined {
  return verified(
    programLine(__dirname),
    CONSTRUCTION,
    (line) =>
      /\bnew\b/.test(line) &&
      [`"${String(name)}"`, `'${String(name)}'`, `\`${String(name)}\``].some((text) => line.includes(text)),
    /\bnew\b/,
  );
}

/** Where the program calls a function of ours. */
export function callOf(callee: (...args: never[]) => unknown): string | undefined {
  const call = new RegExp(`\\b${callee.name}\\(`);
  return verified(callerOf(callee), CALL, (line) => call.test(line), call);
}

/**
 * Runs `work`. An `InputError` says where the program called a function of ours, for Pulumi does not show its stack.
 */
export function placed<T>(callee: (...args: never[]) => unknown, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const place = error instanceof InputError ? callOf(callee) : undefined;
    if (place !== undefined) (error as InputError).message += ` (${place})`;
    throw error;
  }
}

/** The place if it is one, else the only line that looks like it, else the file. */
function verified(
  place: string | undefined,
  expected: RegExp,
  isLike: (line: string) => boolean,
  start: RegExp,
): string | undefined {
  const [, file, line, column] = /^(.*):(\d+):(\d+)$/.exec(place ?? "") ?? [];
  if (file === undefined) return place;
  const lines = linesOf(file);
  if (lines === undefined || expected.test(lines[Number(line) - 1]?.slice(Number(column) - 1) ?? "")) return place;
  const similar = lines.map((text, index) => ({ text, index })).filter(({ text }) => isLike(text));
  const [only] = similar;
  return similar.length === 1 && only !== undefined ? `${file}:${only.index + 1}:${only.text.search(start) + 1}` : file;
}

const read = new Map<string, string[] | undefined>();

/** The lines of a file. Each is read once: a program has many resources in one file. */
function linesOf(file: string): string[] | undefined {
  if (!read.has(file)) {
    let lines: string[] | undefined;
    try {
      lines = readFileSync(file, "utf8").split("\n");
    } catch {
      // A place in code that is not on the disk.
    }
    read.set(file, lines);
  }
  return read.get(file);
}
