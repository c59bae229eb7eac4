// `npm run size`: what an import of the package costs a user of a browser, and what the bytes of the core are.
// Arguments: the optimised modules with the names of their functions.
import { readFileSync } from "node:fs";
import { basename } from "node:path";

import { markdown } from "./measure.mjs";
import { findPackage } from "./package.mjs";
import { gzip, IMPORTS, minified } from "./parts/size.mjs";
import { readModule } from "./wasm.mjs";

const bytes = (count) => count.toLocaleString("en");
const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

/**
 * The first that matches names the group of a function. What is used once is a part of the function that uses it: the
 * boundary has parts of the planners in it.
 */
const GROUPS = [
  ["rules", /^<*eventstorecloud_planner::rules\b/],
  ["planners", /^<*eventstorecloud_planner::planner\b/],
  ["the boundary", /^[a-zA-Z]+ \w+ shim$|^<*eventstorecloud_planner::(ffi|wasm)\b/],
  ["documents, args, options", /^<*eventstorecloud_planner::model\b/],
  ["catalogue, questions about it", /^<*eventstorecloud_planner::catalogue\b/],
  ["values, blocks, schedules, diagnostics", /^<*eventstorecloud_planner\b/],
  ["serde, wasm-bindgen, js-sys", /serde|js_sys|wasm_bindgen|wbg|wbindgen|externref/],
  ["std: sorting", /core::slice::sort/],
  ["std: BTreeMap, BTreeSet", /btree/],
  ["std: numbers as text and back", /core::num|flt2dec|dec2flt|fmt::float|fmt::num/],
  ["std: formatting", /fmt::/],
  ["std: text, Unicode, upper and lower case", /core::str|alloc::str|core::unicode|core::char/],
  ["std: vectors and slices", /alloc::vec|alloc::raw_vec|alloc::slice|core::slice/],
  ["std: iterators", /core::iter/],
  ["std: memory", /dlmalloc|^mem(cpy|move|set|cmp)|__rust_alloc|__rdl/],
  ["std: dropping", /drop_in_place/],
  ["std: the rest", /^<*(core|std|alloc|hashbrown)\b|panic|rust_/],
];
const groupOf = (name) => GROUPS.find(([, pattern]) => pattern.test(name))?.[0] ?? "other crates";
/** Without the hash that tells instances of generic code apart. */
const plain = (name) => name.replace(/::h[0-9a-f]{16}$/, "").replace(/\[[0-9a-f]{16}\]/g, "");

const { root, file } = findPackage();

const files = process.argv.slice(2);
const imports = [];
for (const path of files) {
  const name = basename(path).replace(".named", "");
  imports.push([name, readFileSync(file(name))]);
}
for (const [name, entry, what] of IMPORTS)
  imports.push([`import of ${name}, minified`, await minified(root, entry, what)]);
show("What a user of a browser downloads", ["", "raw", "gzip -9"], imports, ([name, content]) => [
  name,
  bytes(content.length),
  bytes(gzip(content)),
]);

for (const path of files) made(basename(path).replace(".named", ""), readModule(readFileSync(path)));

/** What the bytes of a module are. */
function made(name, module) {
  const groups = new Map();
  for (const { name, body } of module.functions)
    groups.set(groupOf(name), [...(groups.get(groupOf(name)) ?? []), body]);
  const parts = [...groups].map(([group, bodies]) => [group, bytes(bodies.length), Buffer.concat(bodies)]);
  parts.push(["data: texts, catalogue, tables", "", module.data]);
  parts.sort(([, , a], [, , b]) => b.length - a.length);
  const whole = sum(parts.map(([, , content]) => content.length));
  show(
    `What ${name} is made of (gzip: each part by itself)`,
    ["", "functions", "raw", "", "gzip -9"],
    parts,
    ([group, count, content]) => [
      group,
      count,
      bytes(content.length),
      percent(content.length, whole),
      bytes(gzip(content)),
    ],
  );

  const instances = new Map();
  for (const { name, body } of module.functions)
    instances.set(plain(name), [...(instances.get(plain(name)) ?? []), body.length]);
  const several = [...instances].filter(([, sizes]) => sizes.length > 1);
  const again = sum(several.map(([, sizes]) => sum(sizes) - Math.max(...sizes)));
  show(
    `Generic code of ${name} beyond its largest instance: ${bytes(again)} (${percent(again, whole)}); most of it`,
    ["", "instances", "raw"],
    several.sort(([, a], [, b]) => sum(b) - sum(a)).slice(0, 15),
    ([name, sizes]) => [shortened(name), bytes(sizes.length), bytes(sum(sizes))],
  );

  const largest = [...module.functions].sort((a, b) => b.body.length - a.body.length).slice(0, 25);
  show(`The largest functions of ${name}`, ["", "raw"], largest, ({ name, body }) => [
    shortened(plain(name)),
    bytes(body.length),
  ]);
}

function show(title, head, rows, cells) {
  console.log(`${title}\n\n${markdown([head, ...rows.map(cells)])}\n`);
}

function shortened(name) {
  const text = name.replaceAll("eventstorecloud_planner::", "");
  return text.length > 90 ? `${text.slice(0, 87)}...` : text;
}
