import { InputError, InternalError } from "../errors";
import { Outcome, type Question } from "../generated/boundary";
import type { Asked } from "./instance";
import { packed } from "./pack";

/**
 * Asks a question about values of the caller's. Undefined when the core has nothing to say. Throws an
 * `InputError` for an option or argument that is invalid.
 */
export function ask<T>(asked: Asked, question: Question, values: readonly unknown[]): T | undefined {
  const { outcome, value } = asked.answerTo(question, packed(values));
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
