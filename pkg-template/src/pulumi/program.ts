// The resources of a running program, collected as they are constructed, and the document of them.
import * as pulumi from "@pulumi/pulumi";
import {
  type Args,
  type Call,
  type CheckedKind,
  comingFrom,
  type Document,
  type DocumentResource,
  Ids,
  isForeign,
  kindOf,
  linked,
  Names,
  propertiesOf,
} from "../internal";
import {
  isOutput,
  isPlain,
  type Link,
  type OutputInside,
  resolved,
  resolvedNow,
  type UnknownItem,
} from "../values/from-pulumi";
import { holdsRefOrUnknown, isRef, ref, targetOf, UNKNOWN } from "../values/marks";
import { resourcesOf } from "./sdk";

/** A resource as its constructor was called. */
export interface Registration {
  /** Its type token. */
  type: string;
  /** Its logical name. */
  name: string;
  /** Its inputs: plain values, promises, Outputs. */
  props: Args;
  opts: pulumi.ResourceOptions;
  /** The resource itself. Its id and URN are there only when its constructor has ended. */
  resource?: pulumi.Resource | undefined;
  /** Where the program constructs it. */
  call?: Call | undefined;
  /** Inputs that its class does not pass on. */
  dropped?: string[];
  /** Whether it was seen on its way to the engine only: where its ids come from does not show there. */
  isSent?: boolean;
}

/** A resource of the provider packages in a running program. */
export interface Entry {
  readonly kind: CheckedKind;
  readonly type: string;
  /** Its name in the document: no other resource of its kind has it. */
  readonly name: string;
  readonly logicalName: string;
  readonly call: Call;
  readonly resource: pulumi.Resource | undefined;
  /** The version of the provider package, where the package says it. */
  readonly version: string | undefined;
  /** Its inputs as they were written, and those of them that its class does not pass on. */
  readonly inputs: Args;
  readonly dropped: string[];
  /** Its args in the notation of a document, as far as they have resolved. */
  args: Args;
  dependsOn: string[];
  /** Whether all of its args have resolved. */
  isResolved: boolean;
  /** Whether the engine has registered it. */
  isRegistered: boolean;
  /** Resolves when all of its args have. Never rejects. */
  readonly resolved: Promise<void>;
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
  private readonly ids = new Ids<Entry>();
  private readonly entryOf = new Map<pulumi.Resource, Entry>();
  /** The names in the document, of resources of other providers too. */
  private readonly nameOf = new Map<pulumi.Resource, string>();
  private readonly names = new Names();

  /** Collects a resource; undefined when it belongs to another provider, of which only name and type are kept. */
  add(registration: Registration): Entry | undefined {
    const { type, props, opts, resource, call = {}, dropped = [], isSent = false } = registration;
    const kind = kindOf(type);
    const parent = (opts.parent as { __name?: unknown } | undefined)?.__name;
    const name = this.names.free(kind ?? type, registration.name, typeof parent === "string" ? parent : undefined);
    if (resource !== undefined) this.nameOf.set(resource, name);
    if (kind === undefined) {
      if (isForeign(type)) this.others.push({ kind: type, name });
      return undefined;
    }
    const args: Args = {};
    for (const [property, value] of Object.entries(props))
      if (value !== undefined) args[property] = isSent ? UNKNOWN : resolvedNow(value);
    const entry: Entry = {
      kind,
      type,
      name,
      logicalName: registration.name,
      call,
      resource,
      version: opts.version,
      inputs: props,
      dropped,
      args,
      dependsOn: [],
      isResolved: false,
      isRegistered: false,
      resolved: Promise.resolve().then(async () => {
        entry.args = isSent ? await this.sentArgs(kind, props) : await this.args(kind, props);
        entry.dependsOn = await this.named(opts.dependsOn);
        entry.isResolved = true;
      }),
    };
    this.entries.push(entry);
    if (resource !== undefined) this.entryOf.set(resource, entry);
    // The id is there when the constructor has ended.
    void Promise.resolve()
      .then(() => idOf(entry)?.promise())
      .then(
        (id) => this.ids.note(id, entry),
        () => undefined,
      );
    return entry;
  }

  /**
   * Which of the entries of one type and name the engine shows. Children of two parents may have one name, and the
   * engine does not show the parent: then it is the one with these args. Undefined when that cannot be told.
   */
  async whichOf(namesakes: Entry[], props: Args): Promise<Entry | undefined> {
    if (namesakes.length < 2) return namesakes[0];
    const changes = await Promise.all(
      namesakes.map((entry) => (entry.isResolved ? this.changes(entry, props) : undefined)),
    );
    return namesakes.find((_, index) => changes[index]?.length === 0);
  }

  /** Takes over what others have made of its args since; whether that is any different. */
  async update(entry: Entry, props: Args): Promise<boolean> {
    const changes = await this.changes(entry, props);
    for (const [property, value] of changes) entry.args[property] = value;
    return changes.length > 0;
  }

  /** The args that are others than before. Ids and unknown values are not news. */
  private async changes(entry: Entry, props: Args): Promise<[property: string, value: unknown][]> {
    const sent = await this.sentArgs(entry.kind, props);
    const changes: [property: string, value: unknown][] = [];
    for (const property of new Set([...Object.keys(sent), ...Object.keys(entry.args)])) {
      const [before, now] = [entry.args[property] ?? undefined, sent[property] ?? undefined];
      const isLost = now === undefined && entry.dropped.includes(property);
      if (isLost || !isData(before) || holdsRefOrUnknown(before) || holdsRefOrUnknown(now)) continue;
      if (text(before) !== text(now)) changes.push([property, now]);
    }
    return changes;
  }

  /** Inputs in the notation of a document. */
  async args(kind: CheckedKind, props: Args): Promise<Args> {
    const args = Object.entries(props)
      .filter(([, value]) => value !== undefined)
      .map(async ([property, value]) => {
        return [property, await resolved(value, this.linkTo(this.wanted(kind, property)))] as const;
      });
    return Object.fromEntries(await Promise.all(args));
  }

  /**
   * The same of inputs on their way to the engine: an id there is a plain string, of which nobody knows where it
   * comes from.
   */
  private async sentArgs(kind: CheckedKind, props: Args): Promise<Args> {
    const args = await this.args(kind, props);
    for (const [property, value] of Object.entries(args)) {
      const wanted = this.wanted(kind, property);
      if (wanted === undefined) continue;
      args[property] = linked(value, {
        isUnknown: () => false,
        withId: (id) => this.ids.find(id, wanted),
        unknown: () => [],
        otherwise: (item) => (typeof item === "string" ? UNKNOWN : item),
      });
    }
    return args;
  }

  /** The kind of resource that a property has the id of. */
  private wanted(kind: CheckedKind, property: string): string | undefined {
    return propertiesOf(kind).find(({ name }) => name === property)?.refersTo;
  }

  /** The program as a document. */
  document(rest: Omit<Document, "resources">): Document {
    const resources = this.entries.map(
      ({ type, name, args, dependsOn }): DocumentResource => ({ kind: type, name, args, dependsOn }),
    );
    return { ...this.target(), ...rest, resources: [...resources, ...this.others] };
  }

  /** The entry that a diagnostic is about. */
  find(kind: string, name: string): Entry | undefined {
    return this.entries.find((entry) => entry.kind === kind && entry.name === name);
  }

  /** The provider package in use, which its resources name with its version. */
  private target(): { target?: string } {
    const target = targetOf(this.entries);
    return target === undefined ? {} : { target };
  }

  /**
   * An Output knows the resources it was made from. It is the id of one of them when it is that very Output, when it
   * has its value, or, as long as it is unknown, when it comes from the only one of the wanted kind.
   */
  private linkTo(wanted: string | undefined): Link {
    return async (given, value, unknownItem: UnknownItem = { index: 0, count: 1 }) => {
      const output = originals.get(given) ?? given;
      const resources = await resourcesOf(output);
      const entries = resources
        .map((resource) => this.entryOf.get(resource))
        .filter((entry): entry is Entry => entry !== undefined);
      const itself = entries.find((entry) => idOf(entry) === output);
      if (itself !== undefined) return ref(itself.name);
      // The id of another resource that one has passed on, as in `network.projectId`.
      for (const entry of entries) {
        const property = Object.keys(entry.inputs).find(
          (key) => (entry.resource as Args | undefined)?.[key] === output,
        );
        const passedOn = property === undefined ? undefined : this.wanted(entry.kind, property);
        if (property !== undefined && passedOn !== undefined)
          return idsIn(await resolved(entry.inputs[property], this.linkTo(passedOn)));
      }
      if (value === undefined) {
        const entry = wanted && comingFrom(entries, wanted, unknownItem.count)[unknownItem.index];
        return entry && ref(entry.name);
      }
      if (wanted === undefined || typeof value !== "string") return undefined;
      await Promise.all(entries.map((entry) => idOf(entry)?.promise()));
      // An id from another stack or another provider: it is not a string of this program, and names nothing that is
      // seen here.
      const entry = this.ids.find(value, wanted);
      return entry === undefined ? (resources.length > entries.length ? UNKNOWN : undefined) : ref(entry.name);
    };
  }

  /** The names of the resources that something is created after. */
  private async named(dependsOn: unknown): Promise<string[]> {
    try {
      const list: unknown = isOutput(dependsOn) ? await dependsOn.promise() : await dependsOn;
      const items = await Promise.all(
        (Array.isArray(list) ? (list as unknown[]) : [list]).map((item) => (isOutput(item) ? item.promise() : item)),
      );
      const names = items
        .flatMap((item) => withChildren(item as pulumi.Resource))
        .map((resource) => this.nameOf.get(resource));
      return names.filter((name): name is string => name !== undefined);
    } catch {
      return [];
    }
  }
}

/** A resource and, of a component, all that is in it: who waits for the component waits for that, too. */
function withChildren(resource: pulumi.Resource): pulumi.Resource[] {
  const { __childResources: children = [] } = resource as unknown as { __childResources?: Iterable<pulumi.Resource> };
  return pulumi.ComponentResource.isInstance(resource)
    ? [resource, ...[...children].flatMap(withChildren)]
    : [resource];
}

/** Whether a value is one that can be sent. Any other arrives as something that nobody wrote. */
function isData(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isData);
  if (typeof value === "object" && value !== null) return isPlain(value) && Object.values(value).every(isData);
  return typeof value === "number" ? Number.isFinite(value) : ["string", "boolean", "undefined"].includes(typeof value);
}

function text(value: unknown): string {
  return JSON.stringify(value) ?? "";
}

/** The references in a value. The rest of it is judged where it is written. */
function idsIn(value: unknown): unknown {
  if (Array.isArray(value)) return (value as unknown[]).map(idsIn);
  return typeof value === "object" && value !== null && isRef(value) ? value : UNKNOWN;
}

function idOf(entry: Entry): OutputInside | undefined {
  return (entry.resource as { id?: OutputInside } | undefined)?.id;
}
