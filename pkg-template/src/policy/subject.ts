// The resources of the provider packages among those that a policy is given.
import { type CheckedKind, kindOf, propertiesOf, type PropertyMeta } from "../internal";
import type { PolicySubject } from "./types";
import { keysOf } from "../values/from-policy";

/** A resource of the provider packages. */
export interface Ours {
  readonly subject: PolicySubject;
  readonly kind: CheckedKind;
  readonly properties: readonly PropertyMeta[];
}

/** Inputs of every provider that Pulumi itself reads. */
const INPUTS_OF_PULUMI = ["version", "pluginDownloadURL"];

/** The resource, if it is one of the provider packages. */
export function ours(subject: PolicySubject): Ours | undefined {
  const kind = kindOf(subject.type);
  if (kind === undefined) return undefined;
  return { subject, kind, properties: propertiesOf(kind) };
}

/** The names of the properties that the program gave: all inputs, but not all outputs. */
export function given({ subject, kind, properties }: Ours, from: "inputs" | "outputs"): string[] {
  const names = keysOf(subject.props).filter((name) => kind !== "Provider" || !INPUTS_OF_PULUMI.includes(name));
  return from === "inputs"
    ? names
    : names.filter((name) => properties.some((property) => property.name === name && !property.computed));
}
