// JSON with the place of every value, in one pass, and going on after a fault: a missing comma while somebody types
// should not take the problems of the other 999 resources off the screen.
import type { Place, Property, TextFault } from "./located";

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[\w$.+-]+/y;
const MAX_DEPTH = 100;

export function readJson(text: string): { root: Place | undefined; faults: TextFault[] } {
  const faults: TextFault[] = [];
  let at = 0;

  function fault(from: number, to: number, message: string): void {
    if (faults.length < 20 && faults.at(-1)?.from !== from) faults.push({ from, to: Math.max(to, from + 1), message });
  }

  function space(): void {
    for (;;) {
      const code = text.charCodeAt(at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      at += 1;
    }
  }

  function string(): { from: number; to: number; value: string } {
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
        fault(from, at, "the text has no closing quote");
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
      fault(from, at, "there is an escape here that JSON does not have");
      return { from, to: at, value: text.slice(from + 1, at - 1) };
    }
  }

  function value(depth: number): Place | undefined {
    space();
    const from = at;
    const character = text[at];
    if (depth > MAX_DEPTH) {
      fault(from, from + 1, "this is nested too deeply");
      at = text.length;
      return undefined;
    }
    if (character === '"') return string();
    if (character === "{") return object(depth);
    if (character === "[") return array(depth);
    NUMBER.lastIndex = at;
    const number = NUMBER.exec(text);
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.[0];
    if (number !== null && number[0] === word) {
      at += number[0].length;
      return { from, to: at, value: Number(number[0]) };
    }
    if (word !== undefined) {
      at += word.length;
      if (word === "true" || word === "false") return { from, to: at, value: word === "true" };
      if (word === "null") return { from, to: at, value: null };
      fault(from, at, "this is no value of JSON; text stands in double quotes");
      return { from, to: at, value: { unknown: true } };
    }
    fault(from, from + 1, "a value is missing here");
    return undefined;
  }

  function object(depth: number): Place {
    const from = at;
    const properties = new Map<string, Property>();
    const plain: { [key: string]: unknown } = {};
    at += 1;
    for (let first = true; ; first = false) {
      space();
      if (!between("}", first, '"')) break;
      if (text[at] !== '"') {
        fault(at, at + 1, at >= text.length ? "the closing `}` is missing" : "a key in double quotes is missing here");
        if (!skip("}")) break;
        continue;
      }
      const key = string();
      space();
      if (text[at] === ":") at += 1;
      else fault(key.from, key.to, "a `:` is missing after the key");
      const place = value(depth + 1);
      if (place === undefined) {
        if (!skip("}")) break;
        continue;
      }
      if (properties.has(key.value)) fault(key.from, key.to, `the key is written twice, and the last one counts`);
      properties.set(key.value, { keyFrom: key.from, keyTo: key.to, place });
      Object.defineProperty(plain, key.value, {
        value: place.value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    return { from, to: at, value: plain, properties };
  }

  function array(depth: number): Place {
    const from = at;
    const items: Place[] = [];
    at += 1;
    for (let first = true; ; first = false) {
      space();
      if (!between("]", first, undefined)) break;
      const place = value(depth + 1);
      if (place !== undefined) items.push(place);
      else if (!skip("]")) break;
    }
    return { from, to: at, value: items.map((item) => item.value), items };
  }

  /** Goes over a comma; false at the end of the object or array. */
  function between(end: string, first: boolean, next: string | undefined): boolean {
    if (text[at] === end) {
      at += 1;
      return false;
    }
    if (at >= text.length) {
      fault(Math.max(0, text.trimEnd().length - 1), text.length, `the closing \`${end}\` is missing`);
      return false;
    }
    if (text[at] === (end === "}" ? "]" : "}")) {
      fault(at, at + 1, `\`${end}\` belongs here`);
      return false;
    }
    if (first) return true;
    if (text[at] !== ",") {
      fault(at, at + 1, "a comma is missing before this");
      return next === undefined || text[at] === next || skip(end);
    }
    const comma = at;
    at += 1;
    space();
    if (text[at] === end) {
      fault(comma, comma + 1, "there is nothing after this comma");
      at += 1;
      return false;
    }
    return true;
  }

  /** To the next comma or end on this level; false at the end. */
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
  if (at >= text.length) return { root: undefined, faults };
  const root = value(0);
  space();
  if (at < text.length && faults.length === 0)
    fault(at, text.length, "there is something after the end of the document");
  return { root, faults };
}
