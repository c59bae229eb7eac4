// The lines around a value, with a mark below it.
import { codeFrameColumns } from "@babel/code-frame";
import type { Location } from "../../internal";
import { dotted } from "../../layout";
import type { Lines } from "../input/lines";
import type { Shown } from "./secrets";

/** A text as it may be shown. */
export interface View {
  text: string;
  lines: Lines;
  /** What stands between two characters of it, without what is secret. */
  shown: (start: number, end: number) => Shown;
}

/** Characters of a line; `terraform show -json` prints everything on one. */
const WIDTH = 140;
const BEFORE = 50;
const LINES_ABOVE = 2;
const LINES_BELOW = 1;

/** The frame of a location, indented like the rest of a diagnostic. */
export function frame({ text, lines, shown }: View, { start, end }: Location, color: boolean): string {
  const offset = lines.offset(start);
  const first = Math.max(1, start.line - LINES_ABOVE);
  const texts: string[] = [];
  let [from, to] = [0, 0];
  for (let line = first; line <= start.line + LINES_BELOW; line++) {
    const begin = lines.offset({ line, column: 1 });
    if (line > first && begin === 0) break; // after the last line
    const next = lines.offset({ line: line + 1, column: 1 });
    const last = next === 0 ? text.length : next - 1;
    // Windows ends a line with two characters.
    const stop = text[last - 1] === "\r" ? Math.max(begin, last - 1) : last;
    const isMarked = line === start.line;
    // A window first: a line may have megabytes.
    const left = isMarked && start.column > WIDTH - BEFORE ? begin + start.column - 1 - BEFORE : begin;
    const right = Math.min(stop, left + WIDTH);
    const piece = shown(left, right);
    const shownLine = `${left > begin ? "…" : ""}${piece.text}${right < stop ? "…" : ""}`;
    if (isMarked) {
      const shift = left > begin ? 2 : 1;
      from = piece.at(offset) + shift;
      // Of an object, the bracket is enough.
      const isWhole = end?.line === start.line && !/[[{]/.test(text[offset] ?? "");
      const until = Math.min(isWhole ? lines.offset(end) : offset + 1, right);
      to = Math.max(piece.at(until) + shift, from + 1);
    }
    texts.push(dotted(shownLine));
  }
  const marked = { start: { line: start.line, column: from }, end: { line: start.line, column: to } };
  // The types do not have `startLine` yet.
  const options = { linesAbove: LINES_ABOVE, linesBelow: LINES_BELOW, startLine: first };
  const drawn = codeFrameColumns(texts.join("\n"), marked, options);
  return drawn
    .split("\n")
    .map((line) => `  ${color ? painted(line.trimEnd()) : line}`.trimEnd())
    .join("\n");
}

/** The library colours the code too, as JavaScript, which it is not. */
function painted(line: string): string {
  const [, mark = "", gutter = "", rest = ""] = /^(>?)([ \d]*\|)(.*)$/s.exec(line) ?? [];
  if (gutter === "") return line;
  const [red, dim] = [
    (text: string) => (text === "" ? "" : `\u001b[31m\u001b[1m${text}\u001b[0m`),
    (text: string) => `\u001b[2m${text}\u001b[0m`,
  ];
  return `${red(mark)}${dim(gutter)}${/\d/.test(gutter) ? rest : red(rest)}`;
}
