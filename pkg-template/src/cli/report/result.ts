// What checks of files come to, for all formats.
import { relative } from "node:path";
import type { Diagnostic, Location, Report, ResourceName } from "../../internal";
import { inProgram, stepsTo, type Subject } from "../formats/subject";
import { nearest } from "../input/parse";
import { pathOf, projectOf } from "../input/source";

/** A file with its report. */
export interface Result {
  subject: Subject;
  report: Report;
}

/** A diagnostic whose location is known. */
export type LocatedDiagnostic = Diagnostic & { location: Location };

/** A file with its report, each diagnostic at its location. */
export interface LocatedResult extends Result {
  report: Report & { diagnostics: LocatedDiagnostic[] };
}

/** Fills in the locations. */
export async function located({ subject, report }: Result): Promise<LocatedResult> {
  if (report.diagnostics.length > 0) await subject.parsed.locations();
  const diagnostics = report.diagnostics.map((diagnostic) => ({
    ...diagnostic,
    location: locate(subject, diagnostic),
  }));
  return { subject, report: { ...report, diagnostics } };
}

/**
 * The location of a value: of its resource in the program, where the engine says that. Where it is not in the file, the beginning of the nearest thing around it, without an end.
 * The file's `locations` are loaded.
 */
export function locate(subject: Subject, about: Pick<Diagnostic, "resource" | "path">): Location {
  const location = inProgram(subject, about);
  if (location !== undefined) return location;
  const { start, end, isExact } = nearest(subject.parsed, stepsTo(subject, about));
  return { file: subject.parsed.shown, start, ...(isExact ? { end } : {}) };
}

/** The path of the file that a location is in, for programs that look for it; undefined for standard input. */
export function fileOf({ parsed: { file, shown } }: Subject, location: Location): string | undefined {
  return location.file === shown ? file : relative(process.cwd(), pathOf(location, projectOf(file)));
}

/** `file:line:column` */
export function locationText({ file, start }: Location): string {
  return `${file}:${start.line}:${start.column}`;
}

/** The counts of all files together. */
export function countsOf(results: readonly Result[]): Report["counts"] {
  const sum: Report["counts"] = { resources: 0, errors: 0, warnings: 0, infos: 0, deferred: 0 };
  for (const { report } of results)
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += report.counts[key];
  return sum;
}

/** What a resource is called, for people: `Network orders-net`, or its address. */
export function nameOf(subject: Subject, { kind, name }: ResourceName): string {
  return subject.byAddress === true ? name : `${kind} ${name}`.trim();
}

/** What it is about, for people: `Network orders-net region`. */
export function subjectLine(subject: Subject, { resource, path }: Pick<Diagnostic, "resource" | "path">): string {
  return [resource === undefined ? "" : nameOf(subject, resource), path].filter((part) => part !== "").join(" ");
}
