// Writes into a resource what a builder writes: documented defaults, and one spelling for values that have several.
import { applyEdits, type Args, askBuiltResolved } from "../internal";
import type { Settings } from "./options";
import { isDefault } from "./providers";
import type { Secrets } from "./secrets";
import { given, ours } from "./subject";
import type { PolicySubject } from "./types";
import { behindProxies, marked, plain, secretLeaves } from "../values/from-policy";

/** Completes the properties of a resource where they stand. Undefined when there is nothing to write. */
export function remediated(subject: PolicySubject, settings: Settings, secrets: Secrets): Args | undefined {
  const resource = ours(subject);
  if (resource === undefined) return undefined;
  secrets.forget(subject.urn);
  secrets.note(subject.urn, subject.props);
  if (isDefault(resource)) return undefined;

  const props = subject.props as Args;
  const raw = behindProxies(props);
  const value = (name: string): unknown =>
    raw === undefined ? secretLeaves(plain(() => props[name])) : marked(() => props[name], raw[name], secretLeaves);
  const values = Object.fromEntries(given(resource, "inputs").map((name) => [name, value(name)]));
  const { edits } = askBuiltResolved(resource.kind, values, settings.core);
  if (edits.length === 0) return undefined;
  write(props, applyEdits<Args>({}, edits));
  secrets.note(subject.urn, props);
  return props;
}

/**
 * Writes values into an object, each at its path: Pulumi then keeps secret what was secret, and unknown what was
 * unknown. A copy of the object would lose both.
 */
function write(into: Args, values: object): void {
  for (const [key, value] of Object.entries(values) as [string, unknown][]) {
    if (typeof value === "object" && value !== null) write(into[key] as Args, value);
    else into[key] = value;
  }
}
