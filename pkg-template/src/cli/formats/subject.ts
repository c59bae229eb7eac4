// What is checked: a document, with where each of its parts is written in the file that it was made from.
import {
  type Diagnostic,
  type Document,
  kindOf,
  type Location,
  type Options,
  secretsOfProperty,
  type Step,
  steps,
} from "../../internal";
import { list, own, textOf } from "../../values/data";
import type { Origin, Translation } from "../../values/translation";
import type { Parsed } from "../input/parse";

/** What a file turned out to be. */
export type Format = "document" | "pulumi preview" | "pulumi stack" | "terraform plan" | "terraform state";

/** A file as `check` reads it. */
export interface Subject extends Pick<Translation, "origins" | "top" | "secrets" | "doubt" | "note"> {
  parsed: Parsed;
  format: Format;
  document: Document;
  /** Whether the nearest package.json says which provider package is in use. */
  usesPackageJson: boolean;
  /** How the file writes the names of properties; undefined where it writes them as a document does. */
  dialect?: Options["dialect"];
  /** Whether the names of resources are addresses, which say the type too. */
  byAddress?: boolean;
}

const indexes = new WeakMap<Subject, Map<string, number>>();

/** The steps in the file to what a diagnostic is about. */
export function stepsTo(subject: Subject, { resource, path }: Pick<Diagnostic, "resource" | "path">): Step[] {
  if (resource === undefined) return subject.top(steps(path));
  const origin = originOf(subject, resource);
  if (origin === undefined) return [];
  return path === "" ? origin.resource : [...origin.args, ...steps(path)];
}

/** Where the program writes what a diagnostic is about, where the engine says so. */
export function inProgram(subject: Subject, { resource }: Pick<Diagnostic, "resource">): Location | undefined {
  return resource === undefined ? undefined : originOf(subject, resource)?.location;
}

/** The string that a diagnostic is about; undefined where it is none, or must not be shown. */
export function shownValueOf(subject: Subject, { resource, path, redacted }: Diagnostic): string | undefined {
  if (resource === undefined || redacted === true) return undefined;
  const [property, ...inside] = steps(path);
  const args = own(list(own(subject.document, "resources"))[indexOf(subject, resource) ?? -1], "args");
  const written = own(args, String(property));
  const value = textOf(inside.reduce<unknown>((value, step) => own(value, String(step)), written));
  const kind = kindOf(resource.kind);
  const secrets = secretsOfProperty(kind, String(property), written, [property ?? ""]).map((secret) =>
    secret.join("\0"),
  );
  const isSecret = [[property], [property, inside[0]]].some((way) => secrets.includes(way.join("\0")));
  return isSecret ? undefined : value;
}

function originOf(subject: Subject, resource: { kind: string; name: string }): Origin | undefined {
  const at = indexOf(subject, resource);
  return at === undefined ? undefined : subject.origins[at];
}

function indexOf(subject: Subject, { kind, name }: { kind: string; name: string }): number | undefined {
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
  return index.get(`${kind} ${name}`);
}
