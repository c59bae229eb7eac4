// Which resources a value that is not known yet comes from, as the configuration in a plan of Terraform says it.
import { list, own, type Plain, textOf } from "./subject";
import type { Step } from "../../internal";

/** A resource of a plan or a state. */
export interface TerraformResource {
  address: string;
  type: string;
  /** Our kind; undefined for a resource of another provider. */
  kind: string | undefined;
  name: string;
  index: unknown;
  module: string;
  provider: string;
  values: Plain;
  unknown: unknown;
  sensitive: unknown;
  /** Where its values are in the file. */
  path: Step[];
}

/** Gives the addresses of the resources that an attribute takes its value from; none where that is not certain. */
export function references(
  configuration: unknown,
  all: TerraformResource[],
): (resource: TerraformResource, attribute: string) => string[] {
  return (resource, attribute) => {
    let module = own(configuration, "root_module");
    for (const name of modulesIn(resource.module)) module = own(own(own(module, "module_calls"), name), "module");
    const written = list(own(module, "resources")).find(
      (item) => own(item, "type") === resource.type && own(item, "name") === resource.name,
    );
    const named = list(own(own(own(written, "expressions"), attribute), "references")).map(textOf);
    const found: string[] = [];
    for (const reference of named) {
      const [, type, name, index] = /^([a-z0-9_]+)\.([\w-]+)(\[.*?\])?\.id$/.exec(reference ?? "") ?? [];
      if (type === undefined) continue;
      const instances = all.filter(
        (other) =>
          other.kind !== undefined && other.module === resource.module && other.type === type && other.name === name,
      );
      const address = instance(instances, index, resource)?.address;
      // One that is not certain makes all of them uncertain.
      if (address === undefined) return [];
      if (!found.includes(address)) found.push(address);
    }
    return found;
  };
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
