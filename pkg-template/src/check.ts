import { askCore } from "./core/core";
import { Question } from "./generated/boundary";
import type { Document } from "./document";
import type { Report } from "./generated/api";
import type { Options } from "./generated/requests";

/**
 * Checks a program. Whatever is wrong with the document is in the report; only options that are invalid throw an
 * `InputError`.
 */
export function check(document: Document, options?: Options): Report {
  return askCore<Report>(Question.Check, document, options)!;
}
