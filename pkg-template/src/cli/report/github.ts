// Workflow commands of GitHub Actions: each problem is shown at its line of the pull request.
import { locate, type Result, subjectLine } from "./result";

export function github(results: readonly Result[]): string {
  const lines: string[] = [];
  for (const { subject, report } of results) {
    for (const diagnostic of report.diagnostics) {
      const { start, end, isExact } = locate(subject, diagnostic);
      const command = diagnostic.severity === "info" ? "notice" : diagnostic.severity;
      const properties = Object.entries({
        // Standard input has no line that could be shown.
        ...(subject.parsed.file === undefined
          ? {}
          : {
              file: subject.parsed.file,
              line: start.line,
              col: start.column,
              ...(isExact ? { endLine: end.line, ...(end.line === start.line ? { endColumn: end.column } : {}) } : {}),
            }),
        title: `${diagnostic.code} ${subjectLine(subject, diagnostic)}`.trim(),
      });
      const text = `${diagnostic.message}\nhelp: ${diagnostic.help}`;
      const pairs = properties.map(([key, value]) => `${key}=${property(String(value))}`);
      lines.push(`::${command} ${pairs.join(",")}::${data(text)}`);
    }
  }
  return lines.join("\n");
}

function data(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
  return data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
