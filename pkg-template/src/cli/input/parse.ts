// JSON and YAML with the locations of their parts. These are only looked for when something is to be shown.
import type { Node as JsonNode } from "jsonc-parser";
import type { Document as YamlDocument } from "yaml";
import type { Position, Step } from "../../internal";
import { Failure, messageOf } from "../failure";
import { eventInstead } from "../formats/instead";
import { Lines } from "./lines";
import type { Source } from "./read";

/** From where to where, in characters. */
export interface Range {
  start: number;
  end: number;
}

/** A file that could be parsed. */
export interface Parsed extends Source {
  syntax: "json" | "yaml";
  value: unknown;
  lines: Lines;
  /** Where a part is written; undefined when it is not in the file. Load `locations` first. */
  range(steps: readonly Step[]): Range | undefined;
  /** Loads what tells locations. */
  locations(): Promise<void>;
}

/** Levels of nesting; a plan of Terraform has about twenty. */
const DEEPEST = 200;
/** Characters of YAML, whose parser is some hundred times slower than that of JSON. */
const MOST_YAML = 4 * 1024 * 1024;

/** Parses a file by its name, or by how it begins. */
export async function parse(source: Source): Promise<Parsed> {
  const isYaml = /\.ya?ml$/i.test(source.file ?? "");
  const isJson = /\.json$/i.test(source.file ?? "") || (!isYaml && /^\s*[[{]/.test(source.text));
  const parsed = isJson ? await json(source) : await yaml(source);
  if (isDeeper(parsed.value, DEEPEST))
    throw new Failure(`${source.shown}: must not be nested more than ${DEEPEST} levels deep`);
  return parsed;
}

async function json(source: Source): Promise<Parsed> {
  const lines = new Lines(source.text);
  let value: unknown;
  try {
    value = JSON.parse(source.text);
  } catch {
    const { offset, isCut } = await firstError(source);
    const { line, column } = lines.position(offset);
    const instead = streamInstead(source.text, offset);
    if (instead !== undefined) throw new Failure(`${source.shown}: ${instead}`);
    const around = textAround(source.text, offset);
    if (around !== undefined) throw new Failure(`${source.shown}:${line}:${column}: ${around}`);
    const why = isCut ? "the end is missing; was the file cut off?" : found(source.text.slice(offset));
    throw new Failure(`${source.shown}:${line}:${column}: invalid JSON: ${why}`);
  }
  let tree: JsonNode | undefined;
  let find: typeof import("jsonc-parser").findNodeAtLocation | undefined;
  return {
    ...source,
    syntax: "json",
    value,
    lines,
    locations: async () => {
      if (find !== undefined) return;
      const library = await import("jsonc-parser");
      tree = library.parseTree(source.text);
      find = library.findNodeAtLocation;
    },
    range: (steps) => {
      const node = tree && find?.(tree, [...steps]);
      return node && { start: node.offset, end: node.offset + node.length };
    },
  };
}

/** The first error in JSON. The parser of the language does not always give its offset. */
async function firstError({ text, shown }: Source): Promise<{ offset: number; isCut: boolean }> {
  const { visit } = await import("jsonc-parser");
  let first: { offset: number; isCut: boolean } | undefined;
  try {
    visit(
      text,
      {
        onError: (_, offset, length) => {
          first ??= { offset, isCut: offset + length >= text.trimEnd().length && !/[\]}]\s*$/.test(text) };
        },
      },
      { disallowComments: true },
    );
  } catch {
    // An object inside an object is a call inside a call in this parser.
    throw new Failure(`${shown}: must not be nested more than ${DEEPEST} levels deep`);
  }
  return first ?? { offset: text.length, isCut: true };
}

const BESIDE = "use only the standard output of the command, without `2>&1`";

/** What to give instead of a stream of events: JSON values one after the other. */
function streamInstead(text: string, offset: number): string | undefined {
  const first = text.slice(0, offset);
  return isJson(first) ? eventInstead(JSON.parse(first)) : undefined;
}

/** Whether the text is JSON with other text around it: what a command says besides, or what several commands print. */
function textAround(text: string, offset: number): string | undefined {
  const [before, rest] = [text.slice(0, offset), text.slice(offset)];
  if (isJson(before))
    return /^\s*[[{]/.test(rest)
      ? "a second JSON value begins here; use one file for each, not a log or a stream of events"
      : `unexpected text after the end of the JSON; ${BESIDE}`;
  const start = /^[[{]\s*$/m.exec(text)?.index ?? -1;
  return start > 0 && isJson(text.slice(start))
    ? `unexpected text before the JSON, which begins in line ${new Lines(text).position(start).line}; ${BESIDE}`
    : undefined;
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}

/** What is unexpected: only its kind, because the text may be a secret. */
function found(rest: string): string {
  if (/^\s*(?:\/[/*]|#)/.test(rest)) return "JSON has no comments; use YAML for a file with comments";
  const what = /^\s*["'`]/.test(rest)
    ? "a string"
    : /^\s*[\w$]/.test(rest)
      ? "a word or a number"
      : `\`${rest
          .trimStart()
          .slice(0, 1)
          .replace(/[^\x20-\x7e]/, "?")}\``;
  return `unexpected ${what}`;
}

async function yaml(source: Source): Promise<Parsed> {
  if (source.text.length > MOST_YAML)
    throw new Failure(
      `${source.shown}: must not be larger than ${MOST_YAML / 1024 / 1024} MB in YAML; write it as JSON`,
    );
  const bracket = deepestBracket(source.text);
  if (bracket > DEEPEST) throw new Failure(`${source.shown}: must not be nested more than ${DEEPEST} levels deep`);
  const { LineCounter, parseAllDocuments } = await import("yaml");
  const lines = new Lines(source.text);
  let document: YamlDocument | undefined;
  let value: unknown;
  try {
    const documents = parseAllDocuments(source.text, {
      lineCounter: new LineCounter(),
      prettyErrors: false,
      logLevel: "error",
    });
    if (Array.isArray(documents) && documents.length > 1)
      throw new Failure(`${source.shown}: has ${documents.length} YAML documents; use one file for each`);
    document = (documents as YamlDocument[])[0];
    const error = document?.errors[0];
    if (error !== undefined) {
      const { line, column } = lines.position(error.pos[0]);
      const end = source.text.indexOf("\n");
      const instead = end === -1 ? undefined : streamInstead(source.text, end);
      if (instead !== undefined) throw new Failure(`${source.shown}: ${instead}`);
      const around = textAround(source.text, 0);
      if (around !== undefined) throw new Failure(`${source.shown}:1:1: ${around}`);
      throw new Failure(
        `${source.shown}:${line}:${column}: invalid YAML: ` + `${YAML_ERRORS[error.code] ?? "cannot be read"}`,
      );
    }
    value = document?.toJS({ maxAliasCount: 100 });
  } catch (error) {
    if (error instanceof Failure) throw error;
    const why =
      error instanceof RangeError
        ? "nested too deeply"
        : /alias/i.test(messageOf(error))
          ? "has an alias that is unknown or expands to too much"
          : "invalid YAML";
    throw new Failure(`${source.shown}: ${why}`);
  }
  return {
    ...source,
    syntax: "yaml",
    value,
    lines,
    locations: () => Promise.resolve(),
    range: (steps) => {
      const node = steps.length === 0 ? document?.contents : document?.getIn(steps, true);
      const range = (node as { range?: [number, number, number] | null } | null | undefined)?.range;
      return range ? { start: range[0], end: range[1] } : undefined;
    },
  };
}

/** The parser's own messages repeat the text, which may be secret. */
const YAML_ERRORS: { [code: string]: string } = {
  ALIAS_PROPS: "an alias has properties",
  BAD_ALIAS: "invalid alias",
  BAD_INDENT: "invalid indentation",
  BAD_SCALAR_START: "a string that must be quoted",
  BLOCK_AS_IMPLICIT_KEY: "a nested mapping on one line",
  DUPLICATE_KEY: "duplicate key",
  IMPOSSIBLE: "cannot be read",
  KEY_OVER_1024_CHARS: "key is too long",
  MISSING_CHAR: "missing character, such as a colon, a quote or a bracket",
  MULTILINE_IMPLICIT_KEY: "a key over several lines",
  MULTIPLE_ANCHORS: "two anchors",
  MULTIPLE_DOCS: "a second document",
  MULTIPLE_TAGS: "two tags",
  TAB_AS_INDENT: "tabs are not allowed as indentation; use spaces",
  TAG_RESOLVE_FAILED: "unknown tag",
  RESOURCE_EXHAUSTION: "nested too deeply",
  UNEXPECTED_TOKEN: "unexpected character",
  BAD_DIRECTIVE: "invalid directive",
  BAD_DQ_ESCAPE: "invalid escape",
  BAD_PROP_ORDER: "invalid order of properties",
};

/** How deep brackets are nested; those in texts count too, and do no harm. */
function deepestBracket(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x5b || code === 0x7b) deepest = Math.max(deepest, ++depth);
    else if ((code === 0x5d || code === 0x7d) && depth > 0) depth--;
  }
  return deepest;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1));
}

/** Where a part is, or the nearest thing around it. */
export function nearest(parsed: Parsed, steps: readonly Step[]): { start: Position; end: Position; isExact: boolean } {
  for (let length = steps.length; length >= 0; length--) {
    const range = parsed.range(steps.slice(0, length));
    if (range !== undefined)
      return {
        start: parsed.lines.position(range.start),
        end: parsed.lines.position(range.end),
        isExact: length === steps.length,
      };
  }
  const start = parsed.lines.position(0);
  return { start, end: start, isExact: false };
}
