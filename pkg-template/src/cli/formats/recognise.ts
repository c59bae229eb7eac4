// What a file is, by what is in it.
import { Failure } from "../failure";
import type { Parsed } from "../input/parse";
import { documentOf, isDocument } from "./document";
import { own, plain } from "../../values/data";
import { engineOutputOf } from "./engine";
import type { Subject } from "./subject";

/** What the file is; undefined when it is nothing that could be checked. */
export function recognise(parsed: Parsed): Subject | undefined {
  const output = engineOutputOf(parsed);
  if (output !== undefined) return output;
  return looksElse(parsed.value) === undefined && isDocument(parsed.value) ? documentOf(parsed) : undefined;
}

/** The same for a file that was named: it has to be something. */
export function recognised(parsed: Parsed): Subject {
  const subject = recognise(parsed);
  if (subject !== undefined) return subject;
  const nothing =
    "must be a document with `resources`, or the output of `pulumi preview --json`, `pulumi stack export` or " +
    "`terraform show -json`";
  throw new Failure(`${parsed.shown}: ${looksElse(parsed.value) ?? nothing}`);
}

/** What else the file is, and what to use instead. */
function looksElse(value: unknown): string | undefined {
  if (typeof own(value, "lineage") === "string" && typeof own(value, "version") === "number")
    return "is a Terraform state file; use the output of `terraform show -json`";
  if (own(value, "runtime") !== undefined && own(value, "name") !== undefined)
    return "is a Pulumi project or program; use the output of `pulumi preview --json`";
  if (own(value, "terraform_version") !== undefined && own(value, "@level") !== undefined)
    return "is a Terraform log; use the output of `terraform show -json PLAN`";
  if (own(value, "type") === "prelude" || own(value, "sequence") !== undefined)
    return (
      "is a stream of events; use the output of `pulumi preview --json` without " +
      "PULUMI_ENABLE_STREAMING_JSON_PREVIEW"
    );
  return Object.keys(plain(value)).length === 0 && typeof value !== "object"
    ? "must be an object with `resources`, in JSON or YAML"
    : undefined;
}
