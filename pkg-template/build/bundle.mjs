// The package's JavaScript. In Node, every entry point and the command line, by `import` or `require`, ends at one
// CommonJS file and so at one wasm instance; bundlers and browsers get one self-contained ES module, workerd one that
// imports core.wasm.
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { entries, out, template, wasm } from "./paths.mjs";

const source = (name) => join(template, "src", name);

/**
 * Writes internal.cjs, pages.cjs, payload.cjs, index.browser.mjs, index.workerd.mjs, cli.cjs, and for each entry point
 * its .cjs and .mjs. Returns the files they are made of.
 */
export async function bundle(version) {
  const files = new Set();
  const build = async (options) => {
    const result = await esbuild.build(options);
    for (const file of Object.keys(result.metafile.inputs)) files.add(file);
    return result;
  };
  const common = {
    bundle: true,
    platform: "neutral",
    target: "es2020",
    charset: "utf8",
    define: { __VERSION__: JSON.stringify(version) },
    legalComments: "none",
    logLevel: "warning",
    metafile: true,
    // A mistake here would otherwise only show in a user's program.
    logOverride: { "import-is-undefined": "error", "unsupported-require-call": "error" },
  };
  const inNode = { ...common, format: "cjs", platform: "node", target: "node18" };
  await build({
    ...inNode,
    entryPoints: [source("internal.ts")],
    outfile: join(out, "internal.cjs"),
    external: ["./pages.cjs", "./payload.cjs"],
    plugins: [
      elsewhere(/\/page-text$/, { path: source("page-text.node.ts") }),
      elsewhere(/\/payload$/, { path: source("core/payload.node.ts") }),
    ],
  });
  await build({ ...inNode, entryPoints: [join(wasm, "pages.js")], outfile: join(out, "pages.cjs") });
  await build({ ...inNode, entryPoints: [join(wasm, "payload.js")], outfile: join(out, "payload.cjs") });
  const browser = await build({
    ...common,
    format: "esm",
    entryPoints: [source("index.ts")],
    outfile: join(out, "index.browser.mjs"),
  });
  await build({
    ...common,
    format: "esm",
    entryPoints: [source("index.ts")],
    outfile: join(out, "index.workerd.mjs"),
    external: ["./core.wasm"],
    plugins: [elsewhere(/\/compile$/, { path: source("core/compile.workerd.ts") })],
  });
  const names = namesOf(browser);
  writeFileSync(
    join(out, "index.cjs"),
    `const internal = require("./internal.cjs");\n` +
      `${names.map((name) => `exports.${name} = internal.${name};\n`).join("")}${advice(".")}`,
  );
  writeFileSync(join(out, "index.mjs"), wrapper("index", names));

  for (const entry of entries) {
    const common = {
      ...inNode,
      entryPoints: [source(`${entry}/index.ts`)],
      external: ["@pulumi/pulumi", "@pulumi/policy"],
    };
    const shared = [elsewhere(/\/internal$/, { path: "./internal.cjs", external: true })];
    await build({
      ...common,
      outfile: join(out, `${entry}.cjs`),
      plugins: shared,
      footer: { js: advice(`./${entry}`) },
    });
    // As an ES module, only to learn the names.
    const result = await build({
      ...common,
      format: "esm",
      write: false,
      outfile: join(out, `${entry}.mjs`),
      plugins: shared,
    });
    writeFileSync(join(out, `${entry}.mjs`), wrapper(entry, namesOf(result)));
  }
  await build({
    ...inNode,
    entryPoints: [source("cli/main.ts")],
    outfile: join(out, "cli.cjs"),
    banner: { js: "#!/usr/bin/env node\nconst moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
    // For libraries that are taken as ES modules, so that esbuild leaves out what is not used of them.
    define: { ...inNode.define, "import.meta.url": "moduleUrl" },
    loader: { ".txt": "text" },
    mainFields: ["module", "main"],
    // Only types are different there.
    alias: { "@commander-js/extra-typings": "commander" },
    minifySyntax: true,
    plugins: [elsewhere(/\/internal$/, { path: "./internal.cjs", external: true })],
  });
  chmodSync(join(out, "cli.cjs"), 0o755);
  mkdirSync(join(out, "pulumi"), { recursive: true });
  writeFileSync(join(out, "pulumi", "guard.cjs"), 'require("../pulumi.cjs").guard();\n');
  writeFileSync(join(out, "pulumi", "guard.mjs"), 'import "./guard.cjs";\n');
  return files;
}

/** A plugin that looks for some imports somewhere else. */
function elsewhere(filter, target) {
  return { name: `elsewhere ${filter}`, setup: (build) => build.onResolve({ filter }, () => target) };
}

/** The functions of an entry point say what to do when they are taken out of it into a function for the cloud. */
function advice(entry) {
  return `require("./internal.cjs").advise(module.exports, ${JSON.stringify(join("eventstorecloud-planner", entry))});\n`;
}

function namesOf({ metafile }) {
  return Object.values(metafile.outputs)
    .flatMap((file) => file.exports)
    .sort();
}

/** Node's `import`: every name spelt out, because Node cannot always see the names of a CommonJS file. */
function wrapper(entry, names) {
  const lines = names.map((name) => `export const ${name} = cjs.${name};`);
  return `import cjs from "./${entry}.cjs";\n${lines.join("\n")}\n`;
}
