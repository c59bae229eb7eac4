// What a file is that is not read here, and what to give instead.
import { own, plain } from "../../values/data";

/** What else a value is, and what to use instead. */
export function looksElse(value: unknown): string | undefined {
  if (typeof own(value, "lineage") === "string" && typeof own(value, "version") === "number")
    return "is a Terraform state file; use the output of `terraform show -json`";
  if (own(value, "runtime") !== undefined && own(value, "name") !== undefined)
    return "is a Pulumi project or program; use the output of `pulumi preview --json`";
  if (own(value, "resourcePlans") !== undefined)
    return "is a plan of `pulumi preview --save-plan`; use the output of `pulumi preview --json`";
  return (
    eventInstead(value) ??
    (Object.keys(plain(value)).length === 0 && typeof value !== "object"
      ? "must be an object with `resources`, in JSON or YAML"
      : undefined)
  );
}

/** What to use instead of a stream of events, by one of them. */
export function eventInstead(value: unknown): string | undefined {
  if (own(value, "@level") !== undefined)
    return "is a log of Terraform; use the output of `terraform show -json PLAN`, or of `terraform show -json` for a state";
  return own(value, "type") === "prelude" || own(value, "sequence") !== undefined
    ? "is a stream of events, of `up --json` or a streaming preview; use the output of `pulumi preview --json` without " +
        "PULUMI_ENABLE_STREAMING_JSON_PREVIEW"
    : undefined;
}
