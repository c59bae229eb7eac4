import { call, type Glue } from "./core";
import { InputError } from "./errors";

/** What the core answers: what was asked for, or why an option or argument cannot be used. */
interface Refusal {
  refused?: { path: string; message: string };
}

/** Asks the core; a refusal becomes an `InputError`. */
export function ask<T>(question: (core: Glue) => unknown): T {
  const answer = call(question) as T & Refusal;
  if (answer.refused !== undefined) throw new InputError(answer.refused.path, answer.refused.message);
  return answer;
}
