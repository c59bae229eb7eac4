// What Pulumi and Terraform print, recognised by what is in it.
import { type Document, fromPreview, fromStack } from "../../internal";
import { own, plain } from "../../values/data";
import { fromPlan, fromState } from "../../values/from-terraform";
import type { Translation } from "../../values/translation";
import type { Parsed } from "../input/parse";
import type { Format, Subject } from "./subject";

/** A preview; one in which nothing happens has no steps, nor has one that has failed before the first. */
export function isPreview(value: unknown): boolean {
  const steps = own(value, "steps");
  if (steps !== undefined) return Array.isArray(steps);
  const hasFailed = Array.isArray(own(value, "diagnostics")) && typeof own(value, "duration") === "number";
  return hasFailed || Object.keys(plain(own(value, "changeSummary"))).length > 0;
}

/** The output of `pulumi stack export`. */
export function isStackExport(value: unknown): boolean {
  const deployment = own(value, "deployment");
  return typeof own(value, "version") === "number" && typeof deployment === "object" && deployment !== null;
}

/** A plan; one that only refreshes, or that has nothing to destroy, has no changes. */
export function isPlan(value: unknown): boolean {
  const isOfPlan = ["resource_changes", "planned_values", "applyable", "errored", "resource_drift", "output_changes"];
  return (
    typeof own(value, "format_version") === "string" &&
    own(value, "values") === undefined &&
    isOfPlan.some((key) => own(value, key) !== undefined)
  );
}

/** A state; of an empty one, only the version is printed. */
function isState(value: unknown): boolean {
  return (
    typeof own(value, "format_version") === "string" &&
    !isPlan(value) &&
    (own(value, "values") !== undefined || Object.keys(plain(value)).every((key) => /version/.test(key)))
  );
}

/** The resources that a program makes or has made; undefined for what no engine has printed. */
export function engineOutputOf(parsed: Parsed): Subject | undefined {
  const { value } = parsed;
  if (isPlan(value)) return terraform(parsed, "terraform plan", fromPlan(value));
  if (isState(value)) return terraform(parsed, "terraform state", fromState(value));
  if (isStackExport(value)) return pulumi(parsed, "pulumi stack", fromStack(value));
  return isPreview(value) ? pulumi(parsed, "pulumi preview", fromPreview(value)) : undefined;
}

function pulumi(parsed: Parsed, format: Format, translation: Translation): Subject {
  const document = documentOf(translation);
  // The version that really runs is surer than the one that would be installed.
  return { ...translation, parsed, format, document, usesPackageJson: document.target === undefined };
}

function terraform(parsed: Parsed, format: Format, translation: Translation): Subject {
  const names = { dialect: "terraform", byAddress: true } as const;
  return { ...translation, ...names, parsed, format, document: documentOf(translation), usesPackageJson: false };
}

/** What is there after it. Nothing is said of what may be in the part that is not listed. */
function documentOf({ after, doubt, note }: Translation): Document {
  return doubt === undefined && note === undefined ? after : { ...after, partial: true };
}
