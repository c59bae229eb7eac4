// Which values are secret by their nature, marked as secret or not.
import { catalogue } from "../catalogue";
import type { Step } from "../edits";
import { kinds } from "../kinds";

let secretNames: Map<string, Set<string>> | undefined;
/** Keys that are known to be no secret, in objects that may have some. */
let openKeys: Set<string> | undefined;

/** Where, in a property, values are that are never shown. */
export function secretsOfProperty(kind: string | undefined, property: string, value: unknown, path: Step[]): Step[][] {
  secretNames ??= new Map(
    kinds().map(({ kind, properties }) => [
      kind,
      new Set(properties.filter(({ secret }) => secret).map(({ name }) => name)),
    ]),
  );
  if (kind === undefined || secretNames.get(kind)?.has(property) !== true) return [];
  if (typeof value !== "object" || value === null) return [path];
  openKeys ??= new Set([
    "sink",
    "source",
    ...catalogue().sinks.flatMap(({ keys }) => keys.filter(({ secret }) => !secret).map(({ name }) => name)),
  ]);
  const open = openKeys;
  return Object.keys(value)
    .filter((key) => !open.has(key))
    .map((key) => [...path, key]);
}
