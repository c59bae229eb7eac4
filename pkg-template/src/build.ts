import { ask } from "./answer";
import { callerOf } from "./caller";
import { applyEdits } from "./edits";
import { ValidationError } from "./errors";
import { formatReport } from "./format";
import type { Edit, Report } from "./generated/api";
import type { BuilderOptions } from "./options";
import { platform } from "./platform";
import { visible } from "./visible";

/**
 * Completes and checks the args of one resource. Never reads a value itself: the core classifies what it is given,
 * and its edits are written onto a copy, so that Outputs and promises stay the very objects they were.
 */
export function build<Inputs extends object, Args>(
  kind: string,
  args: Inputs,
  options: BuilderOptions | undefined,
  builder: (...args: never[]) => unknown,
): Args {
  const { edits, report } = ask<{ edits: Edit[]; report: Report }>((core) => core.build(kind, args, options));
  if (!report.ok) throw refusal(kind, report, builder);
  const onDiagnostic = options?.onDiagnostic;
  for (const diagnostic of report.diagnostics) {
    if (onDiagnostic !== undefined) onDiagnostic(diagnostic);
    else platform.console.warn(formatReport({ ...report, diagnostics: [diagnostic] }, { summary: false }));
  }
  return applyEdits<object>(args, edits) as Args;
}

function refusal(kind: string, report: Report, builder: (...args: never[]) => unknown): Error {
  const place = callerOf(builder);
  const name = report.diagnostics[0]?.resource?.name ?? "";
  const subject = name === "" ? kind : `${kind} "${visible(name)}"`;
  const count = report.counts.errors === 1 ? "1 error" : `${report.counts.errors} errors`;
  const title = `${subject} has ${count}${place === undefined ? "" : ` (${place})`}`;
  const list = formatReport(report, { summary: false, resource: false });
  return new ValidationError(`${title}\n\n${list}`, report);
}
