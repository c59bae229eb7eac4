// Which lines of pkg-template/src have run, from what Node has counted in the bundles of target/npm and from their
// source maps: `node xtask/coverage.mjs FOLDER` prints `{ file: { count, run } }`. A line has run if any piece of it
// has, in any of the processes; a line without a piece of code of its own in a bundle, such as a type, is no line here.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const package_ = join(root, "target", "npm");
const folder = process.argv[2];

/** By bundle, the functions of every process. */
const counted = new Map();
for (const name of readdirSync(folder)) {
  for (const { url, functions } of JSON.parse(readFileSync(join(folder, name), "utf8")).result) {
    const file = url.startsWith("file:") ? fileURLToPath(url) : "";
    if (file.startsWith(package_ + sep) && existsSync(`${file}.map`))
      counted.set(file, [...(counted.get(file) ?? []), functions]);
  }
}

const lines = new Map();
for (const name of readdirSync(package_).filter(
  (name) => name.endsWith(".map") && /^(inside|cli|pulumi|policy|testing)\./.test(name),
)) {
  const bundle = join(package_, name.slice(0, -".map".length));
  const text = readFileSync(bundle, "utf8");
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const run = hasRun(text.length, counted.get(bundle) ?? []);
  const map = JSON.parse(readFileSync(join(package_, name), "utf8"));
  for (const { line, column, source, original } of pieces(map.mappings)) {
    const file = relative(root, resolve(package_, map.sources[source])).split(sep).join("/");
    if (!/^pkg-template\/src\/(?!generated\/).*\.ts$/.test(file)) continue;
    const known = lines.get(file) ?? new Map();
    lines.set(file, known.set(original, known.get(original) === true || run[starts[line] + column] === 1));
  }
}

const sums = [...lines]
  .sort()
  .map(([file, known]) => [file, { count: known.size, run: [...known.values()].filter(Boolean).length }]);
console.log(JSON.stringify(Object.fromEntries(sums)));

/**
 * For each place of a text, 1 if it has run in one of the processes. The innermost range says so; inner ones come
 * later.
 */
function hasRun(length, processes) {
  const any = new Uint8Array(length);
  for (const functions of processes) {
    const one = new Uint8Array(length);
    const ranges = functions
      .flatMap((each) => each.ranges)
      .sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
    for (const { startOffset, endOffset, count } of ranges) one.fill(count > 0 ? 1 : 0, startOffset, endOffset);
    for (let i = 0; i < length; i++) any[i] |= one[i];
  }
  return any;
}

/** The pieces of a source map: where each begins in the bundle, and its source and line there. */
function* pieces(mappings) {
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  let source = 0;
  let original = 0;
  for (const [line, segments] of mappings.split(";").entries()) {
    let column = 0;
    for (const segment of segments.split(",").filter(Boolean)) {
      const numbers = [];
      let [value, shift] = [0, 0];
      for (const letter of segment) {
        const digit = digits.indexOf(letter);
        value += (digit & 31) << shift;
        shift += 5;
        if (digit < 32) {
          numbers.push(value & 1 ? -(value >> 1) : value >> 1);
          [value, shift] = [0, 0];
        }
      }
      column += numbers[0];
      if (numbers.length < 4) continue;
      source += numbers[1];
      original += numbers[2];
      yield { line, column, source, original };
    }
  }
}
