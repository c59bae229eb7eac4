// What `pulumi preview --json` and `pulumi stack export` print: the states of resources. The ids of resources become
// references, secrets and unknown values become the marks of a document.
import { type DocumentResource, kindOf, propertiesOf, type Step } from "../../internal";
import type { Parsed } from "../input/parse";
import { isForeign, Names } from "../../pulumi/names";
import { OUTPUT, SECRET, SPECIAL } from "../../pulumi/special";
import { list, type Origin, own, plain, type Plain, put, secretsOfProperty, type Subject, textOf } from "./subject";

/** What Pulumi writes for a value that is not known. */
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
/** What it prints for a secret. */
const HIDDEN = "[secret]";

/** A state with its path in the file. */
interface Placed {
  state: Plain;
  path: Step[];
  urn: string;
  type: string;
  name: string;
}

/** A setting of the provider, with its path in the file. */
interface Setting {
  /** As in the configuration of a stack: `eventstorecloud:url`. */
  key: string;
  value: unknown;
  path: Step[];
}

export function isPreview(value: unknown): boolean {
  return Array.isArray(own(value, "steps"));
}

export function isStackExport(value: unknown): boolean {
  const deployment = own(value, "deployment");
  return typeof own(value, "version") === "number" && typeof deployment === "object" && deployment !== null;
}

/** The resources as they are after the change. */
export function previewOf(parsed: Parsed): Subject {
  const states = new Map<string, Placed>();
  const ids: Placed[] = [];
  for (const [at, step] of list(own(parsed.value, "steps")).entries()) {
    for (const side of ["oldState", "newState"]) {
      const placed = placedState(own(step, side), ["steps", at, side], textOf(own(step, "urn")));
      if (placed === undefined) continue;
      ids.push(placed);
      // A replacement has several steps of one resource: the first state counts, as in `planPreview`.
      if (side === "newState" && !states.has(placed.urn)) states.set(placed.urn, placed);
    }
  }
  const settings = Object.entries(plain(own(parsed.value, "config"))).filter(
    ([key]) => key.includes(":") && !isForeign(key),
  );
  const subject = subjectOf(
    parsed,
    "pulumi preview",
    [...states.values()],
    ids,
    settings.map(([key, value]) => ({ key, value, path: ["config", key] })),
  );
  const hasFailed = list(own(parsed.value, "diagnostics")).some(
    (diagnostic) => own(diagnostic, "severity") === "error",
  );
  return hasFailed ? { ...subject, doubt: "the preview itself failed, so resources may be missing in it" } : subject;
}

export function stackOf(parsed: Parsed): Subject {
  const resources = list(own(own(parsed.value, "deployment"), "resources"));
  const states = resources
    .map((state, at) => placedState(state, ["deployment", "resources", at], undefined))
    .filter((placed): placed is Placed => placed !== undefined);
  return subjectOf(parsed, "pulumi stack", states, states, settingsOf(states));
}

/** The configuration of the stack as the provider has it that Pulumi made of it. */
function settingsOf(states: Placed[]): Setting[] {
  return states
    .filter((placed) => isDefaultProvider(placed))
    .flatMap(({ type, state, path }) =>
      Object.entries(plain(own(state, "inputs")))
        .filter(([name]) => !name.startsWith("__"))
        .map(([name, value]) => ({
          key: `${type.split(":")[2] ?? ""}:${name}`,
          value,
          path: [...path, "inputs", name],
        })),
    );
}

/** Pulumi calls the providers that it creates automatically `default` and `default_0_2_20`. */
function isDefaultProvider({ type, name }: Placed): boolean {
  return kindOf(type) === "Provider" && /^default(?:_|$)/.test(name);
}

/** A state that is one of the program: nothing that is only read, or that is about to be deleted. */
function placedState(value: unknown, path: Step[], urnOfStep: string | undefined): Placed | undefined {
  const state = plain(value);
  const urn = textOf(own(state, "urn")) ?? urnOfStep;
  const [, , types, ...name] = (urn ?? "").split("::");
  if (urn === undefined || types === undefined || name.length === 0) return undefined;
  if (Object.keys(state).length === 0 || own(state, "external") === true || own(state, "delete") === true)
    return undefined;
  return { state, path, urn, type: types.split("$").at(-1) ?? "", name: name.join("::") };
}

function subjectOf(
  parsed: Parsed,
  format: Subject["format"],
  states: Placed[],
  withIds: Placed[],
  settings: Setting[],
): Subject {
  const names = new Names();
  const members = states
    .filter((placed) => {
      // Providers that Pulumi makes of the configuration are not of the program.
      return kindOf(placed.type) === undefined
        ? isForeign(placed.type) && !placed.type.startsWith("pulumi:")
        : !isDefaultProvider(placed);
    })
    .map((placed) => ({
      ...placed,
      kind: kindOf(placed.type),
      as: names.free(kindOf(placed.type) ?? placed.type, placed.name, parentOf(placed)),
    }));
  const byUrn = new Map(members.map((member) => [member.urn, member.as]));
  const byId = new Map<string, string>();
  for (const { state, urn, type } of withIds) {
    const [id, name] = [textOf(own(state, "id")), byUrn.get(urn)];
    if (id !== undefined && id !== "" && name !== undefined && kindOf(type) !== undefined) byId.set(id, name);
  }
  const secretPaths: Step[][] = [];
  const resources: DocumentResource[] = [];
  const origins: Origin[] = [];
  for (const { kind, type, as, state, path } of members) {
    origins.push({ resource: path, args: [...path, "inputs"] });
    if (kind === undefined) {
      resources.push({ kind: type, name: as });
      continue;
    }
    resources.push({
      kind: type,
      name: as,
      args: argsOf(kind, state, byId, byUrn),
      dependsOn: dependsOn(state, byUrn),
    });
    for (const [property, value] of Object.entries(plain(own(state, "inputs")))) {
      const location = [...path, "inputs", property];
      secretPaths.push(
        ...(JSON.stringify(value ?? null).includes(SPECIAL)
          ? [location]
          : secretsOfProperty(kind, property, value, location)),
      );
    }
  }
  const target = targetOf(states);
  // Providers of several versions have the same settings: the first counts.
  const byKey = new Map([...settings].reverse().map((setting) => [setting.key, setting]));
  const configuration = Object.fromEntries([...byKey.values()].map(({ key, value }) => [key, marked(value)]));
  return {
    parsed,
    format,
    document: {
      ...(byKey.size === 0 ? {} : { configuration }),
      ...(target === undefined ? {} : { target }),
      resources,
    },
    origins,
    top: ([first, key]) => (first === "configuration" ? (byKey.get(String(key))?.path ?? []) : []),
    // The version that really runs is surer than the one that would be installed.
    usesPackageJson: target === undefined,
    secrets: () => [
      ...secretPaths,
      ...settings.map(({ path }) => path),
      ...Object.keys(plain(own(parsed.value, "config"))).map((key): Step[] => ["config", key]),
    ],
  };
}

function parentOf({ state }: Placed): string | undefined {
  const [, , type, ...name] = (textOf(own(state, "parent")) ?? "").split("::");
  return type === undefined || type.endsWith("pulumi:pulumi:Stack") ? undefined : name.join("::");
}

function argsOf(kind: string, state: Plain, byId: Map<string, string>, byUrn: Map<string, string>): Plain {
  const properties = propertiesOf(kind);
  const inputs = plain(own(state, "inputs"));
  const defaults = list(own(inputs, "__defaults"));
  const args = {};
  for (const [property, value] of Object.entries(inputs)) {
    const known = properties.find(({ name }) => name === property);
    const isOfProvider = kind === "Provider" && known === undefined;
    if (property.startsWith("__") || defaults.includes(property) || known?.computed === true || isOfProvider) continue;
    put(
      args,
      property,
      known?.refersTo === undefined ? marked(value) : linked(value, urnsOf(state, property), byId, byUrn),
    );
  }
  return args;
}

/** An id, or a list of ids, as references. */
function linked(value: unknown, urns: string[], byId: Map<string, string>, byUrn: Map<string, string>): unknown {
  const origins = urns.map((urn) => byUrn.get(urn)).filter((name): name is string => name !== undefined);
  const items = Array.isArray(value) ? (value as unknown[]) : [value];
  const later = items.filter((item) => item === UNKNOWN).length;
  // As many ids to come as there are resources: each of them is one, in whatever order.
  const each = later === origins.length ? [...origins] : [];
  const one = (item: unknown): unknown => {
    const name = item === UNKNOWN ? each.shift() : typeof item === "string" ? byId.get(item) : undefined;
    return name === undefined ? marked(item) : { ref: name };
  };
  return Array.isArray(value) ? items.map(one) : one(value);
}

function urnsOf(state: Plain, property: string): string[] {
  return list(own(own(state, "propertyDependencies"), property)).filter(
    (urn): urn is string => typeof urn === "string",
  );
}

/** The resources that it is made after because the program says so, and not because it has values of theirs. */
function dependsOn(state: Plain, byUrn: Map<string, string>): string[] {
  const origins = new Set(Object.values(plain(own(state, "propertyDependencies"))).flatMap(list));
  return list(own(state, "dependencies"))
    .filter((urn) => !origins.has(urn))
    .map((urn) => byUrn.get(String(urn)))
    .filter((name): name is string => name !== undefined);
}

/** A value with the marks of a document. */
function marked(value: unknown): unknown {
  if (value === UNKNOWN) return { unknown: true };
  if (value === HIDDEN) return { secret: true };
  if (Array.isArray(value)) return (value as unknown[]).map(marked);
  if (typeof value !== "object" || value === null) return value;
  const mark = own(value, SPECIAL);
  if (mark === SECRET) return { secret: inside(value) };
  if (mark === OUTPUT) {
    const known = Object.hasOwn(value, "value") ? inside(value) : { unknown: true };
    return own(value, "secret") === true ? { secret: known } : known;
  }
  if (mark !== undefined) return { unknown: true };
  const result = {};
  for (const [key, item] of Object.entries(value)) if (!key.startsWith("__")) put(result, key, marked(item));
  return result;
}

/** What is inside a secret: its value, its value as JSON (`--show-secrets`), or nothing that could be read. */
function inside(value: object): unknown {
  if (Object.hasOwn(value, "value")) return marked(own(value, "value"));
  try {
    const text = textOf(own(value, "plaintext"));
    return text === undefined ? true : marked(JSON.parse(text));
  } catch {
    return true;
  }
}

/** The provider package in use with its version, as its provider says it. */
function targetOf(states: Placed[]): string | undefined {
  const found = new Set<string>();
  for (const { type, state } of states) {
    const version = textOf(own(own(state, "inputs"), "version")) ?? textOf(own(own(state, "outputs"), "version"));
    if (kindOf(type) === "Provider" && /^v?\d+\.\d+\.\d+$/.test(version ?? ""))
      found.add(`${type.split(":")[2] ?? ""}@${(version ?? "").replace(/^v/, "")}`);
  }
  return found.size === 1 ? [...found][0] : undefined;
}
