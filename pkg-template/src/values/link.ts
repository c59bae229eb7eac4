// Which names resources have in a document, and which values are the ids of other resources.
import { catalogue } from "../catalogue";
import { Limit } from "../generated/boundary";
import { namespaceOf, ref } from "./marks";

let namespaces: Set<string> | undefined;

/** Whether a type token is that of another provider. The provider packages may have kinds that are not known here. */
export function isForeign(type: string): boolean {
  namespaces ??= new Set(catalogue().packages.map(({ namespace }) => namespace));
  return type.includes(":") && !namespaces.has(namespaceOf(type));
}

/**
 * The names of resources in a document. Pulumi's are unique among the children of one parent, a document's in the whole
 * program.
 */
export class Names {
  private readonly taken = new Set<string>();
  /** The last number that was given to each name. */
  private readonly counts = new Map<string, number>();

  /** A name that no other resource of the kind has: its own, else with that of its parent, else another, else a number. */
  free(kind: string, name: string, parent?: string, other?: string): string {
    const candidates = [name, parent === undefined ? undefined : `${parent}/${name}`, other];
    let free = candidates.find((candidate) => candidate !== undefined && !this.taken.has(`${kind} ${candidate}`));
    while (free === undefined) {
      const count = (this.counts.get(`${kind} ${name}`) ?? 1) + 1;
      this.counts.set(`${kind} ${name}`, count);
      const candidate = `${name} (${count})`;
      if (!this.taken.has(`${kind} ${candidate}`)) free = candidate;
    }
    this.taken.add(`${kind} ${free}`);
    return free;
  }
}

/** A resource that others may refer to. */
export interface Linkable {
  readonly kind: string | undefined;
  /** Its name in the document. */
  readonly name: string;
}

/** Resources by their ids, as far as those are known. */
export class Ids<T extends Linkable> {
  /** By id, then by kind; that of any kind is the first. */
  private readonly all = new Map<string, Map<string | undefined, T>>();

  /** Notes an id. Where there is none yet, engines write an empty one. */
  note(id: unknown, resource: T): void {
    if (typeof id !== "string" || id === "") return;
    const having = this.all.get(id) ?? new Map<string | undefined, T>();
    if (having.size === 0) this.all.set(id, having);
    if (!having.has(resource.kind)) having.set(resource.kind, resource);
  }

  /** The resource that has an id, one of the wanted kind if there are several. */
  find(id: string, wanted: string): T | undefined {
    const having = this.all.get(id);
    return having?.get(wanted) ?? having?.values().next().value;
  }
}

/**
 * The resources that unknown ids are those of: as many of the wanted kind as there are ids among those that the value
 * comes from. It may also be what one of another kind has passed on, or what was looked up with the id of one.
 */
export function comingFrom<T extends Linkable>(origins: readonly T[], wanted: string, count: number): readonly T[] {
  const fitting = origins.filter(({ kind }) => kind === wanted);
  return fitting.length === count ? fitting : [];
}

/** What tells which ids are in a value. */
export interface Linking {
  isUnknown: (item: unknown, index: number) => boolean;
  /** The resource that has this id. */
  withId: (id: string) => { readonly name: string } | undefined;
  /** The resources that so many unknown ids are those of, each in its place; none where that is not certain. */
  unknown: (count: number) => readonly { readonly name: string }[];
  /** What is written of an item that is not the id of a resource. */
  otherwise: (item: unknown, index: number) => unknown;
}

/** A value that may be an id, or an array of ids, with references in place of the ids of resources. */
export function linked(value: unknown, { isUnknown, withId, unknown, otherwise }: Linking): unknown {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  // No input has so many: the core says so.
  if (items.length > (Limit.Values as number)) return value;
  const count = items.filter(isUnknown).length;
  const later = count === 0 ? [] : [...unknown(count)];
  const one = (item: unknown, index: number): unknown => {
    const resource = isUnknown(item, index) ? later.shift() : typeof item === "string" ? withId(item) : undefined;
    return resource === undefined ? otherwise(item, index) : ref(resource.name);
  };
  return Array.isArray(value) ? items.map(one) : one(value, 0);
}
