// The package's JavaScript. In Node, every entry point and the command line, by `import` or `require`, ends at one
// CommonJS file and so at one instance of each module of WebAssembly. Bundlers and browsers get ES modules: what entry
// points share is in one of them, and each wasm, as text, in one of its own, which a bundler drops when nothing asks
// it. Those for workerd import the .wasm files.
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import * as esbuild from "esbuild";
import { entries, modules, out, plain, template, wasm } from "./paths.mjs";

const source = (name) => join(template, "src", name);

/**
 * Writes internal.cjs, pages.cjs, payload/*, cli.cjs, the ES modules for browsers and for workerd, and for each entry point
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
    external: ["./pages.cjs", "./payload/*"],
    plugins: [
      elsewhere(/\/page-text$/, { path: source("page-text.node.ts") }),
      elsewhere(/\/payload$/, { path: source("core/payload.node.ts") }),
    ],
  });
  await build({ ...inNode, entryPoints: [join(wasm, "pages.js")], outfile: join(out, "pages.cjs") });
  mkdirSync(join(out, "payload"), { recursive: true });
  for (const { name } of modules) {
    const outfile = join(out, "payload", name);
    await build({ ...inNode, entryPoints: [join(wasm, "payload", `${name}.js`)], outfile: `${outfile}.cjs` });
    await build({
      ...common,
      format: "esm",
      entryPoints: [join(wasm, "packed", `${name}.js`)],
      outfile: `${outfile}.mjs`,
    });
  }
  const payloads = elsewhere(/\/target\/wasm\/packed\//, ({ path }) => ({
    path: `./payload/${basename(path, ".js")}.mjs`,
    external: true,
    sideEffects: false,
  }));
  const browser = await esModules("browser", [payloads]);
  await esModules("workerd", [elsewhere(/\/payload$/, { path: source("core/payload.workerd.ts") })]);

  /** The entry points as ES modules for one environment. Gives the names that each exports. */
  async function esModules(environment, plugins) {
    const options = { ...common, format: "esm", external: modules.map(({ name }) => `./${name}.wasm`) };
    const file = (name) => join(out, `${name}.${environment}.mjs`);
    // Whatever all of them need, by way of the smallest of them: so that an error has the same class in each.
    const [smallest] = plain;
    const traced = await build({
      ...options,
      plugins,
      entryPoints: [source(`${smallest}/index.ts`)],
      write: false,
      outfile: file("shared"),
    });
    const shared = Object.keys(traced.metafile.inputs)
      .filter((input) => /pkg-template\/src\/(core\/)?[^/]+\.ts$/.test(input) && !input.includes("-functions"))
      .map((input) => resolve(input));
    const contents = shared.map((input) => `export * from ${JSON.stringify(input)};\n`).join("");
    await build({ ...options, plugins, stdin: { contents, resolveDir: out }, outfile: file("shared") });
    // The functions of a plain entry point are a file of their own: the package root has them as one object, which a
    // bundler could not leave out if it were made in a file of the root's.
    const inOthers = {
      name: "what entry points share",
      setup: (build) =>
        build.onResolve({ filter: /^\./ }, async ({ path, pluginData, ...from }) => {
          if (pluginData?.isSeen || from.kind === "entry-point") return undefined;
          const found = await build.resolve(path, { ...from, pluginData: { isSeen: true } });
          const own =
            /([a-z]+-functions)\.ts$/.exec(found.path)?.[1] ?? (shared.includes(found.path) ? "shared" : undefined);
          if (own === undefined) return found;
          return { path: `./${own}.${environment}.mjs`, external: true, sideEffects: false };
        }),
    };
    const names = {};
    const entries = [
      ...plain.flatMap((entry) => [
        [entry, `${entry}/index.ts`],
        [`${entry}-functions`, `${entry}-functions.ts`],
      ]),
      ["index", "index.ts"],
    ];
    for (const [entry, from] of entries) {
      const result = await build({
        ...options,
        plugins: [inOthers, ...plugins],
        entryPoints: [source(from)],
        outfile: file(entry),
      });
      names[entry] = namesOf(result);
    }
    for (const entry of plain) names[entry] = [...names[entry], ...names[`${entry}-functions`]].sort();
    return names;
  }

  const index = browser.index;
  writeFileSync(
    join(out, "index.cjs"),
    `const internal = require("./internal.cjs");\n` +
      `${index.map((name) => `exports.${name} = internal.${name};\n`).join("")}${advice(".")}`,
  );
  writeFileSync(join(out, "index.mjs"), wrapper("index", index));
  for (const entry of plain) {
    const from = (name) => (index.includes(name) ? `internal.${name}` : `internal.${entry}.${name}`);
    const lines = browser[entry].map((name) => `exports.${name} = ${from(name)};\n`).join("");
    writeFileSync(
      join(out, `${entry}.cjs`),
      `const internal = require("./internal.cjs");\n${lines}${advice(`./${entry}`)}`,
    );
    writeFileSync(join(out, `${entry}.mjs`), wrapper(entry, browser[entry]));
  }

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
  const found = typeof target === "function" ? target : () => target;
  return { name: `elsewhere ${filter}`, setup: (build) => build.onResolve({ filter }, found) };
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
