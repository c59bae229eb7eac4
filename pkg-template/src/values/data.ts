// Reading data that may have anything in it, such as a parsed file.
import type { Args } from "../json";

/** A plain object with its own keys only. */
export type Plain = Readonly<Args>;

/** An object of a file, or an empty one. */
export function plain(value: unknown): Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Plain) : {};
}

const { hasOwnProperty: has } = Object.prototype;

/** A value under a key of the object itself: a file may have the key `constructor`, or not have it. */
export function own(object: unknown, key: string): unknown {
  return typeof object === "object" && object !== null && has.call(object, key) ? (object as Plain)[key] : undefined;
}

/** A list of a file, or an empty one. */
export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** Adds to an object under any key, `__proto__` included. */
export function put(object: object, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}
