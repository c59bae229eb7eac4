// What a file is, by what is in it.
import { Failure } from "../failure";
import type { Parsed } from "../input/parse";
import { documentOf, isDocument } from "./document";
import { isPreview, isStackExport, previewOf, stackOf } from "./pulumi";
import { own, plain, type Subject } from "./subject";
import { isPlan, isState, planOf, stateOf } from "./terraform";

/** What the file is; undefined when it is nothing that could be checked. */
export function recognise(parsed: Parsed): Subject | undefined {
  const { value } = parsed;
  if (isPlan(value)) return planOf(parsed);
  if (isState(value)) return stateOf(parsed);
  if (isStackExport(value)) return stackOf(parsed);
  if (isPreview(value)) return previewOf(parsed);
  if (looksElse(value) === undefined && isDocument(value)) return documentOf(parsed);
  return undefined;
}

/** The same for a file that was named: it has to be something. */
export function recognised(parsed: Parsed): Subject {
  const subject = recognise(parsed);
  if (subject !== undefined) return subject;
  const nothing =
    "it is no document with `resources`, no `pulumi preview --json`, no `pulumi stack export`, " +
    "no `terraform show -json`";
  throw new Failure(`${parsed.shown}: ${looksElse(parsed.value) ?? nothing}`);
}

/** What people give instead, and what to give. */
function looksElse(value: unknown): string | undefined {
  if (typeof own(value, "lineage") === "string" && typeof own(value, "version") === "number")
    return "it is a state as Terraform keeps it; give what `terraform show -json` prints";
  if (own(value, "runtime") !== undefined && own(value, "name") !== undefined)
    return "it is a project or a program of Pulumi; give what `pulumi preview --json` prints";
  if (own(value, "terraform_version") !== undefined && own(value, "@level") !== undefined)
    return "it is the log of Terraform; give what `terraform show -json PLAN` prints";
  if (own(value, "type") === "prelude" || own(value, "sequence") !== undefined)
    return (
      "it is a stream of events; give what `pulumi preview --json` prints without " +
      "PULUMI_ENABLE_STREAMING_JSON_PREVIEW"
    );
  return Object.keys(plain(value)).length === 0 && typeof value !== "object"
    ? "it has no object in it; JSON or YAML with `resources` is expected"
    : undefined;
}
