// What a policy is given of the properties of a resource, in the notation of a document.
//
// The properties come behind a proxy that throws when an unknown value is read, so they are read one by one.
// Secrets come as plain values. Only while a policy may remediate is there a second proxy, below the first, that
// keeps them apart, because it has to give them back as secrets.

import type { Args } from "../json";
import { isNote, secret as secretOf, UNKNOWN } from "./marks";

/** Reads a value. Throws when it is unknown. */
type Read = () => unknown;
/** Writes down a value that is secret. */
type Hide = (value: unknown) => unknown;

/** A value with everything in it. Keys are in the order of the alphabet, so that what is equal is equal as JSON. */
export function plain(read: Read): unknown {
  const value = known(read);
  if (Array.isArray(value))
    return Array.from({ length: value.length }, (_, index) => plain(() => (value as unknown[])[index]));
  if (typeof value !== "object" || value === null || value === UNKNOWN) return value;
  return Object.fromEntries(keysOf(value).map((key) => [key, plain(() => (value as Args)[key])]));
}

/**
 * A value with marks on what the program keeps secret. `raw` is the same value behind the proxies: only what is seen
 * there as it is counts as no secret.
 */
export function marked(read: Read, raw: unknown, hide: Hide): unknown {
  if (Array.isArray(raw)) return raw.map((item, index) => marked(() => (read() as unknown[])[index], item, hide));
  if (typeof raw !== "object" || raw === null) return plain(read);
  if (Object.getPrototypeOf(raw) !== Object.prototype) return hide(plain(read));
  return Object.fromEntries(
    keysOf(raw).map((key) => [key, marked(() => (read() as Args)[key], (raw as Args)[key], hide)]),
  );
}

/** The properties behind both proxies, or undefined where there is only one, or where they are built differently. */
export function behindProxies(props: object): Args | undefined {
  const below = target(props);
  return below === undefined ? undefined : target(below);
}

/** A value that is or may be secret. Of what is unknown, nothing is shown anyway. */
export function secret(value: unknown): unknown {
  return value === UNKNOWN || value === null ? value : secretOf(value);
}

/** The same for each item of an array, so that it can be said which one is wrong. */
export function secretItems(value: unknown): unknown {
  return Array.isArray(value) ? value.map(secretItems) : secret(value);
}

/** The same for everything inside, so that it can be changed where it stands. */
export function secretLeaves(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(secretLeaves);
  if (typeof value !== "object" || value === null || value === UNKNOWN) return secret(value);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, secretLeaves(item)]));
}

/** The keys of a value, without what engine and providers note in it. */
export function keysOf(value: object): string[] {
  return Object.keys(value)
    .filter((key) => !isNote(key))
    .sort();
}

function known(read: Read): unknown {
  try {
    return read();
  } catch (error) {
    if (typeof error === "object" && error !== null && "unknownTypeSentinel" in error) return UNKNOWN;
    throw error;
  }
}

/** What is behind a proxy of `@pulumi/policy`, by the names that its own code looks there with. */
function target(proxy: object): Args | undefined {
  const { __isSpecialProxy: isProxy, __getSpecialProxyTarget: behind } = proxy as {
    __isSpecialProxy?: unknown;
    __getSpecialProxyTarget?: unknown;
  };
  return isProxy === true && typeof behind === "object" && behind !== null ? (behind as Args) : undefined;
}
