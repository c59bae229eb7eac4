// Edits of args as edits of text: only what changes is rewritten, so that layout, comments and quotes stay.
import type { Edit } from "eventstorecloud-planner";
import { inside, resourceNamed, steps, type Language, type Located, type Place, type Step } from "./read";

/** A replacement in the text, as CodeMirror takes it. */
export interface Change {
  from: number;
  to: number;
  insert: string;
}

type Subject = { kind: string; name: string } | undefined;

/** The changes that write a fix into the text; undefined where its place is not written there. */
export function changesOf(
  text: string,
  located: Located,
  subject: Subject,
  edits: readonly Edit[],
): Change[] | undefined {
  const resource = subject && resourceNamed(located, subject.kind, subject.name);
  const start = subject === undefined ? located.root : resource?.args;
  if (start === undefined) {
    if (located.form !== "document" || resource === undefined) return undefined;
    // A resource without args gets them.
    const args: { [key: string]: unknown } = {};
    for (const edit of edits) if ("value" in edit) args[edit.path] = edit.value;
    return insertInto(text, located.language, resource.whole, [["args", JSON.stringify(args)]]);
  }
  const changes: Change[] = [];
  // Properties that are new in one object are inserted together, or they would come in the wrong order.
  const added = new Map<Place, [string, string][]>();
  for (const edit of edits) {
    const way = steps(edit.path);
    const last = way.pop();
    const parent = way.reduce<Place | undefined>(inside, start);
    if (last === undefined || parent === undefined) return undefined;
    const place = inside(parent, last);
    if (!("value" in edit)) {
      if (place !== undefined) changes.push(removal(text, parent, last));
    } else if (place !== undefined) {
      changes.push({
        from: place.from,
        to: place.to,
        insert: literal(edit.value, located.language, text.slice(place.from, place.to)),
      });
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

/** A value in the language, with the quotes that the old one had. */
function literal(value: unknown, language: Language, old: string): string {
  const text = JSON.stringify(value);
  if (language !== "typescript" || !old.startsWith("'") || typeof value !== "string" || /['"\\]/.test(value))
    return text;
  return `'${value}'`;
}

function key(name: string, language: Language): string {
  return language === "typescript" && /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/** Adds properties at the end of an object, laid out as those that are there. */
function insertInto(text: string, language: Language, object: Place, added: [string, string][]): Change[] {
  const written = added.map(([name, value]) => `${key(name, language)}: ${value}`);
  const last = [...(object.properties?.values() ?? [])].reduce<{ keyFrom: number; to: number } | undefined>(
    (latest, { keyFrom, place }) => (latest === undefined || place.to > latest.to ? { keyFrom, to: place.to } : latest),
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

/** Takes a property or an item out, with the comma that goes with it. */
function removal(text: string, parent: Place, last: Step): Change {
  const property = typeof last === "string" ? parent.properties?.get(last) : undefined;
  const item = typeof last === "number" ? parent.items?.[last] : undefined;
  let from = property?.keyFrom ?? item?.from ?? 0;
  let to = property?.place.to ?? item?.to ?? 0;
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

/** A resource that is to be written at the end of a text. */
export interface NewResource {
  kind: string;
  name: string;
  args: { [property: string]: unknown };
}

/** The changes that add resources to a document or to a program; undefined where the text is neither. */
export function additions(text: string, located: Located, resources: NewResource[]): Change[] | undefined {
  if (resources.length === 0) return [];
  if (located.form === "document") {
    const list = located.root?.properties?.get("resources")?.place;
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
  const variables = new Map(located.resources.map(({ name, variable }) => [name, variable]));
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

/** JSON as the examples have it: a line for each part of a resource, short objects on one line. */
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
