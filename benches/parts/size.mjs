// Part 2: what a user downloads, and what is in it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { bytes, table } from "../lib/table.mjs";

/** Sizes of the package's files, of two bundles made with it, and of the parts of its CommonJS file. */
export async function size({ root, file }) {
  const read = (name) => readFileSync(file(name));
  const module = read("inside.cjs");
  const files = {
    "core.wasm": read("core.wasm"),
    "inside.cjs": module,
    "pages.cjs (read at the first explain())": read("pages.cjs"),
    "bundle that imports check only": await minified(root, "export { check }"),
    "bundle that imports everything": await minified(root, "export *"),
  };
  return { files: mapValues(files, sizes), parts: mapValues(partsOf(module.toString()), sizes) };
}

/** What an application's bundler makes of the package, for a browser. */
export async function minified(root, what) {
  const { outputFiles } = await build({
    stdin: { contents: `${what} from ${JSON.stringify(join(root, "index.browser.mjs"))};`, resolveDir: root },
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
  const parts = { "wasm as base64": "", "wasm-bindgen glue": "", "own JavaScript": "" };
  for (const section of text.split(/^(?=\/\/ \S+\.[jt]s$)/m)) {
    const [, name = ""] = /^\/\/ (\S+)/.exec(section) ?? [];
    if (name.endsWith("payload.js")) parts["wasm as base64"] += section;
    else if (name.endsWith("glue.js")) parts["wasm-bindgen glue"] += section;
    else parts["own JavaScript"] += section;
  }
  for (const [name, part] of Object.entries(parts)) {
    if (part === "") throw new Error(`inside.cjs has no section "${name}": is it still marked by esbuild's comments?`);
  }
  return mapValues(parts, (part) => Buffer.from(part));
}

function sizes(content) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
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
export function showSize({ files, parts }) {
  const row = ([name, { raw, gzip, brotli }]) => [name, bytes(raw), bytes(gzip), bytes(brotli)];
  const rows = (of) => Object.entries(of).map(row);
  return [
    "2. Size in bytes",
    "",
    table(["", "raw", "gzip -9", "brotli 11"], rows(files)),
    "",
    "   what inside.cjs consists of (not minified)",
    table(["", "raw", "gzip -9", "brotli 11"], rows(parts)),
  ].join("\n");
}
