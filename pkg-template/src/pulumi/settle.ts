// From the values of a program to those of a document: what is known, what is not known yet, what is secret, and which
// ids are those of other resources.
import { isOutput, isPromise, isUnknown, type OutputInside } from "./sdk";
import { specialOf } from "./special";

/** A value that is not known, in a document. */
export const UNKNOWN = { unknown: true } as const;

/** The place of a value that is not known among those of a list that are not. */
export interface Later {
  index: number;
  count: number;
}

/**
 * What an Output, or an item in it, is, where it is the id of a resource; else undefined. `value` is undefined while it
 * is not known.
 */
export type Link = (output: OutputInside, value: unknown, later?: Later) => Promise<unknown>;

/** Levels that are looked into; what is deeper is left for the core, which says so. */
const MAX_DEPTH = 40;

/** A value in the notation of a document, once everything in it has settled. Never rejects. */
export async function settled(
  value: unknown,
  link: Link = () => Promise.resolve(undefined),
  depth = 0,
): Promise<unknown> {
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH) return value;
  try {
    if (isOutput(value)) return await settledOutput(value, link, depth);
    if (isUnknown(value)) return UNKNOWN;
    if (isPromise(value)) return await settled(await value, link, depth + 1);
    if (Array.isArray(value))
      return await Promise.all((value as unknown[]).map((item) => settled(item, link, depth + 1)));
    if (!isPlain(value)) return value;
    const special = specialOf(value);
    if (special !== undefined) {
      const inside = "value" in special ? await settled(special.value, link, depth + 1) : UNKNOWN;
      return special.isSecret ? { secret: inside } : inside;
    }
    const entries = Object.entries(value).map(
      async ([key, item]) => [key, await settled(item, link, depth + 1)] as const,
    );
    return Object.fromEntries(await Promise.all(entries));
  } catch {
    // A promise that was rejected stops the program by itself; a property that throws is for the core to report.
    return isOutput(value) || isPromise(value) ? UNKNOWN : value;
  }
}

async function settledOutput(output: OutputInside, link: Link, depth: number): Promise<unknown> {
  const [isKnown, isSecret, inner] = await Promise.all([output.isKnown, output.isSecret, output.promise(true)]);
  const isLater = !isKnown && (inner === undefined || isUnknown(inner));
  const mark = await link(output, isLater ? undefined : inner);
  if (mark !== undefined) return mark;
  if (isLater) return isSecret ? { secret: true } : UNKNOWN;
  const value = Array.isArray(inner)
    ? await settledItems(inner, output, link, depth + 1)
    : await settled(inner, link, depth + 1);
  // What is not there is no secret either.
  return isSecret && value !== undefined ? { secret: value } : value;
}

/** The items of a list that is in an Output as a whole: where they come from is known of the list, not of each. */
function settledItems(items: unknown[], output: OutputInside, link: Link, depth: number): Promise<unknown[]> {
  const count = items.filter(isUnknown).length;
  let index = 0;
  return Promise.all(
    items.map(async (item) => {
      const isLater = isUnknown(item);
      if (!isLater && typeof item !== "string") return settled(item, link, depth);
      const mark = isLater ? await link(output, undefined, { index: index++, count }) : await link(output, item);
      return mark ?? (isLater ? UNKNOWN : item);
    }),
  );
}

/** What is known without waiting: the value itself, if nothing in it comes later. */
export function settledNow(value: unknown): unknown {
  return comesLater(value) ? UNKNOWN : value;
}

/** Whether a value, or anything in it, is an Output or a promise. */
export function comesLater(value: unknown, depth = 0): boolean {
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH) return false;
  try {
    if (isOutput(value) || isUnknown(value) || isPromise(value)) return true;
    if (Array.isArray(value)) return value.some((item) => comesLater(item, depth + 1));
    return isPlain(value) && Object.values(value).some((item) => comesLater(item, depth + 1));
  } catch {
    return false;
  }
}

/** Whether an object is one that was written as `{ ... }`. */
export function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
