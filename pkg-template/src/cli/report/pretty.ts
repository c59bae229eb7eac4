// The report for people: each diagnostic with its location, the lines around it, and what to do.
import { diagnosticText, paints, summaryText } from "../../internal";
import { frame } from "./frame";
import { countsOf, type LocatedResult, locationText, nameOf, subjectLine } from "./result";
import { viewOf } from "./view";

/** How to read more of a rule. */
const EXPLAIN = "npx eventstorecloud-planner explain";

/** The reports of all files as text. */
export function pretty(results: readonly LocatedResult[], color: boolean): string {
  const paint = paints(color);
  const blocks: string[] = [];
  for (const { subject, report } of results) {
    for (const diagnostic of report.diagnostics) {
      const around = {
        subject: subjectLine(subject, diagnostic),
        location: locationText(diagnostic.location),
        page: `${EXPLAIN} ${diagnostic.code}`,
        nameOf: nameOf.bind(undefined, subject),
      };
      const { head, body } = diagnosticText(diagnostic, around, paint);
      const view = viewOf(subject, diagnostic);
      const lines = view === undefined ? [] : [frame(view, diagnostic.location, color)];
      blocks.push([head, ...lines, body].join("\n"));
    }
  }
  return [...blocks, summary(results, color)].join("\n\n");
}

function summary(results: readonly LocatedResult[], color: boolean): string {
  const [first] = results;
  if (first === undefined) return "nothing was checked";
  const reports = results.map(({ report }) => report);
  return summaryText({ ...first.report, counts: countsOf(results) }, reports, paints(color));
}
