import { askPacked } from "./core/answer";
import type { Document } from "./document";
import type { Report } from "./generated/api";
import type { Options } from "./options";

/**
 * Checks a program. Whatever is wrong with the document is in the report; only options that are invalid throw an
 * `InputError`.
 */
export function check(document: Document, options?: Options): Report {
  return askPacked<Report>([document, options], (core, length) => core.check(length))!;
}
