import { platform } from "./platform";

/** Engines built on V8 can leave the callee and what is below it out of a stack. */
type StackCapture = (target: object, above: (...args: never[]) => unknown) => void;

/**
 * File, line and column of the code that called `callee`, such as `index.ts:14:1`, or undefined where the engine
 * does not say. Relative to the working directory where there is one.
 */
export function callerOf(callee: (...args: never[]) => unknown): string | undefined {
  const capture = (Error as { captureStackTrace?: StackCapture }).captureStackTrace;
  if (capture === undefined) return undefined;
  const holder: { stack?: unknown } = {};
  capture(holder, callee);
  const first = String(holder.stack)
    .split("\n")
    .map((line) => /(?:\(|at (?:async )?)((?:file:\/\/|[a-z]:[\\/]|\/|https?:\/\/|webpack:|[\w.@-]+[\\/])[^()]*?:\d+:\d+)\)?$/i.exec(line)?.[1])
    .find((place) => place !== undefined);
  return first === undefined ? undefined : shortened(first);
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
