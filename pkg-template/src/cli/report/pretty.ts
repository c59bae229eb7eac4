// The report for people: each problem with its place, the lines around it, and what to do.
import { type Diagnostic, formatReport } from "../../internal";
import type { Subject } from "../formats/subject";
import { frame } from "./frame";
import { countsOf, locate, type Result, subjectLine } from "./result";

/** How to read more of a rule. */
export const EXPLAIN = "npx eventstorecloud-planner explain";

/** The reports of all files as text. */
export function pretty(results: readonly Result[], color: boolean): string {
  const blocks: string[] = [];
  for (const { subject, report } of results) {
    for (const diagnostic of report.diagnostics) {
      const location = locate(subject, diagnostic);
      const place = `${subject.parsed.shown}:${location.start.line}:${location.start.column}`;
      const text = formatReport(
        { ...report, diagnostics: [named(subject, diagnostic)] },
        { color, summary: false, resource: false, locate: () => place, page: ({ code }) => `${EXPLAIN} ${code}` },
      );
      const [head = "", ...rest] = text.split("\n");
      blocks.push([head, frame(subject, location, color), ...rest].join("\n"));
    }
  }
  return [...blocks, summary(results, color)].join("\n\n");
}

/** The same with the resources called as the file calls them. */
function named(subject: Subject, diagnostic: Diagnostic): Diagnostic {
  const { related } = diagnostic;
  return {
    ...diagnostic,
    path: subjectLine(subject, diagnostic),
    ...(related === undefined || subject.byAddress !== true
      ? {}
      : { related: related.map((other) => ({ ...other, resource: { ...other.resource, kind: "" } })) }),
  };
}

function summary(results: readonly Result[], color: boolean): string {
  const [first] = results;
  if (first === undefined) return "nothing was checked";
  const report = { ...first.report, diagnostics: [], counts: countsOf(results) };
  const [found = "", facts = ""] = formatReport(report, { color }).split("\n");
  const targets = new Set(results.map(({ report }) => report.target));
  const files = results.length === 1 ? "" : ` of ${results.length} files`;
  const line =
    targets.size === 1
      ? facts
      : facts.replace(/checked for .*?, catalogue/, `checked for ${[...targets].sort().join(" and ")}, catalogue`);
  return `${found.replace(/(resources?)/, `$1${files}`)}\n${line}`;
}
