import { call, type Glue } from "./core";
import { InputError } from "./errors";
import type { Edit, Report } from "./generated/api";
import { packed } from "./pack";
import { unpacked } from "./unpack";

/** What the core answers: what was asked for, or why an option or argument cannot be used. */
interface Refusal {
  refused?: { path: string; message: string };
}

/** Asks the core about values of the caller's; a refusal becomes an `InputError`. */
export function ask<T>(values: readonly unknown[], question: (core: Glue, bytes: Uint8Array) => unknown): T {
  return accepted(answerOf(values, question) as T & Refusal);
}

function answerOf<A>(values: readonly unknown[], question: (core: Glue, bytes: Uint8Array) => A): A {
  return call((core) => packed(values, (bytes) => question(core, bytes)));
}

function accepted<T>(answer: T & Refusal): T {
  if (answer.refused !== undefined) throw new InputError(answer.refused.path, answer.refused.message);
  return answer;
}

/** The same where the core answers in bytes, which is faster; undefined when it has nothing to say. */
export function askPacked<T>(values: readonly unknown[], question: (core: Glue, bytes: Uint8Array) => Uint8Array | undefined): T | undefined {
  const answer = answerOf(values, question);
  return answer === undefined ? undefined : accepted(unpacked(answer) as T & Refusal);
}

/** What the core says of the args of one resource. */
export interface Built {
  edits: Edit[];
  /** The properties that were left out and that a value which is not known yet may give a default. */
  awaited: string[];
  /** Undefined when the args are without any problem and can be taken as they are. */
  report?: Report;
}

const NOTHING: Built = { edits: [], awaited: [] };

/** Completes and checks the args of a builder's call. Args that were left out are an object without properties. */
export function askBuilt(kind: string, args: unknown, options: unknown): Built {
  return askPacked<Built>([kind, options, args === undefined ? {} : args], (core, bytes) => core.build(bytes)) ?? NOTHING;
}

/** The same for args whose Outputs and promises have been resolved, in the notation of a document. */
export function askBuiltResolved(kind: string, args: unknown, options: unknown): Built {
  return askPacked<Built>([kind, options, args], (core, bytes) => core.buildResolved(bytes)) ?? NOTHING;
}
