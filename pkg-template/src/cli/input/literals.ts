// What in a program may be a secret: the inside of its strings, templates, regular expressions and comments.
import type { Range } from "./parse";

/** Words after which a slash begins a regular expression. */
const BEFORE_REGEX = new Set(
  "await case delete do else in instanceof new of return throw typeof void yield".split(" "),
);

/** What a slash may be after what comes before it. */
type Slash = "regex" | "division" | "either";

/**
 * Where the inside of each string, template, regular expression and comment is, in their order. Undefined where it is not
 * certain: what is taken for code is shown, so that a guess could show a secret.
 */
export function literalsIn(text: string): Range[] | undefined {
  const found: Range[] = [];
  /** The braces that are open in each template that is open. */
  const templates: number[] = [];
  let slash: Slash = "regex";
  let at = text.startsWith("#!") ? endOfLine(text, 0) : 0;
  const until = (end: number | undefined, from: number, after: number): boolean => {
    if (end === undefined) return false;
    found.push({ start: from, end });
    at = end + after;
    return true;
  };
  /** The rest of a template, up to its end or to the next value in it. */
  const template = (from: number): boolean => {
    const end = endOfTemplate(text, from);
    if (!until(end, from, 0)) return false;
    const isOpen = text[at] === "$";
    at += isOpen ? 2 : 1;
    if (isOpen) templates.push(0);
    slash = isOpen ? "regex" : "division";
    return true;
  };
  while (at < text.length) {
    const character = text[at]!;
    const word = /[\p{ID_Continue}$#@]+/uy;
    word.lastIndex = at;
    const name = word.exec(text)?.[0];
    if (/\s/.test(character)) at += 1;
    else if (name !== undefined) {
      at += name.length;
      slash = BEFORE_REGEX.has(name) ? "regex" : "division";
    } else if (text.startsWith("//", at)) until(endOfLine(text, at), at + 2, 0);
    else if (text.startsWith("/*", at)) {
      const end = text.indexOf("*/", at + 2);
      if (!until(end === -1 ? undefined : end, at + 2, 2)) return undefined;
    } else if (character === '"' || character === "'") {
      if (!until(endOfString(text, at), at + 1, 1)) return undefined;
      slash = "division";
    } else if (character === "`") {
      if (!template(at + 1)) return undefined;
    } else if (character === "}" && templates.at(-1) === 0) {
      templates.pop();
      if (!template(at + 1)) return undefined;
    } else if (character === "/" && slash === "regex") {
      if (!until(endOfRegex(text, at), at + 1, 1)) return undefined;
      slash = "division";
    } else if (character === "/" && slash === "either" && text.slice(at + 1, endOfLine(text, at)).includes("/"))
      return undefined;
    else if (text.startsWith("<!--", at)) return undefined;
    else {
      if (character === "{" && templates.length > 0) templates[templates.length - 1]! += 1;
      if (character === "}" && templates.length > 0) templates[templates.length - 1]! -= 1;
      slash = character === "]" ? "division" : /[)}+-]/.test(character) ? "either" : "regex";
      at += 1;
    }
  }
  return templates.length === 0 ? found : undefined;
}

function endOfLine(text: string, from: number): number {
  const end = text.slice(from).search(/[\n\r\u2028\u2029]/);
  return end === -1 ? text.length : from + end;
}

function endOfString(text: string, from: number): number | undefined {
  const quote = text[from];
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === quote) return at;
    if (text[at] === "\\") at += text.startsWith("\r\n", at + 1) ? 2 : 1;
    else if (/[\n\r]/.test(text[at]!)) return undefined;
  }
  return undefined;
}

function endOfTemplate(text: string, from: number): number | undefined {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "`" || text.startsWith("${", at)) return at;
    if (text[at] === "\\") at += 1;
  }
  return undefined;
}

function endOfRegex(text: string, from: number): number | undefined {
  let isInClass = false;
  for (let at = from + 1; at < text.length; at++) {
    const character = text[at]!;
    if (/[\n\r]/.test(character)) return undefined;
    if (character === "/" && !isInClass) return at;
    if (character === "\\") at += 1;
    else if (character === "[") isInClass = true;
    else if (character === "]") isInClass = false;
  }
  return undefined;
}
