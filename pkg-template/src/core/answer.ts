import { InputError, InternalError } from "../errors";
import type { Edit, Report } from "../generated/api";
import { Outcome, Question } from "../generated/boundary";
import { answerTo } from "./instance";
import { packed } from "./pack";

/**
 * Asks the core a question about values of the caller's. Undefined when the core has nothing to say. Throws an
 * `InputError` for an option or argument that is invalid.
 */
export function ask<T>(question: Question, ...values: readonly unknown[]): T | undefined {
  const { outcome, value } = answerTo(question, packed(values));
  switch (outcome) {
    case Outcome.Success:
      return value as T | undefined;
    case Outcome.Refused: {
      const { path, reason } = value as { path: string; reason: string };
      throw new InputError(path, reason);
    }
    default:
      throw new InternalError("the input is not packed as it should be");
  }
}

/** What the core says of the args of one resource. */
export interface Built {
  edits: Edit[];
  /** The properties that were left out and that may get a default once an unknown value is known. */
  deferredDefaults: string[];
  /** Undefined when nothing is wrong with the args and nothing is to be added. */
  report?: Report;
}

const NOTHING: Built = { edits: [], deferredDefaults: [] };

/** Completes and checks the args of a builder's call. Args that were left out are an object without properties. */
export function askBuilt(kind: string, args: unknown, options: unknown): Built {
  return ask<Built>(Question.Build, kind, options, args === undefined ? {} : args) ?? NOTHING;
}

/** The same for args whose Outputs and promises have been resolved, in the notation of a document. */
export function askBuiltResolved(kind: string, args: unknown, options: unknown): Built {
  return ask<Built>(Question.BuildResolved, kind, options, args) ?? NOTHING;
}
