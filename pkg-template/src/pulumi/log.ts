// How the diagnostics of a program are shown in Pulumi's own log: grouped by resource, errors, warnings and advice at
// the levels that Pulumi has for them.
import { join, relative } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { blocks, type Call, type Diagnostic, formatReport, type Report, type Severity, titleOf } from "../internal";

/** Pulumi's log function for each severity, and the word in titles. */
const LEVELS: Record<Severity, { log: typeof pulumi.log.error; word: string }> = {
  error: { log: pulumi.log.error, word: "error" },
  warning: { log: pulumi.log.warn, word: "warning" },
  info: { log: pulumi.log.info, word: "suggestion" },
};

/** Where the resource of a diagnostic is constructed. */
type CallOf = (diagnostic: Diagnostic) => Call;

/** The file with the page of a rule, as the package brings it. */
function pageOf({ code }: Diagnostic): string {
  const file = join(__dirname, "rules", `${code}.md`);
  const fromHere = relative(process.cwd(), file);
  return fromHere.length < file.length ? fromHere : file;
}

/** Diagnostics as text: those of each resource and severity under a title with its location. */
export function textsOf(report: Report, diagnostics: Diagnostic[], callOf: CallOf): string {
  return blocks(grouped(diagnostics).map((group) => textOf(report, group, callOf)));
}

/** Those of one resource and severity. */
function textOf(report: Report, diagnostics: Diagnostic[], callOf: CallOf): string {
  const [first] = diagnostics;
  const list = formatReport({ ...report, diagnostics }, { summary: false, resource: false, page: pageOf });
  const { word } = LEVELS[first?.severity ?? "error"];
  const title =
    first?.resource === undefined
      ? `The program has ${diagnostics.length === 1 ? `1 ${word}` : `${diagnostics.length} ${word}s`}`
      : titleOf(first.resource, diagnostics.length, word, callOf(first));
  return blocks([title, list]);
}

/** Logs diagnostics: one message for each resource and severity, under the resource where that can be named. */
export function log(
  report: Report,
  diagnostics: Diagnostic[],
  callOf: CallOf,
  resourceOf: (diagnostic: Diagnostic) => pulumi.Resource | undefined = () => undefined,
): void {
  for (const group of grouped(diagnostics)) {
    const [first] = group;
    if (first !== undefined) void LEVELS[first.severity].log(textOf(report, group, callOf), resourceOf(first));
  }
}

/** The diagnostics of each resource and severity. */
function grouped(diagnostics: Diagnostic[]): Diagnostic[][] {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { resource, severity } = diagnostic;
    const key = JSON.stringify([resource?.kind, resource?.name, severity]);
    groups.set(key, [...(groups.get(key) ?? []), diagnostic]);
  }
  return inOrder([...groups.values()]);
}

/** By resource, in the order of the program; of each the errors first. */
function inOrder(groups: Diagnostic[][]): Diagnostic[][] {
  const severities = Object.keys(LEVELS);
  const names = groups.map(([first]) => JSON.stringify(first?.resource));
  const rank = (group: Diagnostic[]): number =>
    names.indexOf(JSON.stringify(group[0]?.resource)) * severities.length +
    severities.indexOf(group[0]?.severity ?? "");
  return groups.sort((a, b) => rank(a) - rank(b));
}

/** The last lines: the counts, and what was checked for. */
export function summaryOf(report: Report): string {
  return `eventstorecloud-planner: ${formatReport({ ...report, diagnostics: [] })}`;
}
