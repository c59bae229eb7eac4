// Every regular expression of ours is known, and none takes longer than its text is long.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const SOURCES = join(ROOT, "pkg-template", "src");
const RECORD = join(ROOT, "tests", "facts", "patterns.json");
/**
 * `bounded` and `made` have the reason for each: text that is short by what comes before, and what is made from a name.
 */
const { patterns: known, bounded, made } = JSON.parse(readFileSync(RECORD, "utf8"));

/** All regular expressions of a file, as they are written. */
function patternsOf(file) {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const found = [];
  const look = (node) => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) found.push(node.text);
    // One made from a text could be anything.
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp")
      found.push(node.getText());
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

const files = readdirSync(SOURCES, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith(".ts"))
  .map((name) => join(SOURCES, name));
const ours = new Set(files.flatMap(patternsOf));
/** The library as it is built; cli.cjs has the libraries of others in it, and is looked at in its sources. */
const built = new Set(
  ["internal.cjs", "index.browser.mjs", "pulumi.cjs", "policy.cjs", "testing.cjs"].flatMap((name) =>
    patternsOf(join(ROOT, "target", "npm", name)),
  ),
);

/** Texts that repeat a piece: one that the expression names, or one that many like. */
function* attacks(source, length) {
  const named = [...new Set(source.replace(/\\[a-zA-Z]|[\^$*+?|]/g, ""))]
    .filter((character) => character !== "\\")
    .slice(0, 24);
  const pieces = [
    ...new Set([
      ...named,
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
      "#",
    ]),
  ];
  for (const piece of pieces) {
    for (const start of ["", ...named.slice(0, 6), "at /", "x"])
      yield start + piece.repeat(length / piece.length) + "\u0001";
    for (const other of pieces.slice(0, 12))
      yield (piece + other).repeat(length / (piece.length + other.length)) + "\u0001";
  }
}

function milliseconds(pattern, text) {
  const start = performance.now();
  text.match(pattern);
  return performance.now() - start;
}

/** Shorter and longer text: where time is as its square, the longer one takes sixteen times as long. */
const [SHORT, LONG] = [4_000, 16_000];
/** Below this nothing can be said; a long text in one look takes far less. */
const NOTHING_MS = 40;

/** The first attack whose time grows faster than its length. */
function slowAttack(written) {
  const end = written.lastIndexOf("/");
  const pattern = new RegExp(written.slice(1, end), written.slice(end + 1).replace("g", ""));
  const short = attacks(written.slice(1, end), SHORT);
  for (const text of attacks(written.slice(1, end), LONG)) {
    const shorter = short.next().value;
    if (milliseconds(pattern, text) < NOTHING_MS) continue;
    const best = (of) => Math.min(...[1, 2, 3].map(() => milliseconds(pattern, of)));
    const [quick, slow] = [best(shorter), best(text)];
    if (slow > NOTHING_MS && slow > 8 * quick)
      return (
        `${JSON.stringify(text.slice(0, 12))} ...: ${quick.toFixed(1)} ms for ${SHORT} characters, ` +
        `${slow.toFixed(1)} ms for ${LONG}`
      );
  }
  return undefined;
}

describe("regular expressions", () => {
  it("are those that have been looked at", () => {
    const all = [...new Set([...ours, ...[...built].filter((pattern) => !ours.has(pattern))])];
    assert.deepEqual(
      all.filter((pattern) => !known.includes(pattern)),
      [],
      `not in ${relative(ROOT, RECORD)}: look whether its time grows with the text alone, and add it`,
    );
    assert.deepEqual(
      known.filter((pattern) => !all.includes(pattern)),
      [],
      "no longer there: take it out of the list",
    );
  });

  it("are literals, but for those with a reason", () => {
    assert.deepEqual(
      [...ours].filter((pattern) => !pattern.startsWith("/")),
      Object.keys(made),
    );
  });

  for (const pattern of [...ours].filter((one) => one.startsWith("/") && bounded[one] === undefined)) {
    it(pattern, () => assert.equal(slowAttack(pattern), undefined));
  }
});
