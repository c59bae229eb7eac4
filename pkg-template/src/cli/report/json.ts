import { version } from "../../internal";
import { countsOf, type LocatedResult } from "./result";

/** The reports of all files as data: those of `check`, with the location of each diagnostic. */
export function json(results: readonly LocatedResult[]): string {
  const files = results.map(({ subject, report }) => ({
    file: subject.parsed.shown,
    format: subject.format,
    ...(subject.doubt === undefined ? {} : { incomplete: subject.doubt }),
    ...(subject.note === undefined ? {} : { note: subject.note }),
    ...report,
  }));
  return JSON.stringify(
    { version, ok: results.every(({ report }) => report.ok), counts: countsOf(results), files },
    null,
    2,
  );
}
