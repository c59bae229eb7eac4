// JSON and YAML with the places of their parts. The places are only looked for when something is to be shown.
import type { Node as JsonNode } from "jsonc-parser";
import type { Document as YamlDocument } from "yaml";
import type { Step } from "../../internal";
import { Failure, oneLine } from "../failure";
import { Lines, type Place } from "./lines";
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
  /** Where a part is written; undefined when it is not in the file. Ask for `places` first. */
  range(steps: readonly Step[]): Range | undefined;
  /** Loads what tells places. */
  places(): Promise<void>;
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
    throw new Failure(`${source.shown}: it is nested more than ${DEEPEST} levels deep`);
  return parsed;
}

async function json(source: Source): Promise<Parsed> {
  const lines = new Lines(source.text);
  let value: unknown;
  try {
    value = JSON.parse(source.text);
  } catch {
    const { offset, isCut } = await faultIn(source);
    const place = lines.place(offset);
    const around = textAround(source.text, offset);
    if (around !== undefined) throw new Failure(`${source.shown}:${place.line}:${place.column}: ${around}`);
    const why = isCut ? "the end is missing; was the file cut off?" : found(source.text.slice(offset));
    throw new Failure(`${source.shown}:${place.line}:${place.column}: it is no JSON here: ${why}`);
  }
  let tree: JsonNode | undefined;
  let find: typeof import("jsonc-parser").findNodeAtLocation | undefined;
  return {
    ...source,
    syntax: "json",
    value,
    lines,
    places: async () => {
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

/** Where JSON ends to be JSON. The parser of the language does not always say it. */
async function faultIn({ text, shown }: Source): Promise<{ offset: number; isCut: boolean }> {
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
    throw new Failure(`${shown}: it is nested more than ${DEEPEST} levels deep`);
  }
  return first ?? { offset: text.length, isCut: true };
}

const BESIDE = "give what the command prints to standard output only, without `2>&1`";

/** Whether the text is JSON with other text around it: what a command says besides, or what several commands print. */
function textAround(text: string, offset: number): string | undefined {
  const [before, rest] = [text.slice(0, offset), text.slice(offset)];
  if (isJson(before))
    return /^\s*[[{]/.test(rest)
      ? "a second JSON value begins here; give a file for each, and no log and no stream of events"
      : `the JSON has ended before this; ${BESIDE}`;
  const start = /^[[{]\s*$/m.exec(text)?.index ?? -1;
  return start > 0 && isJson(text.slice(start))
    ? `the JSON begins in line ${new Lines(text).place(start).line}, with other text before it; ${BESIDE}`
    : undefined;
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}

/** What stands where it should not: only its kind, because the text may be a secret. */
function found(rest: string): string {
  if (/^\s*(?:\/[/*]|#)/.test(rest)) return "JSON has no comments; write YAML where some are needed";
  const what = /^\s*["'`]/.test(rest)
    ? "a text"
    : /^\s*[\w$]/.test(rest)
      ? "a word or a number"
      : `\`${rest
          .trimStart()
          .slice(0, 1)
          .replace(/[^\x20-\x7e]/, "?")}\``;
  return `${what} is not expected`;
}

async function yaml(source: Source): Promise<Parsed> {
  if (source.text.length > MOST_YAML) throw new Failure(`${source.shown}: it is too large for YAML; write it as JSON`);
  const bracket = deepestBracket(source.text);
  if (bracket > DEEPEST) throw new Failure(`${source.shown}: it is nested more than ${DEEPEST} levels deep`);
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
      throw new Failure(`${source.shown}: it has ${documents.length} YAML documents; put each into a file of its own`);
    document = (documents as YamlDocument[])[0];
    const fault = document?.errors[0];
    if (fault !== undefined) {
      const place = lines.place(fault.pos[0]);
      const around = textAround(source.text, 0);
      if (around !== undefined) throw new Failure(`${source.shown}:1:1: ${around}`);
      throw new Failure(
        `${source.shown}:${place.line}:${place.column}: it is no YAML here: ` +
          `${YAML_FAULTS[fault.code] ?? "it cannot be read"}`,
      );
    }
    value = document?.toJS({ maxAliasCount: 100 });
  } catch (error) {
    if (error instanceof Failure) throw error;
    const why =
      error instanceof RangeError
        ? "it is nested too deeply"
        : /alias/i.test(oneLine(error))
          ? "its aliases stand for too much, or for nothing"
          : "it is no YAML";
    throw new Failure(`${source.shown}: ${why}`);
  }
  return {
    ...source,
    syntax: "yaml",
    value,
    lines,
    places: () => Promise.resolve(),
    range: (steps) => {
      const node = steps.length === 0 ? document?.contents : document?.getIn(steps, true);
      const range = (node as { range?: [number, number, number] | null } | null | undefined)?.range;
      return range ? { start: range[0], end: range[1] } : undefined;
    },
  };
}

/** The parser's own messages repeat the text, which may be secret. */
const YAML_FAULTS: { [code: string]: string } = {
  ALIAS_PROPS: "an alias has properties",
  BAD_ALIAS: "a wrong alias",
  BAD_INDENT: "wrong indentation",
  BAD_SCALAR_START: "a text that has to be quoted",
  BLOCK_AS_IMPLICIT_KEY: "a nested mapping on one line",
  DUPLICATE_KEY: "a key that is there already",
  IMPOSSIBLE: "it cannot be read",
  KEY_OVER_1024_CHARS: "a key that is too long",
  MISSING_CHAR: "a character is missing, such as a colon, a quote or a bracket",
  MULTILINE_IMPLICIT_KEY: "a key over several lines",
  MULTIPLE_ANCHORS: "two anchors",
  MULTIPLE_DOCS: "a second document",
  MULTIPLE_TAGS: "two tags",
  TAB_AS_INDENT: "tabs cannot indent; use spaces",
  TAG_RESOLVE_FAILED: "a tag that is not known",
  RESOURCE_EXHAUSTION: "it is nested too deeply",
  UNEXPECTED_TOKEN: "something that is not expected",
  BAD_DIRECTIVE: "a wrong directive",
  BAD_DQ_ESCAPE: "a wrong escape",
  BAD_PROP_ORDER: "a wrong order of properties",
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

/** The place of a part, or of the nearest thing around it. */
export function nearest(
  parsed: Parsed,
  steps: readonly Step[],
): { range: Range; place: Place; end: Place; isExact: boolean } {
  for (let length = steps.length; length >= 0; length--) {
    const range = parsed.range(steps.slice(0, length));
    if (range !== undefined)
      return {
        range,
        place: parsed.lines.place(range.start),
        end: parsed.lines.place(range.end),
        isExact: length === steps.length,
      };
  }
  const start = { line: 1, column: 1 };
  return { range: { start: 0, end: 0 }, place: start, end: start, isExact: false };
}
