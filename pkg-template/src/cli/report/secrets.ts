// Text of a file as it may be shown: without its secrets.
import type { Subject } from "../formats/subject";
import type { Range } from "../input/parse";
import { HIDDEN_TEXT } from "../../values/marks";

const found = new WeakMap<Subject, { ranges: Range[]; texts: string[] }>();

/** A piece of a file, with where its characters have gone. */
export interface Shown {
  text: string;
  /** The offset in the text of a character of the file. */
  at: (offset: number) => number;
}

/** What stands between two characters of the file. Wherever the text of a secret is written again, it is hidden too. */
export function shown(subject: Subject, start: number, end: number): Shown {
  return without(subject, subject.parsed.text, secretsIn(subject).ranges, [start, end]);
}

/** What stands between two characters of a text, with something instead of some ranges, and without the secrets of a file. */
export function without(
  subject: Subject,
  whole: string,
  ranges: readonly Range[],
  [start, end]: [number, number],
  instead = HIDDEN_TEXT,
): Shown {
  const piece = whole.slice(start, end);
  const hidden = ranges
    .filter((range) => range.start < end && range.end > start)
    .map((range) => ({ ...range, instead }));
  for (const text of secretsIn(subject).texts) {
    for (let at = piece.indexOf(text); at >= 0; at = piece.indexOf(text, at + text.length))
      hidden.push({ start: start + at, end: start + at + text.length, instead: HIDDEN_TEXT });
  }
  hidden.sort((a, b) => a.start - b.start);
  let text = "";
  let position = start;
  const moves: { from: number; to: number; by: number }[] = [];
  for (const range of hidden) {
    const [from, to] = [Math.max(range.start, position), Math.min(range.end, end)];
    if (from >= to) continue;
    text += whole.slice(position, from) + range.instead;
    moves.push({ from, to, by: text.length - to + start });
    position = to;
  }
  text += whole.slice(position, end);
  const at = (offset: number): number => {
    const move = moves.filter(({ from }) => from < offset).at(-1);
    if (move === undefined) return offset - start;
    return move.to > offset ? move.to + move.by - start : offset + move.by - start;
  };
  return { text, at };
}

function secretsIn(subject: Subject): { ranges: Range[]; texts: string[] } {
  let secrets = found.get(subject);
  if (secrets === undefined) {
    const paths = subject.secrets();
    const ranges = paths
      .map((path) => subject.parsed.range(path))
      .filter((range): range is Range => range !== undefined);
    const texts = ranges
      .map(({ start, end }) => subject.parsed.text.slice(start, end).replace(/^["']|["']$/g, ""))
      .filter((text) => text.length >= 6 && text.length < 1000);
    secrets = { ranges: ranges.filter(({ start, end }) => end > start), texts: [...new Set(texts)] };
    found.set(subject, secrets);
  }
  return secrets;
}
