// Which values are the ids of other resources of the stack. Pulumi says which resources each property comes from.
import type { Args } from "../internal";
import type { Ours } from "./subject";
import type { StackSubject } from "./types";
import { plain, UNKNOWN } from "./values";

/** A resource of a stack, with its name in the document. */
export interface Member {
  readonly resource: Ours;
  readonly source: StackSubject;
  readonly name: string;
}

/** The references among the resources of a stack. */
export class Links {
  private readonly byUrn: ReadonlyMap<string, Member>;

  constructor(private readonly all: readonly Member[]) {
    this.byUrn = new Map(all.map((member) => [member.source.urn, member]));
  }

  /** The same args with references in place of ids. An id that comes from nowhere is a string of the program. */
  linked({ resource, source }: Member, args: Args): Args {
    const result = { ...args };
    for (const { name, refersTo } of resource.properties) {
      const origins = source.propertyDependencies[name] ?? [];
      if (refersTo === undefined || origins.length === 0 || !(name in args)) continue;
      const fitting = this.members(origins).filter(({ resource }) => resource.kind === refersTo);
      result[name] = this.referring(
        plain(() => (source.props as Args)[name]),
        args[name],
        fitting,
      );
    }
    return result;
  }

  /** The resources that one is created after because the program says so, and not because it has values of theirs. */
  dependsOn({ source }: Member): string[] {
    const origins = new Set(
      Object.values(source.propertyDependencies)
        .flat()
        .map(({ urn }) => urn),
    );
    return this.members(source.dependencies.filter(({ urn }) => !origins.has(urn))).map(({ name }) => name);
  }

  private members(resources: readonly StackSubject[]): Member[] {
    return resources.map(({ urn }) => this.byUrn.get(urn)).filter((member): member is Member => member !== undefined);
  }

  /** A value, or each item of an array, as a reference where it is an id. `fitting`: what it may be the id of. */
  private referring(value: unknown, written: unknown, fitting: readonly Member[]): unknown {
    const unknown = (Array.isArray(value) ? (value as unknown[]) : [value]).filter((item) => item === UNKNOWN).length;
    // As many unknown ids as there are resources: each of them is one, in whatever order.
    const each = unknown === fitting.length ? [...fitting] : [];
    const one = (item: unknown, written: unknown): unknown => {
      const member = item === UNKNOWN ? (only(fitting) ?? each.shift()) : this.withId(item, fitting);
      return member === undefined ? written : { ref: member.name };
    };
    if (!Array.isArray(value)) return one(value, written);
    // An array that is secret as a whole stays as it is.
    return Array.isArray(written)
      ? (value as unknown[]).map((item, index) => one(item, (written as unknown[])[index]))
      : written;
  }

  /** The resource that has this id; where ids are not shown, the only one that fits. */
  private withId(id: unknown, fitting: readonly Member[]): Member | undefined {
    if (typeof id !== "string") return undefined;
    return (
      this.all.find((member) => idOf(member) === id) ??
      (fitting.every((member) => idOf(member) === undefined) ? only(fitting) : undefined)
    );
  }
}

function idOf({ source }: Member): unknown {
  return plain(() => (source.props as Args).id);
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
