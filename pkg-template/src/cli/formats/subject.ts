// What is checked: a document, with where each of its parts is written in the file that it was made from.
import {
  catalogue,
  type Diagnostic,
  type Document,
  kindOf,
  kinds,
  type Options,
  type Step,
  steps,
} from "../../internal";
import type { Args } from "../../json";
import type { Parsed } from "../input/parse";

/** What a file turned out to be. */
export type Format = "document" | "pulumi preview" | "pulumi stack" | "terraform plan" | "terraform state";

/** Where a resource of the document is written. */
export interface Origin {
  /** The resource in the file. */
  resource: Step[];
  /** Its args in the file. */
  args: Step[];
}

/** A file as `check` reads it. */
export interface Subject {
  parsed: Parsed;
  format: Format;
  document: Document;
  /** For each resource of the document. */
  origins: Origin[];
  /** Where the parts of the document are that belong to no resource. */
  top: (path: Step[]) => Step[];
  /** Whether the nearest package.json says which provider package is in use. */
  usesPackageJson: boolean;
  /** Where the secrets are in the file. */
  secrets: () => Step[][];
  /** How the file writes the names of properties; undefined where it writes them as a document does. */
  dialect?: Options["dialect"];
  /** Why the file may not have everything that the program makes. */
  doubt?: string;
  /** Whether the names of resources are addresses, which say the type too. */
  byAddress?: boolean;
}

/** A plain object with its own keys only. */
export type Plain = Readonly<Args>;

/** An object of the file, or an empty one. */
export function plain(value: unknown): Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Plain) : {};
}

/** A value under a key of the object itself: a file may have the key `constructor`, or not have it. */
export function own(object: unknown, key: string): unknown {
  return typeof object === "object" && object !== null && Object.hasOwn(object, key)
    ? (object as Plain)[key]
    : undefined;
}

/** A list of the file, or an empty one. */
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

const indexes = new WeakMap<Subject, Map<string, number>>();

/** The steps in the file to what a diagnostic is about. */
export function stepsTo(subject: Subject, { resource, path }: Pick<Diagnostic, "resource" | "path">): Step[] {
  if (resource === undefined) return subject.top(steps(path));
  const origin = originOf(subject, resource);
  if (origin === undefined) return [];
  return path === "" ? origin.resource : [...origin.args, ...steps(path)];
}

function originOf(subject: Subject, { kind, name }: { kind: string; name: string }): Origin | undefined {
  let index = indexes.get(subject);
  if (index === undefined) {
    index = new Map();
    // The core reads a document that may have anything in it.
    for (const [at, resource] of list(own(subject.document, "resources")).entries()) {
      const written = textOf(own(resource, "kind")) ?? "";
      // A resource without a name goes by its index.
      const key = `${kindOf(written) ?? written} ${textOf(own(resource, "name")) ?? `resources[${at}]`}`;
      if (!index.has(key)) index.set(key, at);
    }
    indexes.set(subject, index);
  }
  const at = index.get(`${kind} ${name}`);
  return at === undefined ? undefined : subject.origins[at];
}

/** A value that is computed when it is first asked for. */
function once<T>(compute: () => T): () => T {
  let kept: { value: T } | undefined;
  return () => (kept ??= { value: compute() }).value;
}

const secretNames = once(
  () =>
    new Map<string, Set<string>>(
      kinds().map(({ kind, properties }) => [
        kind,
        new Set(properties.filter(({ secret }) => secret).map(({ name }) => name)),
      ]),
    ),
);

/** Keys that are known to be no secret, in objects that may have some. */
const openKeys = once(
  () =>
    new Set([
      "sink",
      "source",
      ...catalogue().sinks.flatMap(({ keys }) => keys.filter(({ secret }) => !secret).map(({ name }) => name)),
    ]),
);

/** Where, in a property, values are that are never shown, marked as secret or not. */
export function secretsOfProperty(kind: string | undefined, property: string, value: unknown, path: Step[]): Step[][] {
  if (kind === undefined || secretNames().get(kind)?.has(property) !== true) return [];
  if (typeof value !== "object" || value === null) return [path];
  return Object.keys(value)
    .filter((key) => !openKeys().has(key))
    .map((key) => [...path, key]);
}
