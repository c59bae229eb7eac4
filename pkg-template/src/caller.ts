// Where the program calls a function of this package, as far as the engine tells.
import { platform } from "./core/platform";
import type { Diagnostic, Location } from "./generated/api";

/** Engines built on V8 can leave the callee and what is below it out of a stack. */
type StackCapture = (target: object, above: (...args: never[]) => unknown) => void;

/** A call in the program. */
export interface Call {
  /** The nearest call, for people: `index.ts:14:1`, relative to the working directory where there is one. */
  readonly shown?: string;
  /** The outermost call in the program's own files, with the other calls on the way. */
  readonly location?: Location;
}

/** The call of `callee`. */
export function callOf(callee: (...args: never[]) => unknown): Call {
  const stack = stackBelow(callee);
  const [nearest] = stack;
  return callAt(nearest, stack.filter(isInProgram));
}

/**
 * The call that the program itself makes, however many packages it has called to get here. `own` is the folder of this
 * package, wherever that is.
 */
export function programCall(own: string): Call {
  const calls = stackBelow(programCall).filter((frame) => isInProgram(frame) && !frame.file.startsWith(own));
  return callAt(calls[0], calls);
}

/** The diagnostic with the location of a call. */
export function located(diagnostic: Diagnostic, { location }: Call): Diagnostic {
  return location === undefined ? diagnostic : { ...diagnostic, location };
}

/** A line of a stack. */
interface Frame {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Whether it is below the evaluation of the module that calls, and so only imports it. */
  readonly isImport: boolean;
}

function callAt(nearest: Frame | undefined, program: readonly Frame[]): Call {
  if (nearest === undefined) return {};
  const folder = workingFolder();
  const locationOf = ({ file, line, column }: Frame): Location => ({
    file: shortened(file, folder),
    start: { line, column },
  });
  const shown = locationOf(nearest);
  const calls = program.filter(({ isImport }) => !isImport).map(locationOf);
  const [outermost = shown, ...via] = calls.reverse();
  return {
    shown: `${shown.file}:${shown.start.line}:${shown.start.column}`,
    location: via.length === 0 ? outermost : { ...outermost, via },
  };
}

function isInProgram({ file }: Frame): boolean {
  return !/[\\/]node_modules[\\/]/.test(file);
}

/** More calls than an engine shows by itself. */
const MAX_CALLS = 50;

/** The calls below a function, the nearest first. */
function stackBelow(callee: (...args: never[]) => unknown): Frame[] {
  const { captureStackTrace: capture, stackTraceLimit: limit } = Error as {
    captureStackTrace?: StackCapture;
    stackTraceLimit?: unknown;
  };
  if (capture === undefined) return [];
  const holder: { stack?: unknown } = {};
  // Does nothing where `Error` is frozen.
  Reflect.set(Error, "stackTraceLimit", MAX_CALLS);
  try {
    capture(holder, callee);
    return framesIn(String(holder.stack));
  } finally {
    Reflect.set(Error, "stackTraceLimit", limit);
  }
}

/** Longer than a path can be. */
const MAX_LINE = 5_000;

const FRAME =
  /(?:\(|at (?:async )?)((?:file:\/\/|[a-z]:[\\/]|\/|https?:\/\/|webpack:|[\w.@-]+[\\/])[^()]*?:\d+:\d+)\)?$/i;

function framesIn(stack: string): Frame[] {
  const frames: Frame[] = [];
  let isImport = false;
  for (const text of stack.split("\n")) {
    // A line without end names no file, and takes long to look through.
    if (text.length >= MAX_LINE) continue;
    if (text.includes("(node:")) {
      isImport ||= text.includes("(node:internal/modules/");
      continue;
    }
    const [, file, line, column] = /^(.*):(\d+):(\d+)$/.exec(FRAME.exec(text)?.[1] ?? "") ?? [];
    if (file !== undefined) frames.push({ file, line: Number(line), column: Number(column), isImport });
  }
  return frames;
}

function shortened(file: string, folder: string | undefined): string {
  const path = file.replace(/^file:\/\/(?=\/)/, "");
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
