// What checks of files come to, for all formats.
import type { Diagnostic, Report } from "../../internal";
import { stepsTo, type Subject } from "../formats/subject";
import type { Place } from "../input/lines";
import { nearest, type Range } from "../input/parse";

/** A file with its report. */
export interface Result {
  subject: Subject;
  report: Report;
}

/** Where a diagnostic is in its file. */
export interface Location {
  range: Range;
  start: Place;
  end: Place;
  /** Whether the value itself is there, and not only what it is missing in. */
  isExact: boolean;
}

/** The place of the value, else the beginning of the nearest thing around it. The file's `places` are loaded. */
export function locate(subject: Subject, diagnostic: Pick<Diagnostic, "resource" | "path">): Location {
  const { range, place, end, isExact } = nearest(subject.parsed, stepsTo(subject, diagnostic));
  return { range, start: place, end, isExact };
}

/** `file:line:column` */
export function placeOf(subject: Subject, diagnostic: Pick<Diagnostic, "resource" | "path">): string {
  const { start } = locate(subject, diagnostic);
  return `${subject.parsed.shown}:${start.line}:${start.column}`;
}

/** The counts of all files together. */
export function countsOf(results: readonly Result[]): Report["counts"] {
  const sum = { resources: 0, errors: 0, warnings: 0, infos: 0, deferred: 0 };
  for (const { report } of results)
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += report.counts[key];
  return sum;
}

/** What a resource is called, for people: `Network orders-net`, or its address. */
export function nameOf(subject: Subject, { kind, name }: { kind: string; name: string }): string {
  return subject.byAddress === true ? name : `${kind} ${name}`;
}

/** What it is about, for people: `Network orders-net region`. */
export function subjectLine(subject: Subject, { resource, path }: Pick<Diagnostic, "resource" | "path">): string {
  return [resource === undefined ? "" : nameOf(subject, resource), path].filter((part) => part !== "").join(" ");
}
