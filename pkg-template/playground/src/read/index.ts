// From the text in the editor to a document: JSON or TypeScript, whole programs or one resource.
import { kindOf, type Document } from "eventstorecloud-planner";
import { readJson } from "./json";
import { Grammar, readProgram } from "./program";
import { inside, ResourceList, type LocatedResource, type LocatedText, type LocatedValue } from "./located";
import type { Args } from "../../../src/json";

export * from "./located";
export { Grammar } from "./program";

/** The language that a text is written in. */
export function languageOf(text: string): "json" | "typescript" {
  const start = /^\s*([[{])\s*(.?)/.exec(text);
  if (start === null) return text.trim() === "" ? "json" : "typescript";
  return start[1] === "[" || start[2] === '"' || start[2] === "}" || start[2] === "" ? "json" : "typescript";
}

/** Reads a text. `kind` is that of args without a resource around them. A caller that reads often keeps a grammar. */
export function read(text: string, kind: string, grammar?: Grammar): LocatedText {
  return languageOf(text) === "json" ? fromJson(text, kind) : readProgram(text, kind, grammar ?? new Grammar());
}

function fromJson(text: string, kind: string): LocatedText {
  const { root, syntaxErrors } = readJson(text);
  const located: LocatedText = {
    language: "json",
    form: "nothing",
    document: { resources: [] },
    resources: new ResourceList([]),
    root,
    syntaxErrors,
  };
  if (root?.properties === undefined) {
    if (root !== undefined && syntaxErrors.length === 0)
      syntaxErrors.push({ from: root.from, to: root.to, message: "a document must be an object with `resources`" });
    return located;
  }
  if (root.properties.has("resources") || root.properties.size === 0) {
    const resources = new ResourceList((root.properties.get("resources")?.located.items ?? []).map(resourceAt));
    return { ...located, form: "document", document: root.value as Document, resources };
  }
  // The paths of a single resource start at its args, so no path starts at the root.
  const wrapped = (resource: LocatedResource, form: "resource" | "args"): LocatedText => ({
    ...located,
    form,
    root: undefined,
    resources: new ResourceList([resource]),
    document: {
      partial: true,
      resources: [{ kind: resource.kind, name: resource.name, args: (resource.args?.value ?? {}) as Args }],
    },
  });
  const written = root.properties.get("kind")?.located.value;
  if (typeof written === "string" && (root.properties.has("args") || kindOf(written) !== undefined))
    return wrapped(resourceAt(root), "resource");
  return wrapped(
    { kind, name: "example", whole: root, head: { from: root.from, to: root.from + 1 }, args: root },
    "args",
  );
}

function resourceAt(located: LocatedValue): LocatedResource {
  const text = (key: string): string => {
    const value = inside(located, key)?.value;
    return typeof value === "string" ? value : "";
  };
  const head = inside(located, "name") ?? inside(located, "kind") ?? { from: located.from, to: located.from + 1 };
  return { kind: text("kind"), name: text("name"), whole: located, head, args: inside(located, "args") };
}
