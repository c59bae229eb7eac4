// Long texts that repeat what the regular expressions of the package look for.

/** Characters. A step for each pair of them takes minutes, one for each of them takes milliseconds. */
export const LONG = 500_000;

const PIECES = [
  "a",
  "0",
  " ",
  "\n",
  "/",
  "\\",
  '"',
  '\\"',
  '["',
  "[",
  "(",
  "at /a",
  "a/",
  ":1",
  "://",
  "{{",
  "=",
  "a.",
  "<",
  "\ud800",
  "]\t",
  "at async ",
];
const STARTS = ["", "x", '["'];

/** Each with a name. Nothing that is looked for ends as they do. */
export function* longTexts(length) {
  for (const start of STARTS)
    for (const piece of PIECES)
      yield [JSON.stringify(start + piece), start + piece.repeat(length / piece.length) + "\u0001"];
}
