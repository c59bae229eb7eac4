// Where something is written in the program. Some set-ups (ES modules through ts-node, older SDKs) run compiled code
// without telling where its lines come from; a wrong line is worse than none, so what a stack says is looked up in the
// file.
import { readFileSync } from "node:fs";
import { type Call, callOf, InputError, programCall } from "../internal";

const CONSTRUCTION = /^(?:new\b|super\s*\()/;
const CALL = /^[\w$]+(?:\.[\w$]+)*\s*(?:<[^(]*>)?\(/;

/** Where the program constructs the resource of this name: line and column, or only the file, or nothing. */
export function constructionOf(name: unknown): Call {
  return verified(
    programCall(__dirname),
    CONSTRUCTION,
    (line) =>
      /\bnew\b/.test(line) &&
      [`"${String(name)}"`, `'${String(name)}'`, `\`${String(name)}\``].some((text) => line.includes(text)),
    /\bnew\b/,
  );
}

/** Where the program calls a function of this package. */
export function verifiedCallOf(callee: (...args: never[]) => unknown): Call {
  const call = new RegExp(`\\b${callee.name}\\(`);
  return verified(callOf(callee), CALL, (line) => call.test(line), call);
}

/**
 * Runs `work`. An `InputError` says where the program called the function of this package, for Pulumi does not show its
 * stack.
 */
export function withCall<T>(callee: (...args: never[]) => unknown, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof InputError) {
      const { shown } = verifiedCallOf(callee);
      if (shown !== undefined) error.message = `${error.message} (${shown})`;
    }
    throw error;
  }
}

/** The call if its line has one, else the only line that looks like it, else the file. */
function verified(call: Call, expected: RegExp, isLike: (line: string) => boolean, start: RegExp): Call {
  const [, file, line, column] = /^(.*):(\d+):(\d+)$/.exec(call.shown ?? "") ?? [];
  if (file === undefined) return call;
  const lines = linesOf(file);
  if (lines === undefined || expected.test(lines[Number(line) - 1]?.slice(Number(column) - 1) ?? "")) return call;
  const similar = lines.map((text, index) => ({ text, index })).filter(({ text }) => isLike(text));
  const [only] = similar;
  if (similar.length !== 1 || only === undefined) return { shown: file };
  const found = { line: only.index + 1, column: only.text.search(start) + 1 };
  return { shown: `${file}:${found.line}:${found.column}`, location: { file, start: found } };
}

const read = new Map<string, string[] | undefined>();

/** The lines of a file. Each is read once: a program has many resources in one file. */
function linesOf(file: string): string[] | undefined {
  if (!read.has(file)) {
    let lines: string[] | undefined;
    try {
      lines = readFileSync(file, "utf8").split("\n");
    } catch {
      // A location in code that is not on the disk.
    }
    read.set(file, lines);
  }
  return read.get(file);
}
