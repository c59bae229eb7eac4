// Unique resource names: `urn:pulumi:STACK::PROJECT::PARENT$TYPE::NAME`.

const ROOT = "pulumi:pulumi:Stack";

/** The types of a resource and its parents, joined by `$`. */
const qualifiedTypeOf = (urn) => urn.split("::")[2];

/** The name of a resource. The stack, which is everything's parent, does not show in it. */
export function urnOf({ stack, project }, { type, name, parent }) {
  const within = parent === "" ? ROOT : qualifiedTypeOf(parent);
  return `urn:pulumi:${stack}::${project}::${within === ROOT ? "" : `${within}$`}${type}::${name}`;
}
