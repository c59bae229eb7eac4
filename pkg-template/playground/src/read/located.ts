// What both readers (JSON, TypeScript) make of a text: values, each with its location.
import type { Document } from "eventstorecloud-planner";
import { steps, type Step } from "../../../src/edits";
import type { UNKNOWN } from "../../../src/values/marks";

/** A part of the text, as offsets. */
export interface Range {
  from: number;
  to: number;
}

/** A value and where it is written. */
export interface LocatedValue extends Range {
  value: unknown;
  /** Of an object: its properties that are written out. */
  properties?: Map<string, LocatedProperty>;
  /** Of an array. */
  items?: LocatedValue[];
}

export interface LocatedProperty {
  keyFrom: number;
  keyTo: number;
  located: LocatedValue;
}

/** A resource and where its parts are written. */
export interface LocatedResource {
  kind: string;
  name: string;
  /** The whole resource. */
  whole: LocatedValue;
  /** What to underline when the resource as a whole is meant. */
  head: Range;
  args: LocatedValue | undefined;
  /** In a program: the variable that holds it. */
  variable?: string;
  /** In a program: the resources that its options name, or that they are unknown. */
  dependsOn?: string[] | typeof UNKNOWN;
}

/** What a reader says about a part of the text. */
export interface TextMessage extends Range {
  message: string;
}

export type Language = "json" | "typescript";

/** What the text is read as. */
export type Form = "document" | "resource" | "args" | "program" | "nothing";

/** The text, read. */
export interface LocatedText {
  language: Language;
  form: Form;
  document: Document;
  resources: ResourceList;
  /** The document itself, if it is written as one. */
  root: LocatedValue | undefined;
  syntaxErrors: TextMessage[];
  /** In a program: the parts whose values are unknown until it runs. */
  unevaluated?: TextMessage[];
  /** In a program: the name that the provider's package is imported as. */
  namespace?: string;
}

/** Resources in the order of the text, which are also found by name. */
export class ResourceList {
  readonly all: readonly LocatedResource[];
  private byName: Map<string, LocatedResource[]> | undefined;

  constructor(all: readonly LocatedResource[]) {
    this.all = all;
  }

  /** The resource of this kind and name; if there is none, one of the same name. */
  find(kind: string, name: string): LocatedResource | undefined {
    this.byName ??= grouped(this.all);
    const same = this.byName.get(name);
    return same?.find((resource) => isOfKind(resource.kind, kind)) ?? same?.[0];
  }
}

function grouped(resources: readonly LocatedResource[]): Map<string, LocatedResource[]> {
  const byName = new Map<string, LocatedResource[]>();
  for (const resource of resources) {
    const same = byName.get(resource.name);
    if (same === undefined) byName.set(resource.name, [resource]);
    else same.push(resource);
  }
  return byName;
}

function isOfKind(written: string, kind: string): boolean {
  return written === kind || written.endsWith(`:${kind}`);
}

/** How the package itself reads the path of a diagnostic. */
export { steps, type Step };

/** The value one step further inside, if it is written there. */
export function inside(located: LocatedValue | undefined, step: Step): LocatedValue | undefined {
  if (located === undefined) return undefined;
  return typeof step === "number" ? located.items?.[step] : located.properties?.get(step)?.located;
}

/** What to underline for a path: the value, or the innermost value around it that is written. */
export function rangeOf(text: LocatedText, subject: { kind: string; name: string } | undefined, path: string): Range {
  const resource = subject && text.resources.find(subject.kind, subject.name);
  let located = subject === undefined ? text.root : resource?.args;
  let found: LocatedValue | undefined;
  for (const step of steps(path)) {
    located = inside(located, step);
    if (located === undefined) break;
    found = located;
  }
  if (found !== undefined) return start(found);
  if (resource !== undefined) return resource.head;
  const byIndex = subject === undefined ? headByIndex(text, path) : undefined;
  return byIndex ?? { from: 0, to: Math.min(1, text.root?.to ?? 0) };
}

/** A value; of an object or array only its bracket, since underlining pages of text helps nobody. */
function start({ from, to, properties, items }: LocatedValue): Range {
  return properties !== undefined || items !== undefined ? { from, to: from + 1 } : { from, to };
}

/** The location of a path of the document in a text that is not one: `resources[1].kind` of a program. */
function headByIndex({ resources }: LocatedText, path: string): Range | undefined {
  const index = /^resources\[(\d+)\]/.exec(path)?.[1];
  return index === undefined ? undefined : resources.all[Number(index)]?.head;
}
