// Which resources a value that is not known yet comes from, as the configuration in a plan of Terraform says it.
import type { CheckedKind, Step } from "../internal";
import { list, own, type Plain, textOf } from "./data";

/** What is known of a resource that exists. */
export interface Kept {
  /** The properties that change. */
  changes: string[];
  /** What it runs. */
  runs: unknown;
}

/** A resource of a plan or a state. */
export interface TerraformResource {
  /** Its address, which is its name in a document. */
  name: string;
  type: string;
  /** Our kind; undefined for a resource of another provider. */
  kind: CheckedKind | undefined;
  /** Its name in its module. */
  label: string;
  index: unknown;
  module: string;
  provider: string;
  values: Plain;
  unknown: unknown;
  sensitive: unknown;
  /** Whether the service, and not the configuration, says what it runs. */
  isFilledIn?: boolean;
  /** Whether it is marked to be replaced. */
  isTainted?: boolean;
  /** What exists of it before the change, or in a state; undefined for what is created or replaced. */
  kept?: Kept;
  /** Where its values are in the file. */
  path: Step[];
}

/** What the configuration in a plan says of the attributes of a resource; undefined where it does not have the resource. */
export function expressionsOf(
  configuration: unknown,
  { type, label, module }: Pick<TerraformResource, "type" | "label" | "module">,
): unknown {
  let inside = own(configuration, "root_module");
  for (const name of modulesIn(module)) inside = own(own(own(inside, "module_calls"), name), "module");
  const written = list(own(inside, "resources")).find(
    (item) => own(item, "type") === type && own(item, "name") === label,
  );
  return own(written, "expressions");
}

/** Gives the resources whose ids an attribute has; none where that is not certain. */
export function references(
  configuration: unknown,
  all: readonly TerraformResource[],
): (resource: TerraformResource, attribute: string) => TerraformResource[] {
  return (resource, attribute) => {
    const named = list(own(own(expressionsOf(configuration, resource), attribute), "references")).map(textOf);
    const found: TerraformResource[] = [];
    for (const reference of named) {
      const [, type, name, index] = /^([a-z0-9_]+)\.([\w-]+)(\[.*?\])?\.id$/.exec(reference ?? "") ?? [];
      if (type === undefined) continue;
      const instances = all.filter(
        (other) =>
          other.kind !== undefined && other.module === resource.module && other.type === type && other.label === name,
      );
      const other = instance(instances, index, resource);
      // One that is not certain makes all of them uncertain.
      if (other === undefined) return [];
      if (!found.includes(other)) found.push(other);
    }
    return found;
  };
}

/**
 * Whether an expression outside of all modules has a value that a plan leaves unknown: one that refers to nothing but what the
 * plan marks so.
 */
export function isUnknownIn(plan: unknown, expression: unknown): boolean {
  const changes = list(own(plan, "resource_changes")).map((change) => [own(change, "address"), own(change, "change")]);
  const byAddress = new Map(changes.map(([address, change]) => [address, own(change, "after_unknown")]));
  const listed = list(own(expression, "references")).map((reference) => textOf(reference) ?? "");
  // `terraform_data.later.output` is followed by `terraform_data.later`.
  const isAgain = (name: string, at: number): boolean =>
    [".", "["].some((more) => listed[at - 1]?.startsWith(name + more) === true);
  const named = listed.filter((name, at) => !isAgain(name, at));
  const isUnknown = (reference: string): boolean => {
    const [, address, attribute = ""] = /^((?:data\.)?[a-z0-9_]+\.[\w-]+(?:\[[^\]]*\])?)\.(\w+)/.exec(reference) ?? [];
    return own(byAddress.get(address), attribute) === true;
  };
  return named.length > 0 && named.every(isUnknown);
}

/** The instance that is meant: by its index, the only one, or with `count.index` and `each.key` the one beside it. */
function instance(
  instances: TerraformResource[],
  index: string | undefined,
  resource: TerraformResource,
): TerraformResource | undefined {
  if (index !== undefined && /^\[(?:\d+|".*")\]$/.test(index))
    return instances.find((other) => `[${JSON.stringify(other.index)}]` === index);
  if (instances.length === 1) return instances[0];
  return resource.index === undefined ? undefined : instances.find((other) => other.index === resource.index);
}

/** `module.a["x"].module.b[0]` -> `a`, `b` */
function modulesIn(address: string): string[] {
  return [...address.replace(/\["(?:[^"\\]|\\.)*"\]/g, "").matchAll(/module\.([\w-]+)/g)].map(([, name]) => name ?? "");
}
