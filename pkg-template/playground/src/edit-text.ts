// Edits of args as changes of the text: only the edited values are rewritten, so layout, comments and quotes stay.
import type { Edit } from "eventstorecloud-planner";
import type { Args } from "../../src/json";
import { inside, steps, type Language, type LocatedText, type LocatedValue, type Range, type Step } from "./read";

/** A replacement in the text, as CodeMirror expects it. */
export interface Change extends Range {
  insert: string;
}

type Subject = { kind: string; name: string } | undefined;

/** The changes that write a fix into the text; undefined if the value to change is not written there. */
export function changesOf(
  text: string,
  located: LocatedText,
  subject: Subject,
  edits: readonly Edit[],
): Change[] | undefined {
  const resource = subject && located.resources.find(subject.kind, subject.name);
  const start = subject === undefined ? located.root : resource?.args;
  if (start === undefined) {
    if (located.form !== "document" || resource === undefined) return undefined;
    // The resource has no args yet: add them.
    const args: Args = {};
    for (const edit of edits) if ("value" in edit) args[edit.path] = edit.value;
    return insertInto(text, located.language, resource.whole, [["args", JSON.stringify(args)]]);
  }
  const changes: Change[] = [];
  // New properties of one object are inserted together, to keep their order.
  const added = new Map<LocatedValue, [string, string][]>();
  for (const edit of edits) {
    const path = steps(edit.path);
    const last = path.pop();
    const parent = path.reduce<LocatedValue | undefined>(inside, start);
    if (last === undefined || parent === undefined) return undefined;
    const old = inside(parent, last);
    if (!("value" in edit)) {
      if (old !== undefined) changes.push(removal(text, parent, last));
    } else if (old !== undefined) {
      const insert = literal(edit.value, located.language, text.slice(old.from, old.to));
      changes.push({ from: old.from, to: old.to, insert });
    } else if (typeof last === "string" && parent.properties !== undefined) {
      added.set(parent, [...(added.get(parent) ?? []), [last, literal(edit.value, located.language, "")]]);
    } else {
      return undefined;
    }
  }
  for (const [parent, properties] of added) changes.push(...insertInto(text, located.language, parent, properties));
  changes.sort((a, b) => a.from - b.from);
  return changes.some(({ from }, index) => from < (changes[index - 1]?.to ?? 0)) ? undefined : changes;
}

/** A value in this language, in the quotes of the old one. */
function literal(value: unknown, language: Language, old: string): string {
  const text = JSON.stringify(value);
  if (language !== "typescript" || !old.startsWith("'") || typeof value !== "string" || /['"\\]/.test(value))
    return text;
  return `'${value}'`;
}

function key(name: string, language: Language): string {
  return language === "typescript" && /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/** Adds properties at the end of an object, in the layout of the existing ones. */
function insertInto(text: string, language: Language, object: LocatedValue, added: [string, string][]): Change[] {
  const written = added.map(([name, value]) => `${key(name, language)}: ${value}`);
  const last = [...(object.properties?.values() ?? [])].reduce<{ keyFrom: number; to: number } | undefined>(
    (latest, { keyFrom, located: { to } }) => (latest === undefined || to > latest.to ? { keyFrom, to } : latest),
    undefined,
  );
  if (last === undefined) {
    const hasLines = text.slice(object.from, object.to).includes("\n");
    const indent = `${indentAt(text, object.from)}${unit(text)}`;
    const insert = hasLines
      ? `\n${indent}${written.join(`,\n${indent}`)}\n${indentAt(text, object.from)}`
      : ` ${written.join(", ")} `;
    return [{ from: object.from + 1, to: object.to - 1, insert }];
  }
  const lineStart = text.lastIndexOf("\n", last.keyFrom - 1) + 1;
  const ownLine = text.slice(lineStart, last.keyFrom).trim() === "";
  const separator = ownLine ? `,\n${text.slice(lineStart, last.keyFrom)}` : ", ";
  return [{ from: last.to, to: last.to, insert: written.map((property) => `${separator}${property}`).join("") }];
}

/** Removes a property or an item, and its comma. */
function removal(text: string, parent: LocatedValue, last: Step): Change {
  const property = typeof last === "string" ? parent.properties?.get(last) : undefined;
  const item = typeof last === "number" ? parent.items?.[last] : undefined;
  let from = property?.keyFrom ?? item?.from ?? 0;
  let to = property?.located.to ?? item?.to ?? 0;
  const after = /^\s*,/.exec(text.slice(to));
  if (after !== null) {
    to += after[0].length;
    const line = /^[ \t]*\n/.exec(text.slice(to));
    const lineStart = text.lastIndexOf("\n", from - 1) + 1;
    if (line !== null && text.slice(lineStart, from).trim() === "") {
      from = lineStart;
      to += line[0].length;
    } else {
      to += /^[ \t]*/.exec(text.slice(to))?.[0].length ?? 0;
    }
  } else {
    const before = /,\s*$/.exec(text.slice(0, from));
    if (before !== null) from = before.index;
  }
  return { from, to, insert: "" };
}

function indentAt(text: string, at: number): string {
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? "";
}

/** One step of indentation in this text. */
function unit(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? "  ";
}

/** A resource to add at the end of a text. */
export interface NewResource {
  kind: string;
  name: string;
  args: Args;
}

/** The changes that add resources to a document or program; undefined if the text is neither. */
export function additions(text: string, located: LocatedText, resources: NewResource[]): Change[] | undefined {
  if (resources.length === 0) return [];
  if (located.form === "document") {
    const list = inside(located.root, "resources");
    if (list?.items === undefined) return undefined;
    const last = list.items.at(-1);
    const indent = last === undefined ? `${indentAt(text, list.from)}${unit(text)}` : indentAt(text, last.from);
    const written = resources.map(({ kind, name, args }) => laidOut({ kind, name, args }, indent, unit(text)));
    if (last === undefined)
      return [
        {
          from: list.from + 1,
          to: list.to - 1,
          insert: `\n${indent}${written.join(`,\n${indent}`)}\n${indentAt(text, list.from)}`,
        },
      ];
    return [{ from: last.to, to: last.to, insert: written.map((resource) => `,\n${indent}${resource}`).join("") }];
  }
  if (located.language !== "typescript" || (located.form !== "program" && located.form !== "nothing")) return undefined;
  const variables = new Map(located.resources.all.map(({ name, variable }) => [name, variable]));
  const namespace = located.namespace ?? /new\s+(\w+)\./.exec(text)?.[1] ?? "esc";
  const written = resources.map(({ kind, name, args }) => {
    const properties = Object.entries(args).map(
      ([property, value]) => `    ${key(property, "typescript")}: ${expression(value, variables)},`,
    );
    return `new ${namespace}.${kind}(${JSON.stringify(name)}, {\n${properties.join("\n")}\n});`;
  });
  const end = text.trimEnd().length;
  return [{ from: end, to: text.length, insert: `\n\n${written.join("\n")}\n` }];
}

function expression(value: unknown, variables: ReadonlyMap<string, string | undefined>): string {
  const ref = typeof value === "object" && value !== null ? (value as { ref?: unknown }).ref : undefined;
  const variable = typeof ref === "string" ? variables.get(ref) : undefined;
  if (variable !== undefined) return `${variable}.id`;
  return JSON.stringify(value);
}

/** JSON in the layout of the examples: a line for each part of a resource, short objects on one line. */
function laidOut({ kind, name, args }: NewResource, indent: string, step: string): string {
  const inner = `${indent}${step}`;
  const spaced = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(spaced).join(", ")}]`;
    if (typeof value !== "object" || value === null) return JSON.stringify(value);
    return `{ ${Object.entries(value)
      .map(([name, part]) => `${JSON.stringify(name)}: ${spaced(part)}`)
      .join(", ")} }`;
  };
  const properties = Object.entries(args).map(
    ([property, value]) => `${inner}${step}${JSON.stringify(property)}: ${spaced(value)}`,
  );
  return (
    `{\n${inner}"kind": ${JSON.stringify(kind)},\n${inner}"name": ${JSON.stringify(name)},\n${inner}"args": {\n` +
    `${properties.join(",\n")}\n${inner}}\n${indent}}`
  );
}
