import { version } from "../../internal";
import { countsOf, locate, type Result } from "./result";

/** The reports of all files as data: those of `check`, with the place of each diagnostic. */
export function json(results: readonly Result[]): string {
  const files = results.map(({ subject, report }) => ({
    file: subject.parsed.shown,
    format: subject.format,
    ...report,
    diagnostics: report.diagnostics.map((diagnostic) => {
      const { start, end, isExact } = locate(subject, diagnostic);
      return {
        ...diagnostic,
        location: {
          file: subject.parsed.shown,
          ...start,
          ...(isExact ? { endLine: end.line, endColumn: end.column } : {}),
        },
      };
    }),
  }));
  return JSON.stringify(
    { version, ok: results.every(({ report }) => report.ok), counts: countsOf(results), files },
    null,
    2,
  );
}
