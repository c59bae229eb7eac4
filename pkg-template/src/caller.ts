import { platform } from "./platform";

/** Engines built on V8 can leave the callee and what is below it out of a stack. */
type StackCapture = (target: object, above: (...args: never[]) => unknown) => void;

/**
 * File, line and column of the code that called `callee`, such as `index.ts:14:1`, or undefined where the engine
 * does not say. Relative to the working directory where there is one.
 */
export function callerOf(callee: (...args: never[]) => unknown): string | undefined {
  return placesBelow(callee).map(shortened)[0];
}

/**
 * File, line and column where the program itself stands, however many packages it has called to get here. `own` is the
 * folder of this package, wherever that is.
 */
export function programLine(own: string): string | undefined {
  const limit = (Error as { stackTraceLimit?: number }).stackTraceLimit;
  (Error as { stackTraceLimit?: number }).stackTraceLimit = 50;
  try {
    return placesBelow(programLine).filter((place) => !/[\\/]node_modules[\\/]/.test(place) && !place.startsWith(own)).map(shortened)[0];
  } finally {
    (Error as { stackTraceLimit?: number | undefined }).stackTraceLimit = limit;
  }
}

/** The places of a stack below a function, the nearest first. */
function placesBelow(callee: (...args: never[]) => unknown): string[] {
  const capture = (Error as { captureStackTrace?: StackCapture }).captureStackTrace;
  if (capture === undefined) return [];
  const holder: { stack?: unknown } = {};
  capture(holder, callee);
  return String(holder.stack)
    .split("\n")
    .map((line) => /(?:\(|at (?:async )?)((?:file:\/\/|[a-z]:[\\/]|\/|https?:\/\/|webpack:|[\w.@-]+[\\/])[^()]*?:\d+:\d+)\)?$/i.exec(line)?.[1])
    .filter((place): place is string => place !== undefined);
}

function shortened(place: string): string {
  const path = place.replace(/^file:\/\/(?=\/)/, "");
  const folder = workingFolder();
  return folder !== undefined && path.startsWith(folder) ? path.slice(folder.length) : path;
}

function workingFolder(): string | undefined {
  try {
    const folder = platform.process?.cwd?.();
    return folder === undefined || folder.length < 2 ? undefined : folder.replace(/[\\/]?$/, folder.includes("\\") ? "\\" : "/");
  } catch {
    return undefined;
  }
}
