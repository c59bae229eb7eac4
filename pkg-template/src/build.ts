import { askBuilt } from "./core/core";
import { type Call, callOf, located } from "./caller";
import { applyEdits } from "./edits";
import { ValidationError } from "./errors";
import { diagnosticsOfResource, formatReport } from "./format";
import type { Report, ResourceName } from "./generated/api";
import type { BuilderOptions } from "./options";
import { platform } from "./core/platform";
import { blocks, visible } from "./layout";

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
  const { edits, report } = askBuilt(kind, args, options);
  if (report === undefined) return applyEdits<object>(args, edits) as Args;
  const call = report.diagnostics.length === 0 ? {} : callOf(builder);
  if (!report.ok) throw validationError(kind, report, call);
  const onDiagnostic = options?.onDiagnostic;
  for (const diagnostic of report.diagnostics) {
    if (onDiagnostic !== undefined) onDiagnostic(located(diagnostic, call));
    else platform.console.warn(formatReport({ ...report, diagnostics: [diagnostic] }, { summary: false }));
  }
  return applyEdits<object>(args, edits) as Args;
}

/** The error that stops a resource: all its diagnostics, and where it was written. */
export function validationError(kind: string, report: Report, call: Call): ValidationError {
  const name = report.diagnostics[0]?.resource?.name ?? "";
  const title = titleOf({ kind, name }, report.counts.errors, "error", call);
  const diagnostics = report.diagnostics.map((diagnostic) => located(diagnostic, call));
  const text = diagnosticsOfResource(report.diagnostics);
  return new ValidationError(blocks([title, text]), { ...report, diagnostics });
}

/** `Network "net" has 2 errors (index.ts:5:43)` */
export function titleOf({ kind, name }: ResourceName, count: number, word: string, { shown }: Call): string {
  const subject = name === "" ? kind : `${kind} "${visible(name)}"`;
  return `${subject} has ${count === 1 ? `1 ${word}` : `${count} ${word}s`}${shown === undefined ? "" : ` (${shown})`}`;
}
