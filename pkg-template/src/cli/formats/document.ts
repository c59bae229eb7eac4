// A document of this package, in JSON or YAML.
import { type Document, kindOf, secretsOfProperty, type Step } from "../../internal";
import { list, own, plain, textOf } from "../../values/data";
import { isSecret } from "../../values/marks";
import type { Parsed } from "../input/parse";
import type { Subject } from "./subject";

/** Keys that only a document has: a request of a plan may have an `environment` too. */
const KEYS = ["packages", "configuration", "environmentVariables", "resources"];

/** Whether it is meant to be a document. What is wrong with it, the core says. */
export function isDocument(value: unknown): boolean {
  return Object.keys(plain(value)).some((key) => KEYS.includes(key));
}

export function documentOf(parsed: Parsed): Subject {
  const resources = list(own(parsed.value, "resources"));
  return {
    parsed,
    format: "document",
    document: parsed.value as Document,
    origins: resources.map((_, at) => ({ resource: ["resources", at], args: ["resources", at, "args"] })),
    top: (path) => path,
    usesPackageJson: true,
    secrets: () => secretsOf(parsed.value),
  };
}

function secretsOf(document: unknown): Step[][] {
  const found: Step[][] = [];
  const marked = (value: unknown, path: Step[]): void => {
    if (typeof value !== "object" || value === null) return;
    if (isSecret(value)) found.push([...path, "secret"]);
    else
      for (const [key, item] of Object.entries(value))
        marked(item, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  // The core knows which variables and settings are secret; here it is enough that none of them is shown.
  for (const key of ["configuration", "environmentVariables"])
    for (const name of Object.keys(plain(own(document, key)))) found.push([key, name]);
  for (const [at, resource] of list(own(document, "resources")).entries()) {
    const kind = kindOf(textOf(own(resource, "kind")) ?? "");
    for (const [property, value] of Object.entries(plain(own(resource, "args")))) {
      const path = ["resources", at, "args", property];
      found.push(...secretsOfProperty(kind, property, value, path));
      marked(value, path);
    }
  }
  return found;
}
