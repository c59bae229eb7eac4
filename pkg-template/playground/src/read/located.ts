// What both readers (JSON, TypeScript) make of a text: values, each with its place.
import type { Document } from "eventstorecloud-planner";
import { steps, type Step } from "../../../src/edits";

/** A value in the text and where it is written. */
export interface Place {
  from: number;
  to: number;
  value: unknown;
  /** Of an object: its properties that are written out. */
  properties?: Map<string, Property>;
  /** Of an array. */
  items?: Place[];
}

export interface Property {
  keyFrom: number;
  keyTo: number;
  place: Place;
}

/** A resource and its places. */
export interface LocatedResource {
  kind: string;
  name: string;
  /** The whole resource. */
  whole: Place;
  /** What to underline when the resource as a whole is meant. */
  head: { from: number; to: number };
  args: Place | undefined;
  /** In a program: the variable that it is kept in. */
  variable?: string;
  /** In a program: the resources that its options name, or that they are not known. */
  dependsOn?: string[] | { unknown: true };
}

/** Text that cannot be read. */
export interface TextFault {
  from: number;
  to: number;
  message: string;
}

export type Language = "json" | "typescript";

/** What the text is taken for. */
export type Form = "document" | "resource" | "args" | "program" | "nothing";

/** A text that has been read. */
export interface Located {
  language: Language;
  form: Form;
  document: Document;
  resources: LocatedResource[];
  /** The document itself, where it is written as one. */
  root: Place | undefined;
  faults: TextFault[];
  /** In a program: what is written, but only a run could read. */
  unread?: TextFault[];
  /** In a program: the name that the provider's package is imported as. */
  namespace?: string;
}

/** How the package itself reads the path of a diagnostic. */
export { steps, type Step };

/** The place of a step inside another, if it is written there. */
export function inside(place: Place | undefined, step: Step): Place | undefined {
  if (place === undefined) return undefined;
  return typeof step === "number" ? place.items?.[step] : place.properties?.get(step)?.place;
}

export function resourceNamed(located: Located, kind: string, name: string): LocatedResource | undefined {
  let names = byName.get(located);
  if (names === undefined) {
    names = new Map();
    for (const resource of located.resources) {
      const same = names.get(resource.name);
      if (same === undefined) names.set(resource.name, [resource]);
      else same.push(resource);
    }
    byName.set(located, names);
  }
  const same = names.get(name);
  return same?.find((resource) => sameKind(resource.kind, kind)) ?? same?.[0];
}

const byName = new WeakMap<Located, Map<string, LocatedResource[]>>();

function sameKind(written: string, kind: string): boolean {
  return written === kind || written.endsWith(`:${kind}`);
}

/** What to underline for a path: the value, or the nearest thing around it that is written. */
export function rangeOf(
  located: Located,
  subject: { kind: string; name: string } | undefined,
  path: string,
): { from: number; to: number } {
  const resource = subject && resourceNamed(located, subject.kind, subject.name);
  const start = subject === undefined ? located.root : resource?.args;
  let found: { from: number; to: number } | undefined;
  let place = start;
  for (const step of steps(path)) {
    place = inside(place, step);
    if (place === undefined) break;
    found = place;
  }
  if (place === undefined && found !== undefined) found = first(found);
  if (found !== undefined) return first(found);
  if (resource !== undefined) return resource.head;
  const byPath = subject === undefined ? documentPart(located, path) : undefined;
  return byPath ?? { from: 0, to: Math.min(1, located.root?.to ?? 0) };
}

/** Underline one value, not pages of it: of a long object only its bracket. */
function first({ from, to, properties, items }: Partial<Place> & { from: number; to: number }): {
  from: number;
  to: number;
} {
  return properties !== undefined || items !== undefined ? { from, to: from + 1 } : { from, to };
}

/** The place of a path of the document in a text that is not one: `resources[1].kind` of a program. */
function documentPart(located: Located, path: string): { from: number; to: number } | undefined {
  const index = /^resources\[(\d+)\]/.exec(path)?.[1];
  return index === undefined ? undefined : located.resources[Number(index)]?.head;
}
