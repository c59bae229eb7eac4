// Workflow commands of GitHub Actions: each diagnostic is shown at its line of the pull request.
import type { Severity } from "../../internal";
import { githubProperty, githubText } from "../../layout";
import { fileOf, type LocatedResult, subjectLine } from "./result";

const COMMANDS: Record<Severity, string> = { error: "error", warning: "warning", info: "notice" };

export function github(results: readonly LocatedResult[]): string {
  const lines: string[] = [];
  for (const { subject, report } of results) {
    for (const diagnostic of report.diagnostics) {
      const { start, end } = diagnostic.location;
      const file = fileOf(subject, diagnostic.location);
      const properties = Object.entries({
        // Standard input has no line that could be shown.
        ...(file === undefined
          ? {}
          : {
              file,
              line: start.line,
              col: start.column,
              ...(end === undefined
                ? {}
                : { endLine: end.line, ...(end.line === start.line ? { endColumn: end.column } : {}) }),
            }),
        title: `${diagnostic.code} ${subjectLine(subject, diagnostic)}`.trim(),
      });
      const text = githubText(`${diagnostic.message}\nhelp: ${diagnostic.help}`);
      const pairs = properties.map(([key, value]) => `${key}=${githubProperty(String(value))}`);
      lines.push(`::${COMMANDS[diagnostic.severity]} ${pairs.join(",")}::${text}`);
    }
  }
  return lines.join("\n");
}
