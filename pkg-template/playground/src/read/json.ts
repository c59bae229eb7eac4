// JSON with the location of every value, in one pass. It continues after a syntax error: a missing comma while somebody
// types must not remove the diagnostics of the other 999 resources from the screen.
import type { Args } from "../../../src/json";
import { UNKNOWN } from "../../../src/values/marks";
import type { LocatedProperty, LocatedValue, Range, TextMessage } from "./located";

const MAX_DEPTH = 100;
const MAX_ERRORS = 20;

export function readJson(text: string): { root: LocatedValue | undefined; syntaxErrors: TextMessage[] } {
  const numberAt = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
  const wordAt = /[\w$.+-]+/y;
  const syntaxErrors: TextMessage[] = [];
  let at = 0;

  function report(from: number, to: number, message: string): void {
    if (syntaxErrors.length < MAX_ERRORS && syntaxErrors.at(-1)?.from !== from)
      syntaxErrors.push({ from, to: Math.max(to, from + 1), message });
  }

  function space(): void {
    for (;;) {
      const code = text.charCodeAt(at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      at += 1;
    }
  }

  function string(): Range & { value: string } {
    const from = at;
    at += 1;
    let plain = true;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 34) {
        at += 1;
        break;
      }
      if (Number.isNaN(code) || code === 10) {
        report(from, at, "the string has no closing quote");
        return { from, to: at, value: text.slice(from + 1, at) };
      }
      if (code === 92) {
        plain = false;
        at += 1;
      }
      at += 1;
    }
    if (plain) return { from, to: at, value: text.slice(from + 1, at - 1) };
    try {
      return { from, to: at, value: JSON.parse(text.slice(from, at)) as string };
    } catch {
      report(from, at, "the string contains an escape sequence that JSON does not support");
      return { from, to: at, value: text.slice(from + 1, at - 1) };
    }
  }

  function value(depth: number): LocatedValue | undefined {
    space();
    const from = at;
    const character = text[at];
    if (depth > MAX_DEPTH) {
      report(from, from + 1, `values must be nested at most ${MAX_DEPTH} levels deep`);
      at = text.length;
      return undefined;
    }
    if (character === '"') return string();
    if (character === "{") return object(depth);
    if (character === "[") return array(depth);
    numberAt.lastIndex = at;
    const number = numberAt.exec(text);
    wordAt.lastIndex = at;
    const word = wordAt.exec(text)?.[0];
    if (number !== null && number[0] === word) {
      at += number[0].length;
      return { from, to: at, value: Number(number[0]) };
    }
    if (word !== undefined) {
      at += word.length;
      if (word === "true" || word === "false") return { from, to: at, value: word === "true" };
      if (word === "null") return { from, to: at, value: null };
      report(from, at, "not a JSON value; a string must be in double quotes");
      return { from, to: at, value: UNKNOWN };
    }
    report(from, from + 1, "expected a value");
    return undefined;
  }

  function object(depth: number): LocatedValue {
    const from = at;
    const properties = new Map<string, LocatedProperty>();
    const plain: Args = {};
    at += 1;
    for (let first = true; ; first = false) {
      space();
      if (!between("}", first, '"')) break;
      if (text[at] !== '"') {
        report(at, at + 1, at >= text.length ? "expected a closing `}`" : "expected a key in double quotes");
        if (!skip("}")) break;
        continue;
      }
      const key = string();
      space();
      if (text[at] === ":") at += 1;
      else report(key.from, key.to, "expected `:` after the key");
      const located = value(depth + 1);
      if (located === undefined) {
        if (!skip("}")) break;
        continue;
      }
      if (properties.has(key.value)) report(key.from, key.to, "duplicate key; the last value is used");
      properties.set(key.value, { keyFrom: key.from, keyTo: key.to, located });
      Object.defineProperty(plain, key.value, {
        value: located.value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    return { from, to: at, value: plain, properties };
  }

  function array(depth: number): LocatedValue {
    const from = at;
    const items: LocatedValue[] = [];
    at += 1;
    for (let first = true; ; first = false) {
      space();
      if (!between("]", first, undefined)) break;
      const located = value(depth + 1);
      if (located !== undefined) items.push(located);
      else if (!skip("]")) break;
    }
    return { from, to: at, value: items.map((item) => item.value), items };
  }

  /** Moves past a comma; false at the end of the object or array. */
  function between(end: string, first: boolean, next: string | undefined): boolean {
    if (text[at] === end) {
      at += 1;
      return false;
    }
    if (at >= text.length) {
      report(Math.max(0, text.trimEnd().length - 1), text.length, `expected a closing \`${end}\``);
      return false;
    }
    if (text[at] === (end === "}" ? "]" : "}")) {
      report(at, at + 1, `expected \`${end}\``);
      return false;
    }
    if (first) return true;
    if (text[at] !== ",") {
      report(at, at + 1, "expected a comma before this");
      return next === undefined || text[at] === next || skip(end);
    }
    const comma = at;
    at += 1;
    space();
    if (text[at] === end) {
      report(comma, comma + 1, "trailing comma");
      at += 1;
      return false;
    }
    return true;
  }

  /** Moves to the next comma or end on this level; false at the end. */
  function skip(end: string): boolean {
    while (at < text.length && text[at] !== "," && text[at] !== "}" && text[at] !== "]" && text[at] !== "\n") at += 1;
    if (text[at] === end) {
      at += 1;
      return false;
    }
    if (at >= text.length || text[at] === "}" || text[at] === "]") return false;
    return true;
  }

  space();
  if (at >= text.length) return { root: undefined, syntaxErrors };
  const root = value(0);
  space();
  if (at < text.length && syntaxErrors.length === 0)
    report(at, text.length, "unexpected text after the end of the document");
  return { root, syntaxErrors };
}
