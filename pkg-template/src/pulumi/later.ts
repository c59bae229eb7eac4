// The builders for Pulumi programs: what the builders of the package root do, and once more when the Outputs and
// promises among the args have resolved.
import * as pulumi from "@pulumi/pulumi";
import {
  applyEdits,
  askBuilt,
  askBuiltResolved,
  type BuilderOptions,
  type Diagnostic,
  type Edit,
  refusal,
  type Report,
} from "../inside";
import { isGuarded, isShownByGuard } from "./guard";
import { callOf, placed } from "./place";
import { standsFor } from "./program";
import { log } from "./report";
import { keepMessage, unknownOutput } from "./sdk";
import { comesLater, settled } from "./settle";

type Values = { [property: string]: unknown };

/** Completes and checks the args of one resource now, and what is not known yet as soon as it is. */
export function buildLater<Inputs extends object, Args>(
  kind: string,
  args: Inputs,
  options: BuilderOptions | undefined,
  builder: (...args: never[]) => unknown,
): Args {
  const { edits, deferredDefaults, report } = placed(builder, () => askBuilt(kind, args, options));
  const place = callOf(builder);
  // The guard shows the problems of all resources together, those of this one too.
  if (report?.ok === false && !isShownByGuard()) throw refusal(kind, report, place);
  show(report, report?.diagnostics, options, place);
  const known = new Set(report?.diagnostics.map(keyOf));
  const built = applyEdits<Values>(args as Values, edits);
  const later = Object.keys(built).filter((property) => comesLater(built[property]));
  if (later.length === 0) return built as Args;

  const resolved = resolve(built).then((values) => {
    const again = askBuiltResolved(kind, values, options);
    if (again.report?.ok === false && !isShownByGuard()) throw keepMessage(refusal(kind, again.report, place));
    show(
      again.report,
      again.report?.diagnostics.filter((diagnostic) => !known.has(keyOf(diagnostic))),
      options,
      place,
    );
    return again;
  });
  // Whoever uses one of the Outputs below sees the error.
  resolved.catch(() => undefined);
  const result = { ...built };
  for (const property of later) {
    result[property] = pulumi.output(resolved.then(({ edits }) => edited(built[property], property, edits)));
    standsFor(result[property] as object, built[property]);
  }
  for (const property of deferredDefaults) {
    result[property] = pulumi.output(
      resolved.then((again) => {
        const edit = again.edits.find(({ path }) => path === property);
        return edit !== undefined && "value" in edit
          ? edit.value
          : again.deferredDefaults.includes(property)
            ? unknownOutput()
            : undefined;
      }),
    );
  }
  return result as Args;
}

/** Passes on warnings and advice: to the caller, else to Pulumi's log, unless the guard shows them anyway. */
function show(
  report: Report | undefined,
  diagnostics: Diagnostic[] = [],
  options: BuilderOptions | undefined,
  place: string | undefined,
): void {
  if (report === undefined) return;
  if (options?.onDiagnostic !== undefined) diagnostics.forEach(options.onDiagnostic);
  else if (!isGuarded()) log(report, diagnostics, () => place);
}

function keyOf({ code, path }: Diagnostic): string {
  return `${code} ${path}`;
}

/** Args in the notation of a document, once they have settled. */
async function resolve(args: Values): Promise<Values> {
  const entries = Object.entries(args).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    await Promise.all(entries.map(async ([property, value]) => [property, await settled(value)] as const)),
  );
}

/** A value with the edits that are in it. */
function edited(value: unknown, property: string, edits: Edit[]): unknown {
  const inside = edits.filter(
    ({ path }) => path === property || path.startsWith(`${property}.`) || path.startsWith(`${property}[`),
  );
  if (inside.length === 0) return value;
  return (pulumi.output(value) as unknown as pulumi.Output<unknown>).apply(
    (known) => applyEdits<Values>({ [property]: known }, inside)[property],
  );
}
