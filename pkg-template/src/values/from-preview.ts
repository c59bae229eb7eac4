// What `pulumi preview --json` and `pulumi stack export` print: the states of resources, as documents.
import type { Document, DocumentResource } from "../document";
import type { Step } from "../edits";
import type { CheckedKind, Location, ResourceState } from "../generated/api";
import type { EngineReport, EngineStep } from "../generated/boundary";
import { kindOf, propertiesOf } from "../kinds";
import { list, own, plain, type Plain, put, textOf } from "./data";
import { differing, existing, RUNS } from "./existing";
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
  UNKNOWN,
  urnParts,
} from "./marks";
import { isRead, Reads } from "./preview-reads";
import { secretsOfProperty } from "./secrets";
import type { Origin, Translation } from "./translation";

/** A state with its path in the file. */
interface Placed {
  state: Plain;
  path: Step[];
  /** Its values, where these are not its inputs. */
  values?: Plain;
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
  /** What the engine says of it. */
  standings: ResourceState[];
  /** Its state after a refresh, and the one before, which the program wrote. */
  refreshed?: Placed;
  written?: Placed;
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

/** The resources before and after a change, and what the engine does. A step that cannot be read is left out. */
export function fromPreview(preview: unknown): Translation {
  const seen = new Map<string, Seen>();
  const beside: Beside[] = [];
  const reads = new Reads();
  for (const [at, step] of list(own(preview, "steps")).entries()) {
    const [oldState, newState] = [own(step, "oldState"), own(step, "newState")];
    const urn = textOf(own(step, "urn")) ?? urnOf(newState) ?? urnOf(oldState);
    reads.note(urn, newState, oldState, ["steps", at, "newState"]);
    // What is only read, and what a replacement has left behind, has the name of nothing in the program.
    const state = isOnlyRead(step) ? newState : isLeftBehind(step) ? oldState : undefined;
    if (state !== undefined && urn !== undefined) {
      const operation = textOf(own(step, "op")) ?? "";
      if (!(isRead(state) && isLeftBehind(step))) beside.push({ urn, state: plain(state), operation });
      continue;
    }
    const found = seenAs(seen, urn);
    if (found === undefined) continue;
    found.steps.push(step);
    const isRefresh = own(step, "op") === "refresh" || isFound(step);
    if (isRefresh && isManaged(newState)) {
      found.refreshed = { state: newState, path: ["steps", at, "newState"] };
      if (isManaged(oldState)) found.written = { state: oldState, path: ["steps", at, "oldState"] };
    }
    // A replacement has several steps of one resource: the first state counts. A refresh comes before all of them.
    if (!isRefresh && isManaged(oldState)) found.old ??= { state: oldState, path: ["steps", at, "oldState"] };
    if (!isRefresh && isManaged(newState)) found.new ??= { state: newState, path: ["steps", at, "newState"] };
    found.ids.old.push(own(oldState, "id"));
    // What stays has its id on both sides; one that is deleted after its replacement takes it along.
    found.ids.new.push(own(newState, "id"), own(oldState, "delete") === true ? undefined : own(oldState, "id"));
  }
  // What is refreshed and then left alone has no other step.
  for (const found of seen.values()) {
    if (found.refreshed === undefined || found.old !== undefined || found.new !== undefined) continue;
    // What the program says is what it said last, and not what was found.
    found.old = found.written ?? found.refreshed;
    found.new = found.old;
  }
  const settings = Object.entries(plain(own(preview, "config")))
    .filter(([key]) => key.includes(":") && !isForeign(key))
    .map(([key, value]): Setting => ({ key, value, path: ["config", key] }));
  const hasFailed = list(own(preview, "diagnostics")).some((diagnostic) => own(diagnostic, "severity") === "error");
  const { before, planned, ...after } = documents([...seen.values()], settings, reads);
  const secrets = (): Step[][] => [
    ...after.secrets(),
    ...Object.keys(plain(own(preview, "config"))).map((key): Step[] => ["config", key]),
  ];
  const { resources, steps: others } = othersIn(beside);
  const unlisted = unlistedIn(preview, [...seen.values()]);
  const report: EngineReport = {
    steps: [...seen.values()].flatMap((member) => engineStep(member) ?? []),
    others,
    failed: hasFailed,
    unlisted,
  };
  return {
    before,
    ...after,
    secrets,
    plan: { report, others: { resources }, after: planned },
    ...(hasFailed ? { doubt: FAILED } : {}),
    ...(unlisted === 0 ? {} : { note: unlistedText(unlisted) }),
  };
}

/** A resource that is not of the program. */
interface Beside {
  urn: string;
  state: Plain;
  /** What the engine does to it. */
  operation: string;
}

/** Resources beside the program, with what the engine does to each. */
interface Others {
  resources: DocumentResource[];
  steps: EngineStep[];
}

/** The resources of a stack that earlier replacements could not delete, with what the next run does to them. */
export function leftBehind(stack: unknown): Others {
  const states = list(own(own(stack, "deployment"), "resources"));
  const left = states.filter((state) => own(state, "delete") === true && !isRead(state));
  return othersIn(left.map((state) => ({ urn: urnOf(state) ?? "", state: plain(state), operation: "delete" })));
}

function othersIn(beside: readonly Beside[]): Others {
  const others: Others = { resources: [], steps: [] };
  for (const { urn, state, operation } of beside) {
    const { type, name } = urnParts(urn) ?? { type: "", name: "" };
    const kind = kindOf(type);
    if (kind === undefined || isDefaultProvider(kind, name)) continue;
    others.resources.push({ kind, name, args: argsOf(kind, state, written) });
    // What is retained lives on when it is deleted.
    const isRetained = own(state, "retainOnDelete") === true;
    const step: EngineStep = { resource: { kind, name }, id: urn, operations: [operation] };
    others.steps.push(isRetained ? { ...step, retainOnDelete: true } : step);
  }
  return others;
}

/** Whether a step is of what the program reads and has not managed before. */
function isOnlyRead(step: unknown): boolean {
  return isRead(own(step, "newState")) && !isManaged(own(step, "oldState"));
}

/** Whether a step deletes what an earlier replacement could not. */
function isLeftBehind(step: unknown): boolean {
  return own(step, "op") === "delete" && own(own(step, "oldState"), "delete") === true;
}

/**
 * Whether a step is what a refresh has found, although it is called an update: what a program leads to has no answers of the
 * service yet.
 */
function isFound(step: unknown): boolean {
  const [inputs, outputs] = ["inputs", "outputs"].map((side) => plain(own(own(step, "newState"), side)));
  return own(step, "op") === "update" && Object.keys(outputs!).some((name) => !(name in inputs!));
}

/** How many resources stay without being listed: a preview says how many stay, and lists them only when asked. */
function unlistedIn(preview: unknown, seen: readonly Seen[]): number {
  const same = own(own(preview, "changeSummary"), "same");
  if (typeof same !== "number" || Number.isNaN(same)) return 0;
  const listed = list(own(preview, "steps")).filter((step) => own(step, "op") === "same").length;
  const refreshed = seen.filter(({ steps }) => steps.every((step) => own(step, "op") === "refresh")).length;
  return Math.min(Math.max(0, Math.floor(same) - listed - refreshed), 0xffffffff);
}

function unlistedText(count: number): string {
  const [resources, are, them] = count === 1 ? ["resource", "is", "it"] : ["resources", "are", "them"];
  return `${count} unchanged ${resources} ${are} not in this preview; \`--show-sames\` lists ${them}`;
}

const FAILED = "the preview itself failed, so resources may be missing in it; its `diagnostics` say why";

/** The resources of a stack, with what its state says of each. */
export function fromStack(stack: unknown): Translation {
  const seen = new Map<string, Seen>();
  const left: Placed[] = [];
  const reads = new Reads();
  for (const [at, state] of list(own(own(stack, "deployment"), "resources")).entries()) {
    const path = ["deployment", "resources", at];
    if (own(state, "delete") !== true) reads.note(urnOf(state), state, undefined, path);
    if (!isManaged(state)) continue;
    const placed = { state, path };
    // An old one that its replacement has outlived is no longer of the program.
    if (own(state, "delete") === true) left.push(placed);
    else take(seenAs(seen, urnOf(state)), placed, standingsIn(state));
  }
  // A provider is nothing that lives on, and what is retained is only forgotten.
  const isLeft = ({ state }: Placed): boolean => {
    const kind = kindOf(urnParts(urnOf(state) ?? "")?.type ?? "");
    return kind !== undefined && kind !== "Provider" && own(state, "retainOnDelete") !== true;
  };
  // It is said of its replacement, or of itself where that has gone, too.
  for (const placed of left.filter(isLeft)) {
    const found = seenAs(seen, urnOf(placed.state));
    if (found === undefined) continue;
    // What else the state says of an old one changes nothing.
    if (found.new === undefined) take(found, placed, []);
    if (!found.standings.includes("leftBehind")) found.standings.push("leftBehind");
  }
  const all = [...seen.values()];
  const { planned: _, ...translation } = documents(all, settingsOf(all), reads);
  return { ...translation, before: null };
}

/** Notes a resource of a stack. The first state counts. */
function take(found: Seen | undefined, placed: Placed, standings: ResourceState[]): void {
  if (found === undefined) return;
  found.ids.new.push(own(placed.state, "id"));
  if (found.new !== undefined) return;
  found.new = placed;
  found.standings = standings;
}

/** What a state says of a resource beside its values. Never the errors themselves: they may hold secrets. */
function standingsIn(state: Plain): ResourceState[] {
  const said: [ResourceState, boolean][] = [
    ["tainted", own(state, "taint") === true],
    ["failed", list(own(state, "initErrors")).length > 0],
    ["pendingReplacement", own(state, "pendingReplacement") === true],
    ["protected", own(state, "protect") === true],
    ["retained", own(state, "retainOnDelete") === true],
  ];
  return said.filter(([, isSaid]) => isSaid).map(([word]) => word);
}

/** Where a resource is noted; undefined when it is none. */
function seenAs(seen: Map<string, Seen>, urn: string | undefined): Seen | undefined {
  const parts = urn === undefined ? undefined : urnParts(urn);
  if (urn === undefined || parts === undefined) return undefined;
  let found = seen.get(urn);
  if (found === undefined) {
    const { type, name } = parts;
    found = { urn, type, kind: kindOf(type), name, ids: { old: [], new: [] }, standings: [], steps: [] };
    seen.set(urn, found);
  }
  return found;
}

function urnOf(state: unknown): string | undefined {
  return textOf(own(state, "urn"));
}

/** Whether there is a state, of a resource that the program manages and does not only read. */
function isManaged(state: unknown): state is Plain {
  return Object.keys(plain(state)).length > 0 && !isRead(state);
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

/** The resources before and after a change. A plan of it has nothing to do with what is only read. */
function documents(
  all: readonly Seen[],
  settings: readonly Setting[],
  reads: Reads,
): Translation & { planned: Document } {
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
  const planned = new Side(members, "new");
  const before = new Side(members, "old", planned);
  const managed = members.flatMap(({ kind, ids }) => [...ids.old, ...ids.new].map((id) => ({ kind, id })));
  const read = reads.without(managed).map(({ state, path, values, ids, ...one }): Seen => {
    const name = names.free(one.kind, one.name, parentName(state), one.urn);
    return { ...one, name, new: { state, path, values }, ids: { old: [], new: ids }, standings: ["read"], steps: [] };
  });
  const after = read.length === 0 ? planned : new Side([...members, ...read], "new");
  const target = targetOf(providersIn(all));
  // Providers of several versions have the same settings: the first counts.
  const byKey = new Map([...settings].reverse().map((setting) => [setting.key, setting]));
  const configuration = Object.fromEntries([...byKey.values()].map(({ key, value }) => [key, written(value)]));
  // What it lacks matters beside providers of the program.
  const hasProviders = members.some(({ kind, new: now }) => kind === "Provider" && now !== undefined);
  const around = {
    ...(byKey.size === 0 && !hasProviders ? {} : { configuration }),
    ...(target === undefined ? {} : { target }),
  };
  return {
    before: before.document(),
    after: { ...around, ...after.document() },
    planned: { ...around, ...planned.document() },
    origins: after.origins(),
    top: ([first, key]) => (first === "configuration" ? (byKey.get(String(key))?.path ?? []) : []),
    secrets: () => [...after.secrets(), ...settings.map(({ path }) => path)],
  };
}

function parentOf({ new: now, old }: Seen): string | undefined {
  return parentName((now ?? old)?.state);
}

function parentName(state: unknown): string | undefined {
  const parent = urnParts(textOf(own(state, "parent")) ?? "");
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
    private readonly side: "old" | "new",
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
      // An id that it has from another one is that of the other: a replica set goes by the id of its cluster.
      const given = Object.values(placed.values ?? plain(own(placed.state, "inputs")));
      const ownIds = member.ids[side].filter((id) => !given.includes(id));
      if (member.kind !== undefined) for (const id of ownIds) this.ids.note(id, member);
    }
  }

  document(): Document {
    return { resources: this.members.map(({ member, placed }) => this.resource(member, placed)) };
  }

  origins(): Origin[] {
    return this.members.map(({ placed: { state, path } }) => {
      const location = locationOf(state);
      return { resource: path, args: [...path, "inputs"], ...(location === undefined ? {} : { location }) };
    });
  }

  secrets(): Step[][] {
    return this.members.flatMap(({ member: { kind }, placed: { state, path, values } }) =>
      ["inputs", ...(values === undefined ? [] : ["outputs"])].flatMap((part) =>
        Object.entries(kind === undefined ? {} : plain(own(state, part))).flatMap(([property, value]) => {
          const location = [...path, part, property];
          return holdsSpecial(value) ? [location] : secretsOfProperty(kind, property, value, location);
        }),
      ),
    );
  }

  private resource(member: Seen, { state, values }: Placed): DocumentResource {
    const { kind, type, name, standings } = member;
    if (kind === undefined) return { kind: type, name };
    const said = values === undefined ? state : { ...state, inputs: values };
    return {
      ...{ kind: type, name, args: this.args(kind, said, member), ...this.provider(state) },
      dependsOn: this.dependsOn(state),
      ...(standings.length === 0 ? {} : { state: standings }),
      ...(this.side === "new" && values === undefined ? moment(kind, member) : {}),
    };
  }

  /** The provider that a resource uses, as `URN::ID`; nothing where it is the default one. */
  private provider(state: Plain): Pick<DocumentResource, "provider"> {
    const [, urn = ""] = /^(.*)::/s.exec(textOf(own(state, "provider")) ?? "") ?? [];
    const { type = "", name = "" } = urnParts(urn) ?? {};
    if (kindOf(type) !== "Provider" || isDefaultProvider("Provider", name)) return {};
    return { provider: this.byUrn.get(urn)?.name ?? UNKNOWN };
  }

  private args(kind: CheckedKind, state: Plain, member: Seen): Plain {
    return argsOf(kind, this.side === "old" ? answered(state, member) : state, (value, property, wanted) =>
      wanted === undefined ? written(value) : this.linked(state, property, value, wanted),
    );
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

/** The args of a state. */
function argsOf(
  kind: CheckedKind,
  state: Plain,
  write: (value: unknown, property: string, refersTo: string | undefined) => unknown,
): Plain {
  const properties = propertiesOf(kind);
  const inputs = plain(own(state, "inputs"));
  // What the provider filled in because the program left it out.
  const defaults = list(own(inputs, "__defaults"));
  const args = {};
  for (const [property, value] of Object.entries(inputs)) {
    const known = properties.find(({ name }) => name === property);
    const isOfProvider = kind === "Provider" && known === undefined;
    if (isNote(property) || defaults.includes(property) || known?.computed === true || isOfProvider) continue;
    put(args, property, write(value, property, known?.refersTo));
  }
  // An empty secret is not registered, and then that of the environment counts, which nobody sees here.
  const isDropped = ({ required, secret, name }: (typeof properties)[number]): boolean =>
    required && secret && own(inputs, name) === undefined;
  if (kind === "Provider") for (const { name } of properties.filter(isDropped)) put(args, name, UNKNOWN);
  return args;
}

/**
 * The old state with what the service has answered, where the engine sees a difference that the inputs do not show: it
 * compares with the last outputs, and after a failed update the inputs are those that were wanted.
 */
function answered(state: Plain, { steps, new: now }: Seen): Plain {
  const [inputs, outputs, wanted] = [own(state, "inputs"), own(state, "outputs"), own(now?.state, "inputs")].map(plain);
  const changed = { ...inputs };
  for (const property of new Set(steps.flatMap(differencesIn))) {
    const [before, after, answer] = [inputs, wanted, outputs].map((side) => own(side, property));
    const isShown = ["string", "number", "boolean"].includes(typeof answer) && typeof before === typeof answer;
    if (isShown && before === after && answer !== before) put(changed, property, answer);
  }
  return { ...state, inputs: changed };
}

/** What is said of a resource that exists after the change or in a stack; nothing of one that is created or replaced. */
function moment(kind: CheckedKind, { steps, old, new: now, refreshed }: Seen): Pick<DocumentResource, "existing"> {
  const isOneOf = (...operations: string[]): boolean =>
    steps.every((step) => operations.includes(textOf(own(step, "op")) ?? ""));
  if (!isOneOf("same", "update", "refresh", "import", "import-replacement")) return {};
  const runs = [refreshed, old, now]
    .map((placed) => own(own(placed?.state, "outputs"), RUNS))
    .find((tag) => tag !== undefined);
  const updates = steps.filter((step) => own(step, "op") === "update" && !isFound(step));
  if (updates.length === 0) return existing(kind, [], runs);
  const changes = updates.flatMap(differencesIn);
  const [before, after] = [old, now].map((placed) => plain(own(placed?.state, "inputs")));
  return existing(kind, changes.length > 0 ? changes : differing(before!, after!), runs);
}

/** The properties that differ in a step: `data` for `data.channelId`. */
function differencesIn(step: unknown): string[] {
  const detailed = Object.keys(plain(own(step, "detailedDiff"))).map((path) => path.split(/[.[]/)[0] ?? "");
  return [...texts(own(step, "diffReasons")), ...detailed].filter((name) => !isNote(name));
}

function texts(value: unknown): string[] {
  return list(value).filter((item) => typeof item === "string");
}

/** What the engine says of one resource. */
function engineStep({ urn, kind, name, steps }: Seen): EngineStep | undefined {
  if (kind === undefined || steps.length === 0 || isDefaultProvider(kind, name)) return undefined;
  const states = (side: string): Plain[] =>
    steps.map((step) => plain(own(step, side))).filter((state) => Object.keys(state).length > 0);
  const [old, now] = [states("oldState"), states("newState")];
  const step: EngineStep = {
    resource: { kind, name },
    id: urn,
    operations: operationsOf(steps, [old, now]),
  };
  const replaceReasons = texts(steps.map((step) => own(step, "replaceReasons")).find(Array.isArray));
  if (replaceReasons.length > 0) step.replaceReasons = replaceReasons;
  const differences = [...new Set(steps.flatMap(differencesIn))];
  if (differences.length > 0) step.differences = differences;
  const says = (of: Plain[], flag: string): boolean => of.some((state) => own(state, flag) === true);
  for (const flag of ["pendingReplacement", "retainOnDelete", "taint"] as const) if (says(old, flag)) step[flag] = true;
  // A program may take protection away and replace in one go; what it leaves out stays protected. What a refresh finds is
  // not what the program says.
  const wanted = steps
    .filter((one) => own(one, "op") !== "refresh")
    .map((one) => own(one, "newState"))
    .filter(isManaged);
  if (says(old, "protect") && (wanted.length === 0 || says(wanted, "protect"))) step.protect = true;
  if (old.some((state) => list(own(state, "initErrors")).length > 0)) step.failedBefore = true;
  // The state of what was once imported keeps the id.
  const isImported = step.operations.some((operation) => operation.startsWith("import"));
  const importId = isImported ? now.map((state) => textOf(own(state, "importID"))).find(Boolean) : undefined;
  if (importId !== undefined) step.importId = importId;
  const movedFrom = old.map(urnOf).find((before) => before !== undefined && before !== urn);
  if (movedFrom !== undefined) step.movedFrom = movedFrom;
  // Of what is deleted, the engine knows where it was written once.
  const location = now.map(locationOf).find(Boolean);
  if (location !== undefined) step.location = location;
  return step;
}

/** What the engine does, in its words. */
function operationsOf(steps: readonly unknown[], [old, now]: [Plain[], Plain[]]): string[] {
  // The engine calls both a replacement; but what was only read is not deleted, and of what is only read from now on,
  // nothing is created.
  if (old.length > 0 && old.every(isRead)) return ["create"];
  if (now.some(isRead) && !old.some(isRead)) return ["delete"];
  return texts(steps.map((step) => own(step, "op")));
}

/** Where the program's own files write a resource: at the call that made it, or at one that led there. */
function locationOf(state: Plain): Location | undefined {
  const calls = list(own(state, "stackTrace")).map((call) => own(call, "sourcePosition"));
  return [own(state, "sourcePosition"), ...calls].map(positionOf).find((position) => position !== undefined);
}

/** `project:///index.ts#35,5` */
function positionOf(position: unknown): Location | undefined {
  const [, file, line, column] = /^project:\/\/\/(.+)#(\d{1,9}),(\d{1,9})$/s.exec(textOf(position) ?? "") ?? [];
  // What is no Unicode text is no file either; what is installed is not the program.
  if (file === undefined || /\p{Surrogate}/u.test(file)) return undefined;
  if (file.split(/[\\/]/).some((part) => part === ".." || part === "node_modules")) return undefined;
  return { file, start: { line: Number(line), column: Number(column) } };
}
