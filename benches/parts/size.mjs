// What a user downloads, and what is in it.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { bytes, short, table } from "../lib/table.mjs";

export const size = {
  name: "size",
  title: "size: bytes",
  plan: { full: { quality: 11 }, quick: { quality: 1 } },
  run,
  show,
};

/** Sizes of the package's files, of two bundles made with it, and of the parts of its CommonJS file; zod's bundle. */
async function run({ subject: { root, file }, plan: { quality } }) {
  const sizes = (content) => sizesOf(content, quality);
  const read = (name) => readFileSync(file(name));
  const module = read("internal.cjs");
  const files = {
    "core.wasm": read("core.wasm"),
    "internal.cjs": module,
    "payload.cjs (the core as text, where core.wasm is not to be had)": read("payload.cjs"),
    "pages.cjs (read at the first explain())": read("pages.cjs"),
    "bundle that imports check only": await minified(root, "export { check }"),
    "bundle that imports everything": await minified(root, "export *"),
    "bundle that imports all of zod": await bundled('export * from "zod";', dirname(fileURLToPath(import.meta.url))),
  };
  const measured = mapValues(files, sizes);
  const kB = (name) => measured[name].gzip / 1000;
  const peer = `(all of zod 4: ${short(kB("bundle that imports all of zod"))} kB)`;
  const goal = (name) => ({ median: kB(name), p10: kB(name), p90: kB(name), peer });
  const goals = {
    "size/check": goal("bundle that imports check only"),
    "size/all": goal("bundle that imports everything"),
  };
  return { files: measured, parts: mapValues(partsOf(module.toString()), sizes), goals, quality };
}

/** What an application's bundler makes of the package, for a browser. */
export function minified(root, what) {
  return bundled(`${what} from ${JSON.stringify(join(root, "index.browser.mjs"))};`, root);
}

async function bundled(contents, resolveDir) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    format: "esm",
    minify: true,
    write: false,
    logLevel: "error",
  });
  return Buffer.from(outputFiles[0].contents);
}

/** The bundled file, split at the comments with which esbuild marks where each source file begins. */
function partsOf(text) {
  const parts = { "wasm-bindgen glue": "", "own JavaScript": "" };
  for (const section of text.split(/^(?=\/\/ \S+\.[jt]s$)/m)) {
    const [, name = ""] = /^\/\/ (\S+)/.exec(section) ?? [];
    if (name.endsWith("glue.js")) parts["wasm-bindgen glue"] += section;
    else parts["own JavaScript"] += section;
  }
  for (const [name, part] of Object.entries(parts)) {
    if (part === "")
      throw new Error(`internal.cjs has no section "${name}": is it still marked by esbuild's comments?`);
  }
  return mapValues(parts, (part) => Buffer.from(part));
}

function sizesOf(content, quality) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  return {
    raw: content.length,
    gzip: gzipSync(content, { level: 9 }).length,
    brotli: brotliCompressSync(content, { params }).length,
  };
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

/** The part as text. */
function show({ files, parts, quality }) {
  const row = ([name, { raw, gzip, brotli }]) => [name, bytes(raw), bytes(gzip), bytes(brotli)];
  const rows = (of) => Object.entries(of).map(row);
  return [
    table(["", "raw", "gzip -9", `brotli ${quality}`], rows(files)),
    "",
    "   what internal.cjs consists of (not minified)",
    table(["", "raw", "gzip -9", `brotli ${quality}`], rows(parts)),
  ].join("\n");
}
