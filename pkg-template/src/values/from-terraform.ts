// What `terraform show -json` prints of a plan or a state, as documents.
import {
  catalogue,
  type CheckedKind,
  differing,
  type Document,
  type DocumentResource,
  existing,
  Ids,
  kinds,
  linked,
  propertiesOf,
  RUNS,
  secretsOfProperty,
  type Step,
} from "../internal";
import type { EngineReport, EngineStep } from "../generated/boundary";
import { list, own, plain, type Plain, put, textOf } from "./data";
import { HIDDEN, secret, UNKNOWN } from "./marks";
import { expressionsOf, isUnknownIn, references, type TerraformResource } from "./terraform-references";
import type { Translation } from "./translation";

/** The resources before and after a plan. */
export function fromPlan(plan: unknown): Translation {
  const changes = list(own(plan, "resource_changes"))
    .map((change, at) => ({ change, at }))
    .filter(({ change }) => own(change, "mode") !== "data");
  const resourceOn = (side: "before" | "after", { change, at }: (typeof changes)[number]): TerraformResource => {
    const values = own(change, "change");
    const resource = named(change, textOf(own(change, "module_address")));
    return {
      ...resource,
      values: plain(own(values, side)),
      unknown: side === "after" ? own(values, "after_unknown") : undefined,
      sensitive: own(values, `${side}_sensitive`),
      ...(side === "after" ? momentOf(values, expressionsOf(own(plan, "configuration"), resource)) : {}),
      path: ["resource_changes", at, "change", side],
    };
  };
  const resourcesOn = (side: "before" | "after"): TerraformResource[] => {
    // What a replacement has left behind is no longer the resource of its address.
    const there = changes.filter(({ change }) => isObject(own(own(change, "change"), side)) && !isDeposed(change));
    return there.map((one) => resourceOn(side, one));
  };
  // What stays has its id on both sides, what is replaced had another one.
  const idsOf = (all: readonly TerraformResource[]): Ids<TerraformResource> => {
    const byAddress = new Map(all.map((resource) => [resource.name, resource]));
    const ids = new Ids<TerraformResource>();
    for (const { change } of changes) {
      const resource = byAddress.get(named(change, "").name);
      if (resource?.kind === undefined || isDeposed(change)) continue;
      for (const side of ["before", "after"]) ids.note(ownId(own(own(change, "change"), side)), resource);
    }
    return ids;
  };
  const [old, now] = [resourcesOn("before"), resourcesOn("after")];
  const hasFailed = own(plan, "errored") === true;
  // What is limited to targets, or waits for something else, is not complete. OpenTofu does not say it.
  const all = own(plan, "resource_changes");
  const isPartial = own(plan, "complete") === false || (all !== undefined && !Array.isArray(all));
  const doubt = hasFailed ? "the plan itself failed" : isPartial ? "the plan is not complete" : undefined;
  const stepsOf = (all: typeof changes): EngineStep[] => all.flatMap(({ change }) => engineStep(change) ?? []);
  // What is left alone is no step.
  const isKnown = (change: unknown): boolean => named(change, "").kind !== undefined && !isNoOperation(change);
  const deposed = changes.filter(({ change }) => isDeposed(change) && isKnown(change));
  const report: EngineReport = {
    steps: stepsOf(changes.filter(({ change }) => !isDeposed(change))),
    others: stepsOf(deposed),
    failed: doubt !== undefined,
  };
  const left = deposed.map((one) => resourceOn("before", one));
  const others = left.map((resource): DocumentResource => {
    const { kind, name } = resource;
    return { kind: kind!, name, args: argsOf(resource, kind!, new Ids(), () => []) };
  });
  const translation = translated(plan, now, idsOf(now), left);
  return {
    ...translation,
    before: translated(plan, old, idsOf(old), left).after,
    plan: { report, others: { resources: others }, after: translation.after },
    ...(doubt === undefined ? {} : { doubt: `${doubt}, so resources may be missing in it` }),
  };
}

/** The resources of a state. */
export function fromState(state: unknown): Translation {
  const all: TerraformResource[] = [];
  const walk = (module: unknown, path: Step[]): void => {
    for (const [at, resource] of list(own(module, "resources")).entries()) {
      // What a replacement has left behind is no longer the resource of its address.
      if (own(resource, "mode") === "data" || own(resource, "deposed_key") !== undefined) continue;
      all.push({
        ...named(resource, textOf(own(module, "address"))),
        values: plain(own(resource, "values")),
        unknown: undefined,
        sensitive: own(resource, "sensitive_values"),
        isTainted: own(resource, "tainted") === true,
        kept: { changes: [], runs: own(own(resource, "values"), snake(RUNS)) },
        isFilledIn: true,
        path: [...path, "resources", at, "values"],
      });
    }
    for (const [at, child] of list(own(module, "child_modules")).entries()) walk(child, [...path, "child_modules", at]);
  };
  const key = own(state, "values") === undefined ? "planned_values" : "values";
  walk(own(own(state, key), "root_module"), [key, "root_module"]);
  const ids = new Ids<TerraformResource>();
  for (const resource of all) if (resource.kind !== undefined) ids.note(ownId(resource.values), resource);
  return translated(state, all, ids);
}

/** The id of a resource, unless it is that of another one: a replica set goes by the id of its cluster. */
function ownId(values: unknown): unknown {
  const { id, ...others } = plain(values);
  return Object.values(others).includes(id) ? undefined : id;
}

/** What a change says of the resource that exists before it, and whether the service has filled in what it runs. */
function momentOf(change: unknown, expressions: unknown): Pick<TerraformResource, "kept" | "isFilledIn"> {
  const [before, after] = [plain(own(change, "before")), plain(own(change, "after"))];
  const [ran, runs] = [before, after].map((side) => own(side, snake(RUNS)));
  const isFilledIn = isObject(expressions) ? own(expressions, snake(RUNS)) === undefined : runs === ran;
  const actions = list(own(change, "actions"));
  if (!actions.every((action) => action === "no-op" || action === "update")) return { isFilledIn };
  // What is unknown is left out of the values after the change.
  const changes = actions.includes("update") ? differing(before, after) : [];
  return { isFilledIn, kept: { changes, runs: ran } };
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function isDeposed(change: unknown): boolean {
  return own(change, "deposed") !== undefined;
}

function isNoOperation(change: unknown): boolean {
  return list(own(own(change, "change"), "actions")).every((action) => action === "no-op");
}

/** What a resource is, without its values. */
function named(
  resource: unknown,
  module: string | undefined,
): Omit<TerraformResource, "values" | "unknown" | "sensitive" | "path"> {
  const type = textOf(own(resource, "type")) ?? "";
  const label = textOf(own(resource, "name")) ?? "";
  return {
    name: textOf(own(resource, "address")) ?? `${type}.${label}`,
    type,
    kind: kindOfType(type),
    label,
    index: own(resource, "index"),
    module: module ?? "",
    provider: textOf(own(resource, "provider_name")) ?? "",
  };
}

let kindsByType: Map<string | undefined, CheckedKind> | undefined;

/** Our kind of `kurrentcloud_network` and `eventstorecloud_network`. */
function kindOfType(type: string): CheckedKind | undefined {
  kindsByType ??= new Map(kinds().map(({ terraform, kind }) => [terraform, kind]));
  const end = /^(?:eventstorecloud|kurrentcloud)_(.+)$/.exec(type)?.[1];
  return end === undefined ? undefined : kindsByType.get(end);
}

/** What Terraform says of one resource. */
function engineStep(change: unknown): EngineStep | undefined {
  const { kind, name } = named(change, "");
  if (kind === undefined) return undefined;
  const what = own(change, "change");
  const actions = list(own(what, "actions")).filter((action): action is string => typeof action === "string");
  const step: EngineStep = { resource: { kind, name }, id: name, operations: actions };
  const [actionReason, movedFrom, deposed, importId] = [
    own(change, "action_reason"),
    own(change, "previous_address"),
    own(change, "deposed"),
    own(own(what, "importing"), "id"),
  ].map(textOf);
  const replaceReasons = list(own(what, "replace_paths")).map((path) => textOf(list(path)[0]));
  if (actionReason !== undefined) step.actionReason = actionReason;
  if (movedFrom !== undefined) step.movedFrom = movedFrom;
  if (deposed !== undefined) step.deposed = deposed;
  if (importId !== undefined) step.importId = importId;
  const attributes = replaceReasons.filter((attribute) => attribute !== undefined);
  if (attributes.length > 0) step.replaceReasons = attributes;
  return step;
}

/** Resources as a document. `left` are those beside them, which may be all there is of the provider. */
function translated(
  value: unknown,
  all: TerraformResource[],
  ids: Ids<TerraformResource>,
  left: TerraformResource[] = [],
): Translation {
  const find = references(own(value, "configuration"), all);
  const target = targetOf(value, providerOf(value, [...all, ...left]));
  const settings = settingsOf(value, all);
  return {
    before: null,
    after: {
      ...(target === undefined ? {} : { target }),
      ...(settings === undefined ? {} : { configuration: settings.configuration }),
      resources: all.map((resource): DocumentResource => {
        const { kind, name } = resource;
        if (kind === undefined) return { kind: foreign(resource.type), name };
        const { kept: { changes, runs } = {}, isTainted } = resource;
        return {
          ...{ kind, name, args: argsOf(resource, kind, ids, find), dependsOn: UNKNOWN },
          ...(isTainted === true ? { state: ["tainted"] as const } : {}),
          ...(changes === undefined ? {} : existing(kind, changes.map(camel), runs)),
        };
      }),
    },
    origins: all.map(({ path }) => ({ resource: path, args: path })),
    top: ([first, , setting]) =>
      first === "provider" && settings !== undefined
        ? [...settings.path, ...(setting === undefined ? [] : [setting, "constant_value"])]
        : [],
    secrets: () => [...all.flatMap(secretsIn), ...(settings?.secrets ?? [])],
  };
}

function argsOf(
  resource: TerraformResource,
  kind: string,
  ids: Ids<TerraformResource>,
  find: (resource: TerraformResource, attribute: string) => TerraformResource[],
): Plain {
  const args = {};
  for (const { name, computed, required, refersTo } of propertiesOf(kind)) {
    const key = snake(name);
    const [value, unknown, sensitive] = [resource.values, resource.unknown, resource.sensitive].map((tree) =>
      own(tree, key),
    );
    // The provider's SDK cannot tell an optional text or number that is left out from an empty one.
    const isLeftOut = value === undefined || value === null || (!required && (value === "" || value === 0));
    if (value === undefined && unknown !== true && holdsTrue(unknown)) put(args, name, UNKNOWN);
    if (computed || (unknown !== true && isLeftOut) || (name === RUNS && resource.isFilledIn)) continue;
    const otherwise = (item: unknown, at: number): unknown =>
      Array.isArray(value)
        ? marked(item, inside(unknown, at), inside(sensitive, at))
        : marked(item, unknown, sensitive);
    const given =
      refersTo === undefined
        ? marked(value, unknown, sensitive)
        : linked(value, {
            isUnknown: (_, at) => inside(unknown, at) === true,
            withId: (id) => ids.find(id, refersTo),
            unknown: (count) => {
              const found = find(resource, key);
              return found.length === count ? found : [];
            },
            otherwise,
          });
    put(args, name, given);
  }
  return args;
}

function secretsIn({ kind, values, sensitive, path }: TerraformResource): Step[][] {
  return propertiesOf(kind ?? "").flatMap(({ name }) => {
    const key = snake(name);
    const location = [...path, key];
    return holdsTrue(own(sensitive, key)) ? [location] : secretsOfProperty(kind, name, own(values, key), location);
  });
}

/** What is said of an item: that of the whole holds for each. */
function inside(said: unknown, at: number): unknown {
  return said === true || list(said)[at];
}

/** A value with the marks of a document, by what the plan says of it and of all in it. */
function marked(value: unknown, unknown: unknown, sensitive: unknown): unknown {
  if (unknown === true) return sensitive === true ? HIDDEN : UNKNOWN;
  if (sensitive === true) return secret(value);
  if (Array.isArray(value))
    return (value as unknown[]).map((item, at) => marked(item, list(unknown)[at], list(sensitive)[at]));
  if (typeof value !== "object" || value === null) return value;
  const result = {};
  for (const key of new Set([...Object.keys(value), ...Object.keys(plain(unknown))]))
    put(result, key, marked(own(value, key), own(unknown, key), own(sensitive, key)));
  return result;
}

function holdsTrue(value: unknown): boolean {
  return value === true || (typeof value === "object" && value !== null && Object.values(value).some(holdsTrue));
}

/**
 * What the block of the provider says. What it leaves out, the environment may say; of what is no constant, the engine may
 * know the value although its plan does not have it.
 */
function settingsOf(
  value: unknown,
  all: TerraformResource[],
): { configuration: NonNullable<Document["configuration"]>; path: Step[]; secrets: Step[][] } | undefined {
  const { provider, namespace } = providerOf(value, all);
  const configs = Object.entries(configsIn(value));
  // One with an alias is for some of the resources only, one of a module for those in it.
  const [key, config] =
    configs.find(
      ([, config]) =>
        textOf(own(config, "full_name")) === provider &&
        own(config, "alias") === undefined &&
        own(config, "module_address") === undefined,
    ) ?? [];
  const expressions = plain(own(config, "expressions"));
  if (key === undefined || Object.keys(expressions).length === 0) return undefined;
  const path: Step[] = ["configuration", "provider_config", key, "expressions"];
  const configuration = {};
  const secrets: Step[][] = [];
  for (const { name } of propertiesOf("Provider")) {
    const written = own(expressions, snake(name));
    if (written === undefined) continue;
    const constant = own(written, "constant_value");
    if (constant !== undefined && constant !== null) put(configuration, `${namespace}:${name}`, constant);
    else if (hasEndedEarly(value) && isUnknownIn(value, written)) put(configuration, `${namespace}:${name}`, UNKNOWN);
    secrets.push(...secretsOfProperty("Provider", name, constant, [...path, snake(name)]));
  }
  return { configuration, path, secrets };
}

/** A provider, and what the names of its types begin with. */
interface Provider {
  provider: string;
  namespace: string;
}

/** The provider that the resources are of; where the plan has ended before the first of them, the one that is configured. */
function providerOf(value: unknown, all: TerraformResource[]): Provider {
  const first = all.find(({ kind }) => kind !== undefined);
  if (first !== undefined) return { provider: first.provider, namespace: first.type.split("_")[0] ?? "" };
  const configured = Object.values(configsIn(value)).map((config): Provider => {
    const provider = textOf(own(config, "full_name")) ?? "";
    return { provider, namespace: provider.split("/").pop()?.toLowerCase() ?? "" };
  });
  const ours = configured.find((one) => hasEndedEarly(value) && targetNameOf(one) !== undefined);
  return ours ?? { provider: "", namespace: "" };
}

function configsIn(value: unknown): Plain {
  return plain(own(own(value, "configuration"), "provider_config"));
}

/** Whether a plan has failed before it came to anything of ours: then the provider may not have started. */
function hasEndedEarly(value: unknown): boolean {
  const isOurs = (change: unknown): boolean => named(change, "").kind !== undefined;
  return own(value, "errored") === true && !list(own(value, "resource_changes")).some(isOurs);
}

/**
 * `aws_vpc_peering_connection_accepter` as a type of Pulumi: rules look for the resources of the other side by name.
 */
function foreign(type: string): string {
  const [namespace = "", ...words] = type.split("_");
  return `${namespace}:index:${words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("")}`;
}

/**
 * The provider with the constraints that the configuration and its modules put on its version, all of which must hold; the
 * core picks the version.
 */
function targetOf(value: unknown, of: Provider): string | undefined {
  const name = targetNameOf(of);
  if (name === undefined) return undefined;
  const constraints = Object.values(configsIn(value))
    .filter((config) => textOf(own(config, "full_name")) === of.provider)
    .flatMap((config) => textOf(own(config, "version_constraint")) ?? [])
    .map((constraint) => constraint.trim())
    .filter((constraint) => constraint !== "");
  const [first = "*", ...others] = new Set(constraints);
  return `${name}@${[first, ...others].join(", ")}`;
}

/** `eventstore/eventstorecloud`: a target without its version; undefined where the provider is none of ours. */
function targetNameOf({ provider, namespace }: Provider): string | undefined {
  const source = provider.split("/").slice(-2).join("/").toLowerCase();
  const known = new Set(catalogue().features.flatMap(({ available }) => available.map(({ target }) => target)));
  // A build of one's own has another source, and the same types.
  return known.has(source) ? source : [...known].find((target) => target.endsWith(`/${namespace}`));
}

/** `cidr_block` -> `cidrBlock`: a property by the name of its attribute. */
function camel(attribute: string): string {
  return attribute.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** `cidrBlock` -> `cidr_block`: an attribute by the name of its property. */
function snake(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
