// What `terraform show -json` prints of a plan or a state.
import { catalogue, type Document, type DocumentResource, kinds, propertiesOf, type Step } from "../../internal";
import type { Parsed } from "../input/parse";
import { references, type TerraformResource } from "./terraform-references";
import { list, type Origin, own, plain, type Plain, put, secretsOfProperty, type Subject, textOf } from "./subject";

export function isPlan(value: unknown): boolean {
  return typeof own(value, "format_version") === "string" && Array.isArray(own(value, "resource_changes"));
}

/** A state; of an empty one, only the version is printed. */
export function isState(value: unknown): boolean {
  return (
    typeof own(value, "format_version") === "string" &&
    !isPlan(value) &&
    (own(value, "values") !== undefined ||
      own(value, "planned_values") !== undefined ||
      Object.keys(plain(value)).every((key) => /version/.test(key)))
  );
}

/** The resources as they are after the plan, or before it. */
export function planOf(parsed: Parsed, side: "before" | "after" = "after"): Subject {
  const resources: TerraformResource[] = [];
  for (const [at, change] of list(own(parsed.value, "resource_changes")).entries()) {
    const values = own(own(change, "change"), side);
    if (own(change, "mode") === "data" || typeof values !== "object" || values === null) continue;
    const [unknown, sensitive] = [
      side === "after" ? own(own(change, "change"), "after_unknown") : undefined,
      own(own(change, "change"), `${side}_sensitive`),
    ];
    resources.push(
      resourceOf(
        change,
        values,
        unknown,
        sensitive,
        ["resource_changes", at, "change", side],
        textOf(own(change, "module_address")) ?? "",
      ),
    );
  }
  // What stays has its id on both sides, what is replaced had another one.
  const ids = new Map<string, string>();
  for (const change of list(own(parsed.value, "resource_changes"))) {
    for (const state of ["before", "after"]) {
      const [id, address] = [textOf(own(own(own(change, "change"), state), "id")), textOf(own(change, "address"))];
      if (id !== undefined && address !== undefined) ids.set(id, address);
    }
  }
  const subject = subjectOf(parsed, "terraform plan", resources, ids);
  return own(parsed.value, "errored") === true
    ? { ...subject, doubt: "the plan itself failed, so resources may be missing in it" }
    : subject;
}

export function stateOf(parsed: Parsed): Subject {
  const resources: TerraformResource[] = [];
  const walk = (module: unknown, path: Step[]): void => {
    for (const [at, resource] of list(own(module, "resources")).entries()) {
      if (own(resource, "mode") === "data") continue;
      resources.push(
        resourceOf(
          resource,
          own(resource, "values"),
          undefined,
          own(resource, "sensitive_values"),
          [...path, "resources", at, "values"],
          textOf(own(module, "address")) ?? "",
        ),
      );
    }
    for (const [at, child] of list(own(module, "child_modules")).entries()) walk(child, [...path, "child_modules", at]);
  };
  const key = own(parsed.value, "values") === undefined ? "planned_values" : "values";
  walk(own(own(parsed.value, key), "root_module"), [key, "root_module"]);
  const ids = new Map(
    resources.flatMap(({ values, address }) =>
      textOf(own(values, "id")) === undefined ? [] : [[String(own(values, "id")), address] as const],
    ),
  );
  return subjectOf(parsed, "terraform state", resources, ids);
}

function resourceOf(
  resource: unknown,
  values: unknown,
  unknown: unknown,
  sensitive: unknown,
  path: Step[],
  module: string,
): TerraformResource {
  const type = textOf(own(resource, "type")) ?? "";
  const name = textOf(own(resource, "name")) ?? "";
  return {
    address: textOf(own(resource, "address")) ?? `${type}.${name}`,
    type,
    kind: kindOfType(type),
    name,
    index: own(resource, "index"),
    module,
    provider: textOf(own(resource, "provider_name")) ?? "",
    values: plain(values),
    unknown,
    sensitive,
    path,
  };
}

/** Our kind of `kurrentcloud_network` and `eventstorecloud_network`. */
function kindOfType(type: string): string | undefined {
  const end = /^(?:eventstorecloud|kurrentcloud)_(.+)$/.exec(type)?.[1];
  return end === undefined ? undefined : kinds().find(({ terraform }) => terraform === end)?.kind;
}

function subjectOf(
  parsed: Parsed,
  format: Subject["format"],
  all: TerraformResource[],
  ids: Map<string, string>,
): Subject {
  const find = references(own(parsed.value, "configuration"), all);
  const addresses = new Set(all.filter(({ kind }) => kind !== undefined).map(({ address }) => address));
  const secretPaths: Step[][] = [];
  const resources: DocumentResource[] = [];
  const origins: Origin[] = [];
  for (const resource of all) {
    const { kind, address, path } = resource;
    origins.push({ resource: path, args: path });
    if (kind === undefined) {
      resources.push({ kind: foreign(resource.type), name: address });
      continue;
    }
    const args = {};
    for (const { name, computed, required, refersTo } of propertiesOf(kind)) {
      const [key, value] = [snake(name), own(resource.values, snake(name))];
      const unknown = own(resource.unknown, key);
      const location = [...path, key];
      secretPaths.push(
        ...(holdsTrue(own(resource.sensitive, key)) ? [location] : secretsOfProperty(kind, name, value, location)),
      );
      // The provider's SDK cannot tell an optional text or number that is left out from an empty one.
      if (value === undefined && unknown !== true && holdsTrue(unknown)) put(args, name, { unknown: true });
      if (
        computed ||
        (unknown !== true && (value === undefined || value === null || (!required && (value === "" || value === 0))))
      )
        continue;
      const given =
        refersTo === undefined
          ? undefined
          : linked(
              value,
              unknown,
              (item) => (addresses.has(ids.get(item) ?? "") ? ids.get(item) : undefined),
              () => find(resource, key),
            );
      put(args, name, given ?? marked(value, unknown, own(resource.sensitive, key)));
    }
    resources.push({ kind, name: address, args, dependsOn: { unknown: true } });
  }
  const target = targetOf(parsed.value, all);
  const settings = settingsOf(parsed.value, all);
  const document: Document = {
    ...(target === undefined ? {} : { target }),
    ...(settings === undefined ? {} : { configuration: settings.configuration }),
    resources,
  };
  return {
    parsed,
    format,
    document,
    origins,
    usesPackageJson: false,
    dialect: "terraform",
    byAddress: true,
    top: ([first, , setting]) =>
      first === "provider" && settings !== undefined
        ? [...settings.path, ...(setting === undefined ? [] : [setting, "constant_value"])]
        : [],
    secrets: () => [...secretPaths, ...(settings?.secrets ?? [])],
  };
}

/** What the block of the provider says. What it leaves out, the environment may say. */
function settingsOf(
  value: unknown,
  all: TerraformResource[],
): { configuration: Plain; path: Step[]; secrets: Step[][] } | undefined {
  const { provider, namespace } = providerOf(all);
  const configs = Object.entries(plain(own(own(value, "configuration"), "provider_config")));
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
    put(configuration, `${namespace}:${name}`, constant ?? { unknown: true });
    secrets.push(...secretsOfProperty("Provider", name, constant, [...path, snake(name)]));
  }
  return { configuration, path, secrets };
}

/** The provider that the resources are of, and what the names of its types begin with. */
function providerOf(all: TerraformResource[]): { provider: string; namespace: string } {
  const first = all.find(({ kind }) => kind !== undefined);
  return { provider: first?.provider ?? "", namespace: first?.type.split("_")[0] ?? "" };
}

/** An id, or a list of ids, as references: by the id, or while it is not known, by what the configuration says. */
function linked(
  value: unknown,
  unknown: unknown,
  named: (id: string) => string | undefined,
  find: () => string[],
): unknown {
  if (typeof value === "string") {
    const name = named(value);
    return name === undefined ? undefined : { ref: name };
  }
  if (unknown === true) {
    const found = find();
    return found.length === 1 ? { ref: found[0] } : undefined;
  }
  if (!Array.isArray(value)) return undefined;
  const later = list(unknown).filter((item) => item === true).length;
  const found = later === 0 ? [] : find();
  const each = found.length === later ? found : [];
  return (value as unknown[]).map((item, at) => {
    const name = list(unknown)[at] === true ? each.shift() : typeof item === "string" ? named(item) : undefined;
    return name === undefined ? marked(item, list(unknown)[at], undefined) : { ref: name };
  });
}

/** A value with the marks of a document. */
function marked(value: unknown, unknown: unknown, sensitive: unknown): unknown {
  if (unknown === true) return sensitive === true ? { secret: true } : { unknown: true };
  if (sensitive === true) return { secret: value };
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
 * `aws_vpc_peering_connection_accepter` as a type of Pulumi: rules look for the resources of the other side by name.
 */
function foreign(type: string): string {
  const [namespace = "", ...words] = type.split("_");
  return `${namespace}:index:${words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("")}`;
}

/** The provider with its version: what the configuration asks for, else the newest that the catalogue knows of. */
function targetOf(value: unknown, all: TerraformResource[]): string | undefined {
  const { provider } = providerOf(all);
  const name = provider.split("/").slice(-2).join("/").toLowerCase();
  const known = catalogue()
    .features.flatMap(({ available }) => available)
    .filter(({ target }) => target === name);
  if (known.length === 0) return undefined;
  const configs = Object.values(plain(own(own(value, "configuration"), "provider_config")));
  const constraint =
    textOf(
      own(
        configs.find((config) => textOf(own(config, "full_name")) === provider),
        "version_constraint",
      ),
    ) ?? "";
  const [, operator, version, patch] = /^(=|~>)?\s*v?((\d+)\.\d+\.\d+)$/.exec(constraint.trim()) ?? [];
  if (version !== undefined && patch !== undefined) return `${name}@${operator === "~>" ? anyPatch(version) : version}`;
  const newest = known
    .flatMap(({ since, before }) => [since, before])
    .filter((version): version is string => typeof version === "string")
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
    .at(-1);
  return newest === undefined ? undefined : `${name}@${anyPatch(newest)}`;
}

/** `cidrBlock` -> `cidr_block`: an attribute by the name of its property. */
function snake(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** `1.2.x` for `1.2.3`. */
function anyPatch(version: string): string {
  return `${version.slice(0, version.lastIndexOf(".") + 1)}x`;
}
