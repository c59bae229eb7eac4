// Reads the properties of a request's body. All that is wrong with it is reported at once.
import { invalid, unreadable } from "./problem";

/** What the clients send for a property that was left out. */
const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === "" || value === 0;

export class Fields {
  readonly #values: ReadonlyMap<string, unknown>;
  readonly #prefix: string;
  readonly #wrong: Map<string, string>;

  /** `value` is any JSON value; without an object there are no properties. */
  constructor(value: unknown, prefix = "", wrong = new Map<string, string>()) {
    this.#values = new Map(isObject(value) ? Object.entries(value) : []);
    this.#prefix = prefix;
    this.#wrong = wrong;
  }

  /** Whether the property was sent, and not as the empty value. */
  has(key: string): boolean {
    return !isAbsent(this.#values.get(key));
  }

  /** Whether the property was sent at all. */
  sent(key: string): boolean {
    return this.#values.get(key) !== undefined;
  }

  /** A string that is neither empty nor blank. */
  text(key: string): string {
    if (!this.has(key)) return this.#refuse(key, "is required", "");
    return this.optionalText(key) ?? "";
  }

  optionalText(key: string): string | undefined {
    const value = this.#values.get(key);
    if (isAbsent(value)) return undefined;
    if (typeof value !== "string") return this.#refuse(key, "must be a string", undefined);
    return value.trim() === "" ? this.#refuse(key, "must not be blank", undefined) : value;
  }

  /** Any string; an empty one if the property is absent. */
  anyText(key: string): string {
    const value = this.#values.get(key) ?? "";
    return typeof value === "string" ? value : this.#refuse(key, "must be a string", "");
  }

  flag(key: string): boolean | undefined {
    const value = this.#values.get(key);
    if (value === undefined || value === null) return undefined;
    return typeof value === "boolean" ? value : this.#refuse(key, "must be a boolean", undefined);
  }

  /** An integer of at least 1. */
  count(key: string): number {
    return this.has(key) ? (this.optionalCount(key) ?? 0) : this.#refuse(key, "is required", 0);
  }

  optionalCount(key: string): number | undefined {
    const value = this.#values.get(key);
    if (isAbsent(value)) return undefined;
    const isCount = typeof value === "number" && Number.isSafeInteger(value) && value >= 1;
    return isCount ? value : this.#refuse(key, "must be an integer of at least 1", undefined);
  }

  list(key: string): readonly unknown[] {
    const value = this.#values.get(key);
    if (value === undefined || value === null) return [];
    return Array.isArray(value) ? value : this.#refuse(key, "must be a list", []);
  }

  texts(key: string): string[] {
    return this.list(key).map((value, index) =>
      typeof value === "string" ? value : this.#refuse(`${key}[${index}]`, "must be a string", ""),
    );
  }

  /** The properties of an object within this one. */
  inside(key: string): Fields {
    const value = this.#values.get(key);
    if (value !== undefined && value !== null && !isObject(value)) this.refuse(key, "must be an object");
    return new Fields(value, `${this.#prefix}${key}.`, this.#wrong);
  }

  /** The properties of each object in a list. */
  objects(key: string): Fields[] {
    return this.list(key).map((value, index) => {
      if (!isObject(value)) this.refuse(`${key}[${index}]`, "must be an object");
      return new Fields(value, `${this.#prefix}${key}[${index}].`, this.#wrong);
    });
  }

  /** Notes what is wrong with a property; what was noted first stands. */
  refuse(key: string, reason: string): void {
    const name = this.#prefix + key;
    if (!this.#wrong.has(name) && this.#wrong.size < MOST_REPORTED) this.#wrong.set(name, reason);
  }

  /** Ends the reading: throws if anything was wrong. */
  done(): void {
    if (this.#wrong.size > 0) throw invalid(this.#wrong);
  }

  #refuse<T>(key: string, reason: string, instead: T): T {
    this.refuse(key, reason);
    return instead;
  }
}

/** A list of a million wrong entries is not answered with a million lines. */
const MOST_REPORTED = 20;

/** The value of a JSON text; undefined if it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The properties of a body. A body can be left out: it has no properties then. */
export function readBody(text: string): Record<string, unknown> {
  if (text === "") return {};
  const value = parseJson(text);
  if (value === undefined) throw unreadable("the body must be JSON");
  if (!isObject(value)) throw unreadable("the body must be a JSON object");
  return value;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
