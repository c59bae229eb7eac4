// What an engine says of resources that exist, for a document.
import type { DocumentResource, ExistingResource } from "../document";
import { propertiesOf } from "../kinds";
import { own, type Plain, textOf } from "./data";

/** The property that a program may leave out and a service fills in: what it answers is not what is written. */
export const RUNS = "serverVersionTag";

/** What a document says of a resource that exists: what changes, by the properties of its kind, and what it runs. */
export function existing(kind: string, changes: readonly string[], runs?: unknown): Pick<DocumentResource, "existing"> {
  const known = new Set(propertiesOf(kind).map(({ name }) => name));
  const changed = [...new Set(changes)].filter((name) => known.has(name));
  const tag = known.has(RUNS) ? textOf(runs) : undefined;
  const said: ExistingResource = {
    ...(changed.length === 0 ? {} : { changes: changed }),
    ...(tag === undefined || tag === "" ? {} : { [RUNS]: tag }),
  };
  return { existing: Object.keys(said).length === 0 ? true : said };
}

/** The properties whose values differ; all of them where none does, but something is known to change. */
export function differing(before: Plain, after: Plain): string[] {
  const all = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = all.filter((name) => !isSame(own(before, name), own(after, name)));
  return changed.length === 0 ? all : changed;
}

function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return Object.is(one, other);
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return keys.length === others.length && keys.every((key) => isSame(own(one, key), own(other, key)));
}
