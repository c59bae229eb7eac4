import { call } from "./core";
import { InputError } from "./errors";
import type { CheckedKind, KindMeta } from "./generated/api";

/** The kinds of resources that are modelled, with their properties. */
export function kinds(): KindMeta[] {
  return call((core) => core.kinds()) as KindMeta[];
}

/**
 * The kind that a type stands for: `Network` for `Network`, `eventstorecloud:index/network:Network` and
 * `kurrentcloud:index/network:Network`. Undefined for a resource of another provider. Throws an `InputError` for what is
 * no text.
 */
export function kindOf(type: string): CheckedKind | undefined {
  if (typeof type !== "string") throw new InputError("type", "is no text");
  return call((core) => core.kindOf(type)) as CheckedKind | undefined;
}
