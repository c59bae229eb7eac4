import { platform } from "./core/platform";

/** Engines built on V8 can leave the callee and what is below it out of a stack. */
type StackCapture = (target: object, above: (...args: never[]) => unknown) => void;

/**
 * File, line and column of the code that called `callee`, such as `index.ts:14:1`, or undefined where the engine
 * does not say. Relative to the working directory where there is one.
 */
export function callerOf(callee: (...args: never[]) => unknown): string | undefined {
  // The call right below nearly always has a place, and V8 takes five times as long to write a whole stack.
  const place = placesBelow(callee, 1)[0] ?? placesBelow(callee, MANY)[0];
  return place === undefined ? undefined : shortened(place);
}

/**
 * File, line and column where the program itself stands, however many packages it has called to get here. `own` is the
 * folder of this package, wherever that is.
 */
export function programLine(own: string): string | undefined {
  return placesBelow(programLine, MANY)
    .filter((place) => !/[\\/]node_modules[\\/]/.test(place) && !place.startsWith(own))
    .map(shortened)[0];
}

/** More calls than an engine shows by itself. */
const MANY = 50;

/** The places among that many calls below a function, the nearest first. */
function placesBelow(callee: (...args: never[]) => unknown, calls: number): string[] {
  const { captureStackTrace: capture, stackTraceLimit: limit } = Error as {
    captureStackTrace?: StackCapture;
    stackTraceLimit?: unknown;
  };
  if (capture === undefined) return [];
  const holder: { stack?: unknown } = {};
  // Does nothing where `Error` is frozen.
  Reflect.set(Error, "stackTraceLimit", calls);
  try {
    capture(holder, callee);
    return placesIn(String(holder.stack));
  } finally {
    Reflect.set(Error, "stackTraceLimit", limit);
  }
}

/** Longer than a path can be. */
const LONGEST_LINE = 5_000;

function placesIn(stack: string): string[] {
  return (
    stack
      .split("\n")
      // A line without end is no place, and takes long to look through.
      .filter((line) => line.length < LONGEST_LINE)
      .map(
        (line) =>
          /(?:\(|at (?:async )?)((?:file:\/\/|[a-z]:[\\/]|\/|https?:\/\/|webpack:|[\w.@-]+[\\/])[^()]*?:\d+:\d+)\)?$/i.exec(
            line,
          )?.[1],
      )
      .filter((place): place is string => place !== undefined)
  );
}

function shortened(place: string): string {
  const path = place.replace(/^file:\/\/(?=\/)/, "");
  const folder = workingFolder();
  return folder !== undefined && path.startsWith(folder) ? path.slice(folder.length) : path;
}

function workingFolder(): string | undefined {
  try {
    const folder = platform.process?.cwd?.();
    return folder === undefined || folder.length < 2
      ? undefined
      : folder.replace(/[\\/]?$/, folder.includes("\\") ? "\\" : "/");
  } catch {
    return undefined;
  }
}
