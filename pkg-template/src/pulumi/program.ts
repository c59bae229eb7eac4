// The resources of a running program, collected as they are made, and the document of them.
import type * as pulumi from "@pulumi/pulumi";
import { type CheckedKind, type Document, type DocumentResource, kindOf, kinds } from "../inside";
import { isForeign, Names } from "./names";
import { isOutput, type OutputInside, resourcesOf } from "./sdk";
import { type Link, type Mark, settled, settledNow, UNKNOWN } from "./settle";

/** A resource as its constructor was called. */
export interface Registration {
  /** Its type token. */
  type: string;
  /** Its logical name. */
  name: string;
  /** Its inputs: plain values, promises, Outputs. */
  props: { [property: string]: unknown };
  opts: pulumi.ResourceOptions;
  /** The resource itself. Not its id or URN: they come later. */
  resource?: pulumi.Resource | undefined;
  /** File, line and column in the program. */
  place?: string | undefined;
}

/** A resource of the provider packages in a running program. */
export interface Entry {
  readonly kind: CheckedKind;
  readonly type: string;
  /** Its name in the document: no other resource of its kind has it. */
  readonly name: string;
  readonly logicalName: string;
  readonly place: string | undefined;
  readonly resource: pulumi.Resource | undefined;
  /** The version of the provider package, where the package says it. */
  readonly version: string | undefined;
  /** Its args in the notation of a document, as far as they have settled. */
  args: { [property: string]: unknown };
  dependsOn: string[];
  /** Resolves when all of its args have settled. Never rejects. */
  readonly settled: Promise<void>;
}

/** Outputs that stand for other ones, which are the ones to look at. */
const originals = new WeakMap<object, OutputInside>();

/** Notes that an Output only delays another one. */
export function standsFor(output: object, original: unknown): void {
  if (isOutput(original)) originals.set(output, original);
}

/** The resources of one program. */
export class Program {
  readonly entries: Entry[] = [];
  private readonly others: DocumentResource[] = [];
  /** The resources by their ids, as far as those are known. */
  private readonly ids = new Map<string, Entry[]>();
  private readonly entryOf = new Map<pulumi.Resource, Entry>();
  /** The names in the document, of resources of other providers too. */
  private readonly nameOf = new Map<pulumi.Resource, string>();
  private readonly names = new Names();
  private readonly properties = new Map(kinds().map(({ kind, properties }) => [kind, properties]));

  /** Collects a resource; undefined when it belongs to another provider, of which only name and type are kept. */
  add(registration: Registration): Entry | undefined {
    const { type, props, opts, resource, place } = registration;
    const kind = kindOf(type);
    const parent = (opts.parent as { __name?: unknown } | undefined)?.__name;
    const name = this.names.free(kind ?? type, registration.name, typeof parent === "string" ? parent : undefined);
    if (resource !== undefined) this.nameOf.set(resource, name);
    if (kind === undefined) {
      if (isForeign(type)) this.others.push({ kind: type, name });
      return undefined;
    }
    const args: { [property: string]: unknown } = {};
    for (const [property, value] of Object.entries(props)) if (value !== undefined) args[property] = settledNow(value);
    const entry: Entry = {
      kind, type, name, logicalName: registration.name, place, resource, version: opts.version, args, dependsOn: [],
      settled: Promise.resolve().then(async () => {
        entry.args = await this.args(kind, props);
        entry.dependsOn = await this.named(opts.dependsOn);
      }),
    };
    this.entries.push(entry);
    if (resource !== undefined) this.entryOf.set(resource, entry);
    // The id is there when the constructor has ended.
    void Promise.resolve().then(() => idOf(entry)?.promise()).then((id) => {
      if (typeof id === "string") this.ids.set(id, [...(this.ids.get(id) ?? []), entry]);
    }, () => undefined);
    return entry;
  }

  /** Takes over what others have made of its args since; whether that is any different. Unknown values are no news. */
  async update(entry: Entry, props: { [property: string]: unknown }): Promise<boolean> {
    const isIdOrUnknown = (value: unknown): boolean => /"(?:ref|unknown)":/.test(JSON.stringify(value) ?? "");
    let isNews = false;
    for (const [property, value] of Object.entries(await this.args(entry.kind, props))) {
      const before = entry.args[property];
      if (isIdOrUnknown(value) || isIdOrUnknown(before) || JSON.stringify(before) === JSON.stringify(value)) continue;
      entry.args[property] = value;
      isNews = true;
    }
    return isNews;
  }

  /** Inputs in the notation of a document. */
  async args(kind: CheckedKind, props: { [property: string]: unknown }): Promise<{ [property: string]: unknown }> {
    const args = Object.entries(props).filter(([, value]) => value !== undefined).map(async ([property, value]) => {
      const wanted = this.properties.get(kind)?.find(({ name }) => name === property)?.refersTo;
      return [property, await settled(value, this.linkTo(wanted))] as const;
    });
    return Object.fromEntries(await Promise.all(args));
  }

  /** The program as a document. */
  document(rest: Omit<Document, "resources">): Document {
    const resources = this.entries.map(({ type, name, args, dependsOn }): DocumentResource => ({ kind: type, name, args, dependsOn }));
    return { ...this.target(), ...rest, resources: [...resources, ...this.others] };
  }

  /** The entry that a diagnostic is about. */
  find(kind: string, name: string): Entry | undefined {
    return this.entries.find((entry) => entry.kind === kind && entry.name === name);
  }

  /** The provider package in use, which its resources name with its version. */
  private target(): { target?: string } {
    const namespaces = new Set(this.entries.map(({ type }) => type.replace(/^pulumi:providers:/, "").split(":")[0]));
    const version = this.entries.map((entry) => /^v?(\d+\.\d+\.\d+)$/.exec(entry.version ?? "")?.[1]).find((known) => known !== undefined);
    const [namespace] = namespaces;
    return namespaces.size === 1 && version !== undefined ? { target: `${namespace ?? ""}@${version}` } : {};
  }

  /**
   * An Output knows the resources it was made from. It is the id of one of them when it is that very Output, when it has
   * its value, or, as long as it is not known, when it comes from the only one of the wanted kind.
   */
  private linkTo(wanted: string | undefined): Link {
    return async (given, value) => {
      const output = originals.get(given) ?? given;
      const resources = await resourcesOf(output);
      const entries = resources.map((resource) => this.entryOf.get(resource)).filter((entry): entry is Entry => entry !== undefined);
      const ref = (entry: Entry | undefined): Mark | undefined => entry && { ref: entry.name };
      const itself = entries.find((entry) => idOf(entry) === output);
      if (itself !== undefined) return ref(itself);
      if (value === undefined) {
        const fitting = entries.filter(({ kind }) => kind === wanted);
        return fitting.length === 1 ? ref(fitting[0]) : undefined;
      }
      if (wanted === undefined || typeof value !== "string") return undefined;
      // A resource that it was made from may have passed on the id of another one, as in `network.projectId`.
      await Promise.all(entries.map((entry) => idOf(entry)?.promise()));
      const ofIt = this.ids.get(value) ?? [];
      if (ofIt.length > 0) return ref(ofIt.find(({ kind }) => kind === wanted) ?? ofIt[0]);
      // An id from another stack or another provider: it is no text of this program, and names nothing that is seen here.
      return resources.length > 0 && entries.length === 0 ? UNKNOWN : undefined;
    };
  }

  /** The names of the resources that something is made after. */
  private async named(dependsOn: unknown): Promise<string[]> {
    try {
      const list: unknown = isOutput(dependsOn) ? await dependsOn.promise() : await dependsOn;
      const items = await Promise.all((Array.isArray(list) ? (list as unknown[]) : [list]).map((item) => (isOutput(item) ? item.promise() : item)));
      return items.map((item) => this.nameOf.get(item as pulumi.Resource)).filter((name): name is string => name !== undefined);
    } catch {
      return [];
    }
  }
}

function idOf(entry: Entry): OutputInside | undefined {
  return (entry.resource as { id?: OutputInside } | undefined)?.id;
}
