import { call, type Glue } from "./instance";
import { InputError } from "../errors";
import type { Edit, Report } from "../generated/api";
import { packed } from "./pack";

/** The core's answer to an option or argument that is invalid. */
interface Invalid {
  refused?: { path: string; reason: string };
}

/** Asks the core about values of the caller's. Throws an `InputError` for an option or argument that is invalid. */
export function ask<T>(values: readonly unknown[], question: (core: Glue, bytes: Uint8Array) => unknown): T {
  const bytes = packed(values);
  return accepted(call((core) => question(core, bytes)) as T);
}

/**
 * The same where the core answers in bytes, which is faster: a question takes the length of the input in the room and
 * gives the address of the answer. Undefined when the core has nothing to say.
 */
export function askPacked<T>(
  values: readonly unknown[],
  question: (core: Glue, length: number) => number,
): T | undefined {
  const bytes = packed(values);
  return accepted(call((_, room) => room.answer(bytes, question)) as T | undefined);
}

function accepted<T>(answer: T): T {
  if (typeof answer !== "object" || answer === null) return answer;
  const { refused } = answer as Invalid;
  if (refused !== undefined) throw new InputError(refused.path, refused.reason);
  return answer;
}

/** What the core says of the args of one resource. */
export interface Built {
  edits: Edit[];
  /** The properties that were left out and that may get a default once an unknown value is known. */
  awaited: string[];
  /** Undefined when nothing is wrong with the args and nothing is to be added. */
  report?: Report;
}

const NOTHING: Built = { edits: [], awaited: [] };

/** Completes and checks the args of a builder's call. Args that were left out are an object without properties. */
export function askBuilt(kind: string, args: unknown, options: unknown): Built {
  return (
    askPacked<Built>([kind, options, args === undefined ? {} : args], (core, length) => core.build(length)) ?? NOTHING
  );
}

/** The same for args whose Outputs and promises have been resolved, in the notation of a document. */
export function askBuiltResolved(kind: string, args: unknown, options: unknown): Built {
  return askPacked<Built>([kind, options, args], (core, length) => core.buildResolved(length)) ?? NOTHING;
}
