// Which values are the ids of other resources of the stack. Pulumi says which resources each property comes from.
import { type Args, comingFrom, Ids, linked } from "../internal";
import { plain } from "../values/from-policy";
import { UNKNOWN } from "../values/marks";
import type { Ours } from "./subject";
import type { StackSubject } from "./types";

/** A resource of a stack, with its kind and its name in the document. */
export interface Member {
  readonly resource: Ours;
  readonly kind: string;
  readonly source: StackSubject;
  readonly name: string;
}

/** The references among the resources of a stack. */
export class Links {
  private readonly byUrn: ReadonlyMap<string, Member>;
  private readonly ids = new Ids<Member>();

  constructor(all: readonly Member[]) {
    this.byUrn = new Map(all.map((member) => [member.source.urn, member]));
    for (const member of all) this.ids.note(idOf(member), member);
  }

  /** The same args with references in place of ids. An id that comes from nowhere is a string of the program. */
  linked({ resource, source }: Member, args: Args): Args {
    const result = { ...args };
    for (const { name, refersTo } of resource.properties) {
      const origins = source.propertyDependencies[name] ?? [];
      if (refersTo === undefined || origins.length === 0 || !(name in args)) continue;
      const value = plain(() => (source.props as Args)[name]);
      result[name] = this.referring(value, args[name], this.members(origins), refersTo);
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

  /** A value, or each item of an array, as a reference where it is an id. `origins`: what it may be the id of. */
  private referring(value: unknown, written: unknown, origins: readonly Member[], wanted: string): unknown {
    // An array that is secret as a whole stays as it is.
    if (Array.isArray(value) && !Array.isArray(written)) return written;
    return linked(value, {
      isUnknown: (item) => item === UNKNOWN,
      withId: (id) => this.ids.find(id, wanted) ?? hidden(origins, wanted),
      unknown: (count) => comingFrom(origins, wanted, count),
      otherwise: (_, index) => (Array.isArray(written) ? (written as unknown[])[index] : written),
    });
  }
}

/** Where ids are not shown: the only resource that fits. */
function hidden(origins: readonly Member[], wanted: string): Member | undefined {
  const fitting = comingFrom(origins, wanted, 1);
  return fitting.find((member) => idOf(member) === undefined);
}

function idOf({ source }: Member): unknown {
  return plain(() => (source.props as Args).id);
}
