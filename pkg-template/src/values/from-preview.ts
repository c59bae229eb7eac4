// What `pulumi preview --json` and `pulumi stack export` print: the states of resources, as documents.
import type { Document, DocumentResource } from "../document";
import type { Step } from "../edits";
import type { CheckedKind, Location } from "../generated/api";
import type { EngineStep } from "../generated/boundary";
import { kindOf, propertiesOf } from "../kinds";
import { list, own, plain, type Plain, put, textOf } from "./data";
import { comingFrom, Ids, isForeign, linked, Names } from "./link";
import {
  holdsSpecial,
  isDefaultProvider,
  isNote,
  isOfPulumi,
  isPrintedUnknown,
  isStack,
  marked,
  namespaceOf,
  printedText,
  targetOf,
  urnParts,
} from "./marks";
import { secretsOfProperty } from "./secrets";
import type { Origin, Translation } from "./translation";

/** A state with its path in the file. */
interface Placed {
  state: Plain;
  path: Step[];
}

/** A resource with its states. */
interface Seen {
  urn: string;
  type: string;
  kind: CheckedKind | undefined;
  /** Its logical name; once all are seen, that in the documents. */
  name: string;
  old?: Placed;
  new?: Placed;
  /** The ids that it has or had, of each side. */
  ids: { old: unknown[]; new: unknown[] };
  /** What the engine says of it, in order. */
  steps: unknown[];
}

/** A setting of the provider, with its path in the file. */
interface Setting {
  /** As in the configuration of a stack: `eventstorecloud:url`. */
  key: string;
  value: unknown;
  path: Step[];
}

/** The resources before and after a change. A step that cannot be read is left out. */
export function fromPreview(preview: unknown): Translation {
  const seen = new Map<string, Seen>();
  for (const [at, step] of list(own(preview, "steps")).entries()) {
    const [oldState, newState] = [own(step, "oldState"), own(step, "newState")];
    const found = seenAs(seen, textOf(own(step, "urn")) ?? urnOf(newState) ?? urnOf(oldState));
    if (found === undefined) continue;
    found.steps.push(step);
    // A replacement has several steps of one resource: the first state counts.
    if (isManaged(oldState)) found.old ??= { state: oldState, path: ["steps", at, "oldState"] };
    if (isManaged(newState)) found.new ??= { state: newState, path: ["steps", at, "newState"] };
    found.ids.old.push(own(oldState, "id"));
    // What stays has its id on both sides; one that is deleted after its replacement takes it along.
    found.ids.new.push(own(newState, "id"), own(oldState, "delete") === true ? undefined : own(oldState, "id"));
  }
  const settings = Object.entries(plain(own(preview, "config")))
    .filter(([key]) => key.includes(":") && !isForeign(key))
    .map(([key, value]): Setting => ({ key, value, path: ["config", key] }));
  const hasFailed = list(own(preview, "diagnostics")).some((diagnostic) => own(diagnostic, "severity") === "error");
  const { before, ...after } = documents([...seen.values()], settings);
  const secrets = (): Step[][] => [
    ...after.secrets(),
    ...Object.keys(plain(own(preview, "config"))).map((key): Step[] => ["config", key]),
  ];
  return { before, ...after, secrets, ...(hasFailed ? { doubt: FAILED } : {}) };
}

const FAILED = "the preview itself failed, so resources may be missing in it";

/** The resources of a stack. */
export function fromStack(stack: unknown): Translation {
  const seen = new Map<string, Seen>();
  for (const [at, state] of list(own(own(stack, "deployment"), "resources")).entries()) {
    // An old one that its replacement has outlived is no longer of the program.
    if (!isManaged(state) || own(state, "delete") === true) continue;
    const found = seenAs(seen, urnOf(state));
    if (found === undefined) continue;
    found.new ??= { state, path: ["deployment", "resources", at] };
    found.ids.new.push(own(state, "id"));
  }
  const all = [...seen.values()];
  return { ...documents(all, settingsOf(all)), before: null, steps: [] };
}

/** Where a resource is noted; undefined when it is none. */
function seenAs(seen: Map<string, Seen>, urn: string | undefined): Seen | undefined {
  const parts = urn === undefined ? undefined : urnParts(urn);
  if (urn === undefined || parts === undefined) return undefined;
  let found = seen.get(urn);
  if (found === undefined) {
    const { type, name } = parts;
    found = { urn, type, kind: kindOf(type), name, ids: { old: [], new: [] }, steps: [] };
    seen.set(urn, found);
  }
  return found;
}

function urnOf(state: unknown): string | undefined {
  return textOf(own(state, "urn"));
}

/** Whether there is a state, of a resource that the program manages and does not only read. */
function isManaged(state: unknown): state is Plain {
  return Object.keys(plain(state)).length > 0 && own(state, "external") !== true;
}

/** The configuration of the stack as the provider has it that Pulumi made of it. */
function settingsOf(all: readonly Seen[]): Setting[] {
  return all
    .filter(({ kind, name }) => isDefaultProvider(kind, name))
    .flatMap(({ type, new: placed }) =>
      Object.entries(plain(own(placed?.state, "inputs")))
        .filter(([name]) => !isNote(name))
        .map(([name, value]) => ({
          key: `${namespaceOf(type)}:${name}`,
          value,
          path: [...(placed?.path ?? []), "inputs", name],
        })),
    );
}

function documents(all: readonly Seen[], settings: readonly Setting[]): Translation {
  // Providers that Pulumi makes of the configuration are not of the program.
  const members = all.filter(({ type, kind, name }) =>
    kind === undefined ? isForeign(type) && !isOfPulumi(type) : !isDefaultProvider(kind, name),
  );
  const names = new Names();
  // What is there after the change keeps its name, whatever is deleted beside it.
  for (const member of members.filter((one) => one.new))
    member.name = names.free(member.kind ?? member.type, member.name, parentOf(member));
  for (const member of members.filter((one) => !one.new))
    member.name = names.free(member.kind ?? member.type, member.name, parentOf(member), member.urn);
  const after = new Side(members, "new");
  const before = new Side(members, "old", after);
  const target = targetOf(providersIn(all));
  // Providers of several versions have the same settings: the first counts.
  const byKey = new Map([...settings].reverse().map((setting) => [setting.key, setting]));
  const configuration = Object.fromEntries([...byKey.values()].map(({ key, value }) => [key, written(value)]));
  return {
    before: before.document(),
    after: {
      ...(byKey.size === 0 ? {} : { configuration }),
      ...(target === undefined ? {} : { target }),
      ...after.document(),
    },
    steps: members.flatMap((member) => engineStep(member) ?? []),
    origins: after.origins(),
    top: ([first, key]) => (first === "configuration" ? (byKey.get(String(key))?.path ?? []) : []),
    secrets: () => [...after.secrets(), ...settings.map(({ path }) => path)],
  };
}

function parentOf({ new: now, old }: Seen): string | undefined {
  const parent = urnParts(textOf(own((now ?? old)?.state, "parent")) ?? "");
  return parent === undefined || isStack(parent.type) ? undefined : parent.name;
}

/** The providers of the packages, with the versions that they have. */
function providersIn(all: readonly Seen[]): { type: string; version: unknown }[] {
  return all
    .filter(({ kind, new: now }) => kind === "Provider" && now !== undefined)
    .map(({ type, new: now }) => ({
      type,
      version: own(own(now?.state, "inputs"), "version") ?? own(own(now?.state, "outputs"), "version"),
    }));
}

/** The resources as they are on one side of the change. */
class Side {
  private readonly members: { member: Seen; placed: Placed }[];
  private readonly byUrn = new Map<string, Seen>();
  private readonly ids = new Ids<Seen>();

  constructor(
    all: readonly Seen[],
    side: "old" | "new",
    /** That after the change, of the one before: an id that it tells, such as that of an import, is the same one before. */
    private readonly after?: Side,
  ) {
    this.members = all.flatMap((member) => {
      const placed = member[side];
      return placed === undefined ? [] : [{ member, placed }];
    });
    for (const { member, placed } of this.members) {
      this.byUrn.set(member.urn, member);
      // Under an alias, it had another one.
      this.byUrn.set(urnOf(placed.state) ?? member.urn, member);
      if (member.kind !== undefined) for (const id of member.ids[side]) this.ids.note(id, member);
    }
  }

  document(): Document {
    return { resources: this.members.map(({ member, placed }) => this.resource(member, placed.state)) };
  }

  origins(): Origin[] {
    return this.members.map(({ placed: { path } }) => ({ resource: path, args: [...path, "inputs"] }));
  }

  secrets(): Step[][] {
    return this.members.flatMap(({ member: { kind }, placed: { state, path } }) =>
      Object.entries(kind === undefined ? {} : plain(own(state, "inputs"))).flatMap(([property, value]) => {
        const location = [...path, "inputs", property];
        return holdsSpecial(value) ? [location] : secretsOfProperty(kind, property, value, location);
      }),
    );
  }

  private resource({ kind, type, name }: Seen, state: Plain): DocumentResource {
    if (kind === undefined) return { kind: type, name };
    return { kind: type, name, args: this.args(kind, state), dependsOn: this.dependsOn(state) };
  }

  private args(kind: CheckedKind, state: Plain): Plain {
    const properties = propertiesOf(kind);
    const inputs = plain(own(state, "inputs"));
    // What the provider filled in because the program left it out.
    const defaults = list(own(inputs, "__defaults"));
    const args = {};
    for (const [property, value] of Object.entries(inputs)) {
      const known = properties.find(({ name }) => name === property);
      const isOfProvider = kind === "Provider" && known === undefined;
      if (isNote(property) || defaults.includes(property) || known?.computed === true || isOfProvider) continue;
      const wanted = known?.refersTo;
      put(args, property, wanted === undefined ? written(value) : this.linked(state, property, value, wanted));
    }
    return args;
  }

  /** An id, or a list of ids, as references. */
  private linked(state: Plain, property: string, value: unknown, wanted: string): unknown {
    return linked(value, {
      isUnknown: isPrintedUnknown,
      withId: (id) => this.ids.find(id, wanted) ?? this.after?.ids.find(id, wanted),
      unknown: (count) => {
        const origins = this.named(list(own(own(state, "propertyDependencies"), property)));
        return comingFrom(origins, wanted, count);
      },
      otherwise: written,
    });
  }

  /** The resources that one is made after because the program says so, and not because it has values of theirs. */
  private dependsOn(state: Plain): string[] {
    const origins = new Set(Object.values(plain(own(state, "propertyDependencies"))).flatMap(list));
    return this.named(list(own(state, "dependencies")).filter((urn) => !origins.has(urn))).map(({ name }) => name);
  }

  private named(urns: readonly unknown[]): Seen[] {
    return urns.map((urn) => this.byUrn.get(String(urn))).filter((found): found is Seen => found !== undefined);
  }
}

function written(value: unknown): unknown {
  return marked(value, printedText, { isPrinted: true });
}

/** What the engine says of one resource. */
function engineStep({ urn, kind, name, steps }: Seen): EngineStep | undefined {
  if (kind === undefined || steps.length === 0) return undefined;
  const states = (side: string): Plain[] =>
    steps.map((step) => plain(own(step, side))).filter((state) => Object.keys(state).length > 0);
  const [old, now] = [states("oldState"), states("newState")];
  const texts = (value: unknown): string[] => list(value).filter((item) => typeof item === "string");
  const step: EngineStep = { resource: { kind, name }, operations: texts(steps.map((step) => own(step, "op"))) };
  const replaceReasons = texts(steps.map((step) => own(step, "replaceReasons")).find(Array.isArray));
  if (replaceReasons.length > 0) step.replaceReasons = replaceReasons;
  // What holds of what exists; of what does not, what will.
  const existing = old.length > 0 ? old : now;
  for (const flag of ["pendingReplacement", "delete", "protect", "retainOnDelete", "taint", "external"] as const)
    if (existing.some((state) => own(state, flag) === true)) step[flag] = true;
  const importId = [...now, ...old].map((state) => textOf(own(state, "importID"))).find(Boolean);
  if (importId !== undefined) step.importId = importId;
  const movedFrom = old.map(urnOf).find((before) => before !== undefined && before !== urn);
  if (movedFrom !== undefined) step.movedFrom = movedFrom;
  // Of what is deleted, the engine knows where it was written once.
  const location = now.map((state) => locationOf(own(state, "sourcePosition"))).find(Boolean);
  if (location !== undefined) step.location = location;
  return step;
}

/** `project:///index.ts#35,5` */
function locationOf(position: unknown): Location | undefined {
  const [, file, line, column] = /^project:\/\/\/(.+)#(\d{1,9}),(\d{1,9})$/s.exec(textOf(position) ?? "") ?? [];
  // What is no Unicode text is no file either.
  return file === undefined || /\p{Surrogate}/u.test(file)
    ? undefined
    : { file, start: { line: Number(line), column: Number(column) } };
}
