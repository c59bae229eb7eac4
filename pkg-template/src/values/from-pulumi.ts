// From the values of a running Pulumi program to those of a document: what is known, what is unknown, what is secret, and
// which ids are those of other resources. Nothing of the SDK is imported: its values are known by their marks.
import { Limit } from "../generated/boundary";
import type { Args } from "../json";
import { secret, specialOf, UNKNOWN } from "./marks";

/** An Output, as far as the SDK's own code looks into it. */
export interface OutputInside {
  readonly isKnown: Promise<boolean>;
  readonly isSecret: Promise<boolean>;
  promise(withUnknowns?: boolean): Promise<unknown>;
  resources(): Iterable<object>;
  allResources?: () => Promise<Iterable<object>>;
}

/** Whether a value is an Output of any copy of the SDK. */
export function isOutput(value: unknown): value is OutputInside {
  return hasMark(value, "__pulumiOutput");
}

/** Whether a value stands for one that is unknown during a preview. */
function isUnknown(value: unknown): boolean {
  return hasMark(value, "__pulumiUnknown");
}

/** Whether a value is a promise, of whatever library. */
function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function";
}

function hasMark(value: unknown, mark: string): boolean {
  return typeof value === "object" && value !== null && (value as Args)[mark] === true;
}

/** Which of the unknown items of an array one is. */
export interface UnknownItem {
  index: number;
  count: number;
}

/**
 * What an Output, or an item in it, is, where it is the id of a resource; else undefined. `value` is undefined while it
 * is unknown.
 */
export type Link = (output: OutputInside, value: unknown, unknownItem?: UnknownItem) => Promise<unknown>;

/** Levels that are looked into; what is deeper is left for the core, which says so. */
const MAX_DEPTH = 40;

/**
 * How many levels and values may still be looked into. A value that contains itself twice doubles with each level, so that
 * levels alone are no limit.
 */
class Limits {
  private left: number = Limit.Values;

  /** Whether an object at this depth may be looked into. */
  allow(value: object, depth: number): boolean {
    if (Array.isArray(value)) this.left -= value.length;
    else this.left -= 1;
    return depth <= MAX_DEPTH && this.left >= 0;
  }
}

/** A value in the notation of a document, once everything in it has resolved. Never rejects. */
export function resolved(value: unknown, link: Link = () => Promise.resolve(undefined)): Promise<unknown> {
  return resolvedIn(value, link, 0, new Limits());
}

async function resolvedIn(value: unknown, link: Link, depth: number, limits: Limits): Promise<unknown> {
  if (typeof value !== "object" || value === null) return value;
  try {
    if (!limits.allow(value, depth)) return value;
    const inside = (item: unknown): Promise<unknown> => resolvedIn(item, link, depth + 1, limits);
    if (isOutput(value)) return await resolvedOutput(value, link, inside);
    if (isUnknown(value)) return UNKNOWN;
    if (isPromise(value)) return await inside(await value);
    if (Array.isArray(value)) return await Promise.all((value as unknown[]).map(inside));
    if (!isPlain(value)) return value;
    const special = specialOf(value);
    if (special !== undefined) {
      const within = "value" in special ? await inside(special.value) : UNKNOWN;
      return special.isSecret ? secret(within) : within;
    }
    const entries = Object.entries(value).map(async ([key, item]) => [key, await inside(item)] as const);
    return Object.fromEntries(await Promise.all(entries));
  } catch {
    // A promise that was rejected stops the program by itself; a property that throws is for the core to report.
    return isOutput(value) || isPromise(value) ? UNKNOWN : value;
  }
}

async function resolvedOutput(
  output: OutputInside,
  link: Link,
  inside: (value: unknown) => Promise<unknown>,
): Promise<unknown> {
  const [isKnown, isSecret, inner] = await Promise.all([output.isKnown, output.isSecret, output.promise(true)]);
  const isNotKnown = !isKnown && (inner === undefined || isUnknown(inner));
  const mark = await link(output, isNotKnown ? undefined : inner);
  if (mark !== undefined) return mark;
  if (isNotKnown) return isSecret ? secret(UNKNOWN) : UNKNOWN;
  const value = Array.isArray(inner) ? await resolvedItems(inner, output, link, inside) : await inside(inner);
  // What is not there is no secret either.
  return isSecret && value !== undefined ? secret(value) : value;
}

/** The items of an array that is in an Output as a whole: where they come from is known of the array, not of each. */
function resolvedItems(
  items: unknown[],
  output: OutputInside,
  link: Link,
  inside: (value: unknown) => Promise<unknown>,
): Promise<unknown[]> {
  const count = items.filter(isUnknown).length;
  let index = 0;
  return Promise.all(
    items.map(async (item) => {
      const isNotKnown = isUnknown(item);
      if (!isNotKnown && typeof item !== "string") return inside(item);
      const mark = isNotKnown ? await link(output, undefined, { index: index++, count }) : await link(output, item);
      return mark ?? (isNotKnown ? UNKNOWN : item);
    }),
  );
}

/** What is known without waiting: the value itself, if no Output or promise is in it. */
export function resolvedNow(value: unknown): unknown {
  return isDelayed(value) ? UNKNOWN : value;
}

/** Whether a value, or anything in it, is an Output or a promise. */
export function isDelayed(value: unknown, depth = 0, limits = new Limits()): boolean {
  if (typeof value !== "object" || value === null) return false;
  try {
    if (!limits.allow(value, depth)) return false;
    if (isOutput(value) || isUnknown(value) || isPromise(value)) return true;
    if (Array.isArray(value)) return value.some((item) => isDelayed(item, depth + 1, limits));
    return isPlain(value) && Object.values(value).some((item) => isDelayed(item, depth + 1, limits));
  } catch {
    return false;
  }
}

/** Whether an object is one that was written as `{ ... }`. */
export function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
