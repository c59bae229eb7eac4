// The builders for Pulumi programs: what the builders of the package root do, and once more when the Outputs and
// promises among the args have resolved.
import * as pulumi from "@pulumi/pulumi";
import {
  applyEdits,
  type Args,
  askBuilt,
  askBuiltResolved,
  type BuilderOptions,
  type Call,
  type Diagnostic,
  type Edit,
  located,
  type Report,
  validationError,
} from "../internal";
import { isGuarded, isShownByGuard } from "./guard/guard";
import { verifiedCallOf, withCall } from "./location";
import { standsFor } from "./program";
import { log } from "./log";
import { keepMessage, unknownOutput } from "./sdk";
import { isDelayed, resolved } from "../values/from-pulumi";

/** Completes and checks the args of one resource now, and what is unknown as soon as it is known. */
export function buildWithOutputs<Inputs extends object, Result>(
  kind: string,
  args: Inputs,
  options: BuilderOptions | undefined,
  builder: (...args: never[]) => unknown,
): Result {
  const { edits, deferredDefaults, report } = withCall(builder, () => askBuilt(kind, args, options));
  const call = verifiedCallOf(builder);
  // The guard shows the diagnostics of all resources together, those of this one too.
  if (report?.ok === false && !isShownByGuard()) throw validationError(kind, report, call);
  show(report, report?.diagnostics, options, call);
  const known = new Set(report?.diagnostics.map(keyOf));
  const built = applyEdits<Args>(args as Args, edits);
  const delayed = Object.keys(built).filter((property) => isDelayed(built[property]));
  if (delayed.length === 0) return built as Result;

  const complete = resolvedArgs(built).then((values) => {
    const again = askBuiltResolved(kind, values, options);
    if (again.report?.ok === false && !isShownByGuard()) throw keepMessage(validationError(kind, again.report, call));
    show(
      again.report,
      again.report?.diagnostics.filter((diagnostic) => !known.has(keyOf(diagnostic))),
      options,
      call,
    );
    return again;
  });
  // Whoever uses one of the Outputs below sees the error.
  complete.catch(() => undefined);
  const result = { ...built };
  for (const property of delayed) {
    result[property] = pulumi.output(complete.then(({ edits }) => edited(built[property], property, edits)));
    standsFor(result[property] as object, built[property]);
  }
  for (const property of deferredDefaults) {
    result[property] = pulumi.output(
      complete.then((again) => {
        const edit = again.edits.find(({ path }) => path === property);
        return edit !== undefined && "value" in edit
          ? edit.value
          : again.deferredDefaults.includes(property)
            ? unknownOutput()
            : undefined;
      }),
    );
  }
  return result as Result;
}

/** Passes on warnings and advice: to the caller, else to Pulumi's log, unless the guard shows them anyway. */
function show(
  report: Report | undefined,
  diagnostics: Diagnostic[] = [],
  options: BuilderOptions | undefined,
  call: Call,
): void {
  if (report === undefined) return;
  const onDiagnostic = options?.onDiagnostic;
  if (onDiagnostic !== undefined) for (const diagnostic of diagnostics) onDiagnostic(located(diagnostic, call));
  else if (!isGuarded()) log(report, diagnostics, () => call);
}

function keyOf({ code, path }: Diagnostic): string {
  return `${code} ${path}`;
}

/** Args in the notation of a document, once they have resolved. */
async function resolvedArgs(args: Args): Promise<Args> {
  const entries = Object.entries(args).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    await Promise.all(entries.map(async ([property, value]) => [property, await resolved(value)] as const)),
  );
}

/** A value with the edits that are in it. */
function edited(value: unknown, property: string, edits: Edit[]): unknown {
  const inside = edits.filter(
    ({ path }) => path === property || path.startsWith(`${property}.`) || path.startsWith(`${property}[`),
  );
  if (inside.length === 0) return value;
  return (pulumi.output(value) as unknown as pulumi.Output<unknown>).apply(
    (known) => applyEdits<Args>({ [property]: known }, inside)[property],
  );
}
