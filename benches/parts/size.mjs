// What a user downloads, and what is in it.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";

export const size = {
  title: "bytes",
  async run({ subject: { root, file }, quick }) {
    const quality = quick ? 1 : 11;
    const read = (name) => readFileSync(file(name));
    const files = {
      ...Object.fromEntries(["core.wasm", "planner.wasm", "arithmetic.wasm"].map((name) => [name, read(name)])),
      "internal.cjs": read("internal.cjs"),
      ...partsOf(read("internal.cjs").toString()),
      "payload/core.cjs (the core as text, where core.wasm is not to be had)": read("payload/core.cjs"),
      "pages.cjs (read at the first explain())": read("pages.cjs"),
      ...Object.fromEntries(
        await Promise.all(
          IMPORTS.map(async ([name, entry, what]) => [
            `bundle that imports ${name}`,
            await minified(root, entry, what),
          ]),
        ),
      ),
      "bundle that imports all of zod": await bundled('export * from "zod";', dirname(fileURLToPath(import.meta.url))),
    };
    const brotli = (content) => {
      const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
      return brotliCompressSync(content, { params }).length;
    };
    const rows = Object.entries(files).map(([name, content]) =>
      [name, content.length, gzip(content), brotli(content)].map((cell) => cell.toLocaleString("en")),
    );
    const kB = (name) => gzip(files[name]) / 1_000;
    const peer = `(all of zod 4: ${Math.round(kB("bundle that imports all of zod"))} kB)`;
    const goal = (name) => ({ median: kB(name), p10: kB(name), p90: kB(name), peer });
    return {
      tables: [[["", "raw", "gzip -9", `brotli ${quality}`], ...rows]],
      goals: {
        "size/check": goal("bundle that imports check"),
        "size/all": goal("bundle that imports everything"),
        "size/cidr": goal("bundle that imports cidr"),
      },
    };
  },
};

export const gzip = (content) => gzipSync(content, { level: 9 }).length;

/** What is measured: its name, the entry point, what is taken of it. */
export const IMPORTS = [
  ["check", "index", "export { check }"],
  ["everything", "index", "export *"],
  ["cidr", "cidr", "export *"],
  ["schedule", "schedule", "export *"],
];

/** What an application's bundler makes of an entry point, for a browser. */
export function minified(root, entry, what) {
  return bundled(`${what} from ${JSON.stringify(join(root, `${entry}.browser.mjs`))};`, root);
}

async function bundled(contents, resolveDir) {
  const stdin = { contents, resolveDir };
  const { outputFiles } = await build({
    stdin,
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
  const sections = text.split(/^(?=\/\/ \S+\.[jt]s$)/m);
  const isGlue = (section) => /^\/\/ \S*glue\.js$/m.test(section.split("\n", 1)[0]);
  const [glue, own] = [sections.filter(isGlue), sections.filter((section) => !isGlue(section))];
  if (glue.length === 0) throw new Error("internal.cjs has no glue: is it still marked by esbuild's comments?");
  return { "of it, wasm-bindgen glue": Buffer.from(glue.join("")), "of it, own JavaScript": Buffer.from(own.join("")) };
}
