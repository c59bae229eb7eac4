// The package's JavaScript. In Node, `import` and `require` end at one CommonJS file and so at one wasm instance;
// bundlers and browsers get one self-contained ES module.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { out, template } from "./places.mjs";

const source = (name) => join(template, "src", name);

/** Writes index.cjs, pages.cjs, index.mjs and index.browser.mjs. */
export async function bundle(version) {
  const common = {
    bundle: true,
    platform: "neutral",
    target: "es2020",
    charset: "utf8",
    define: { __VERSION__: JSON.stringify(version) },
    legalComments: "none",
    logLevel: "warning",
    // A mistake here would otherwise only show in a user's program.
    logOverride: { "import-is-undefined": "error", "unsupported-require-call": "error" },
  };
  const entryPoints = [source("index.ts")];
  await build({
    ...common,
    entryPoints,
    format: "cjs",
    outfile: join(out, "index.cjs"),
    external: ["./pages.cjs"],
    plugins: [pagesInTheirOwnFile],
  });
  await build({ ...common, entryPoints: [source("generated/pages.ts")], format: "cjs", outfile: join(out, "pages.cjs") });
  const { metafile } = await build({
    ...common,
    entryPoints,
    format: "esm",
    outfile: join(out, "index.browser.mjs"),
    metafile: true,
  });
  const names = Object.values(metafile.outputs).flatMap((file) => file.exports);
  writeFileSync(join(out, "index.mjs"), wrapper(names));
}

/** In the CommonJS file, page-text.node.ts stands for page-text.ts. */
const pagesInTheirOwnFile = {
  name: "pages in their own file",
  setup(build) {
    build.onResolve({ filter: /\/page-text$/ }, () => ({ path: source("page-text.node.ts") }));
  },
};

/** Node's `import`: every name spelt out, because Node cannot always see the names of a CommonJS file. */
function wrapper(names) {
  const lines = [...names].sort().map((name) => `export const ${name} = cjs.${name};`);
  return `import cjs from "./index.cjs";\n${lines.join("\n")}\n`;
}
