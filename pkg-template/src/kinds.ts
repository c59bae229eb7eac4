import { fact } from "./core/core";
import { Fact } from "./generated/boundary";
import { InputError } from "./errors";
import type { CheckedKind, KindMeta, PropertyMeta } from "./generated/api";

/** The kinds of resources that are modelled, with their properties. */
export function kinds(): KindMeta[] {
  return fact(Fact.Kinds) as KindMeta[];
}

/**
 * The kind that a type stands for: `Network` for `Network`, `eventstorecloud:index/network:Network` and
 * `kurrentcloud:index/network:Network`. Undefined for a resource of another provider. Throws an `InputError`
 * for anything but a string.
 */
export function kindOf(type: string): CheckedKind | undefined {
  if (typeof type !== "string") throw new InputError("type", "must be a string");
  return (fact(Fact.KindOf, type) as CheckedKind | null) ?? undefined;
}

let properties: Map<string, PropertyMeta[]> | undefined;

/** The properties of a kind, for our own use: asked for with every resource, they are fetched from the core once. */
export function propertiesOf(kind: string): readonly PropertyMeta[] {
  properties ??= new Map(kinds().map((known) => [known.kind, known.properties]));
  return properties.get(kind) ?? [];
}
