// From a document, such as `check` reads, to what an engine would record of the same program.
import { createRequire } from "node:module";

import { secret, UNKNOWN } from "./values.mjs";

const { kinds } = createRequire(import.meta.url)("eventstorecloud-planner");

/**
 * Registrations for `requestsOf`. `preview`: ids of resources are not known yet; else each is `idOf(name)`. `family`:
 * the provider package, with its `version`.
 */
export function registrationsOf(document, { family, version, preview = false, idOf = (name) => `${name}-id` }) {
  const typeOf = (kind) =>
    kind === "Provider"
      ? `pulumi:providers:${family}`
      : `${family}:index/${kind[0].toLowerCase()}${kind.slice(1)}:${kind}`;
  const urnOf = ({ kind, name }) => `urn:pulumi:dev::demo::${typeOf(kind)}::${name}`;
  const named = (name, kind) =>
    document.resources.find((other) => other.name === name && other.kind === kind) ??
    document.resources.find((other) => other.name === name);

  return document.resources.map((resource) => {
    const { kind, name, args = {}, dependsOn = [] } = resource;
    const propertyDependencies = {};
    const encoded = (value, property) => {
      if (Array.isArray(value)) return value.map((item) => encoded(item, property));
      if (typeof value !== "object" || value === null) return value;
      if ("ref" in value) {
        const wanted = kinds()
          .find((known) => known.kind === kind)
          .properties.find((known) => known.name === property)?.refersTo;
        const other = named(value.ref, wanted);
        (propertyDependencies[property] ??= []).push(urnOf(other));
        return preview ? UNKNOWN : idOf(other.name);
      }
      if (value.unknown === true) return UNKNOWN;
      if ("secret" in value) return secret(value.secret === true ? UNKNOWN : encoded(value.secret, property));
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encoded(item, property)]));
    };
    const props = Object.fromEntries(
      Object.entries(args).map(([property, value]) => [property, encoded(value, property)]),
    );
    const dependencies = [
      ...new Set([...Object.values(propertyDependencies).flat(), ...dependsOn.map((other) => urnOf(named(other)))]),
    ];
    return { type: typeOf(kind), name, urn: urnOf(resource), props, propertyDependencies, dependencies, version };
  });
}
