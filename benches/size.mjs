// `npm run size`: what an import of the package costs a user of a browser, and what the bytes of the core are.
// Argument: the optimised core with the names of its functions.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

import { findPackage } from "./lib/package.mjs";
import { bytes, table } from "./lib/table.mjs";
import { readModule } from "./lib/wasm.mjs";
import { minified } from "./parts/size.mjs";

const gzip = (content) => gzipSync(content, { level: 9 }).length;
const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

/**
 * The first that matches names the group of a function. What is used once is a part of the function that uses it: an
 * export has most of its planner in it, and of what encodes the answer.
 */
const GROUPS = [
  ["rules", /^<*eventstorecloud_planner::rules\b/],
  ["planners", /^<*eventstorecloud_planner::planner\b/],
  ["exports of the planners", /^(plan|recommend|simulate)\w+ \w+ shim$/],
  ["other exports", /^[a-zA-Z]+ \w+ shim$|^<*eventstorecloud_planner::wasm\b/],
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

const module = readModule(readFileSync(process.argv[2]));
const { root, file } = findPackage();
const core = readFileSync(file("core.wasm"));

const imports = {
  "core.wasm": core,
  "import of `check` only, minified": await minified(root, "export { check }"),
  "import of everything, minified": await minified(root, "export *"),
};
console.log("What a user of a browser downloads\n");
console.log(
  table(
    ["", "raw", "gzip -9"],
    Object.entries(imports).map(([name, content]) => [name, bytes(content.length), bytes(gzip(content))]),
  ),
);

const groups = grouped(module.functions);
const code = sum(module.functions.map(({ body }) => body.length));
const rows = [...groups].map(([group, functions]) => {
  const content = Buffer.concat(functions.map(({ body }) => body));
  return [group, functions.length, content.length, gzip(content)];
});
rows.push(["data: texts, catalogue, tables", "", module.data.length, gzip(module.data)]);
rows.sort((a, b) => b[2] - a[2]);
const whole = code + module.data.length;
console.log("\nWhat the core is made of (gzip: each part by itself)\n");
console.log(
  table(
    ["", "functions", "raw", "", "gzip -9"],
    rows.map(([group, count, raw, packed]) => [group, String(count), bytes(raw), percent(raw, whole), bytes(packed)]),
  ),
);

const instances = new Map();
for (const { name, body } of module.functions) {
  const found = instances.get(plain(name)) ?? { count: 0, size: 0, largest: 0 };
  instances.set(plain(name), {
    count: found.count + 1,
    size: found.size + body.length,
    largest: Math.max(found.largest, body.length),
  });
}
const several = [...instances].filter(([, { count }]) => count > 1).sort(([, a], [, b]) => b.size - a.size);
const again = sum(several.map(([, { size, largest }]) => size - largest));
console.log(`\nGeneric code beyond its largest instance: ${bytes(again)} (${percent(again, whole)}); most of it\n`);
console.log(
  table(
    ["", "instances", "raw"],
    several.slice(0, 15).map(([name, { count, size }]) => [shortened(name), String(count), bytes(size)]),
  ),
);

console.log("\nThe largest functions\n");
const largest = [...module.functions].sort((a, b) => b.body.length - a.body.length).slice(0, 25);
console.log(
  table(
    ["", "raw"],
    largest.map(({ name, body }) => [shortened(plain(name)), bytes(body.length)]),
  ),
);

function shortened(name) {
  const text = name.replaceAll("eventstorecloud_planner::", "");
  return text.length > 90 ? `${text.slice(0, 87)}...` : text;
}

function grouped(functions) {
  const found = new Map();
  for (const one of functions) found.set(groupOf(one.name), [...(found.get(groupOf(one.name)) ?? []), one]);
  return found;
}
