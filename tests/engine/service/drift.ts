// Changes behind the clients' back, as someone makes them in the console.
import { settle } from "./states";
import type { Organization } from "./store";
import { isDeleted, type Thing } from "./things";

export interface Drift {
  /** Properties, as on the wire. The status `deleted` deletes. */
  readonly set?: Readonly<Record<string, unknown>> | undefined;
  /** The thing is forgotten: reading it answers 404. */
  readonly vanish?: boolean | undefined;
}

/** Properties that a thing can have without having them now. */
const OPTIONAL: ReadonlyMap<string, string> = new Map([
  ["cidrBlock", "string"],
  ["aclId", "string"],
  ["diskIops", "number"],
  ["diskThroughput", "number"],
]);

/** Throws a TypeError, without changing anything, if the thing has no such properties. */
export function applyDrift(organization: Organization, thing: Thing, { set = {}, vanish = false }: Drift): void {
  if (vanish) return organization.forget(thing);
  if (isDeleted(thing)) throw new TypeError(`the ${thing.kind} ${thing.id} is deleted`);
  const properties = new Map(Object.entries(thing.wire));
  for (const [key, value] of Object.entries(set)) {
    const expected = properties.has(key) ? typeOf(properties.get(key)) : OPTIONAL.get(key);
    if (expected === undefined) throw new TypeError(`a ${thing.kind} has no property ${key}`);
    if (typeOf(value) !== expected) throw new TypeError(`${key} must be of type ${expected}`);
  }
  const { status, ...others } = set;
  Object.assign(thing.wire, structuredClone(others));
  if (typeof status === "string") settle(organization, thing, status);
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
