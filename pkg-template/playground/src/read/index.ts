// From the text in the editor to a document: JSON or TypeScript, whole programs or one resource.
import { kindOf, type Document } from "eventstorecloud-planner";
import { readJson } from "./json";
import { Grammar, readProgram } from "./program";
import type { Located, LocatedResource, Place } from "./located";

export * from "./located";
export { Grammar } from "./program";

/** Which language a text is written in. */
export function languageOf(text: string): "json" | "typescript" {
  const start = /^\s*([[{])\s*(.?)/.exec(text);
  if (start === null) return text.trim() === "" ? "json" : "typescript";
  return start[1] === "[" || start[2] === '"' || start[2] === "}" || start[2] === "" ? "json" : "typescript";
}

/** Reads a text. `kind` is that of args which stand alone. Whoever reads often keeps a grammar. */
export function read(text: string, kind: string, grammar?: Grammar): Located {
  return languageOf(text) === "json" ? fromJson(text, kind) : readProgram(text, kind, grammar ?? new Grammar());
}

function fromJson(text: string, kind: string): Located {
  const { root, faults } = readJson(text);
  const located: Located = {
    language: "json",
    form: "nothing",
    document: { resources: [] },
    resources: [],
    root,
    faults,
  };
  if (root?.properties === undefined) {
    if (root !== undefined && faults.length === 0)
      faults.push({ from: root.from, to: root.to, message: "a document is an object with `resources`" });
    return located;
  }
  if (root.properties.has("resources") || root.properties.size === 0) {
    const resources = (root.properties.get("resources")?.place.items ?? []).map(resourceAt);
    return { ...located, form: "document", document: root.value as Document, resources };
  }
  // The paths of a single resource are those of its args, so nothing is found at the root.
  const wrapped = (resource: LocatedResource, form: "resource" | "args"): Located => ({
    ...located,
    form,
    root: undefined,
    resources: [resource],
    document: {
      partial: true,
      resources: [
        { kind: resource.kind, name: resource.name, args: (resource.args?.value ?? {}) as { [key: string]: unknown } },
      ],
    },
  });
  const written = root.properties.get("kind")?.place.value;
  if (typeof written === "string" && (root.properties.has("args") || kindOf(written) !== undefined))
    return wrapped(resourceAt(root), "resource");
  return wrapped(
    { kind, name: "example", whole: root, head: { from: root.from, to: root.from + 1 }, args: root },
    "args",
  );
}

function resourceAt(place: Place): LocatedResource {
  const text = (key: string): string => {
    const value = place.properties?.get(key)?.place.value;
    return typeof value === "string" ? value : "";
  };
  const head = place.properties?.get("name")?.place ??
    place.properties?.get("kind")?.place ?? { from: place.from, to: place.from + 1 };
  return { kind: text("kind"), name: text("name"), whole: place, head, args: place.properties?.get("args")?.place };
}
