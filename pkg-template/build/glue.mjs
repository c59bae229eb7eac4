// The generated modules that the core needs: the glue as a function, the wasm as text in two forms, and what tells the
// modules apart.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { modules, wasm } from "./paths.mjs";

/** Writes the glue.js of each folder in target/wasm, packed/*.js, payload/*.js and modules.js, with their types. */
export async function writeGlue() {
  for (const folder of new Set(modules.map((module) => module.folder))) await glue(folder);
  for (const folder of ["packed", "payload"]) mkdirSync(join(wasm, folder), { recursive: true });
  let forms = "";
  let types =
    "/** What the build knows of each module. */\ninterface Form { readonly name: string; readonly mark: string; readonly size: number }\n";
  for (const { name, file } of modules) {
    const bytes = readFileSync(file);
    const { exports } = WebAssembly.Module;
    const mark = exports(new WebAssembly.Module(bytes)).find((one) => one.name.startsWith(`#${name} `)).name;
    forms += `export const ${name} = ${JSON.stringify({ name, mark, size: bytes.length })};\n`;
    types += `export declare const ${name}: Form;\n`;
    text(`payload/${name}`, "wasmBase64", `${name}.wasm in base64.`, bytes);
    text(
      `packed/${name}`,
      "packed",
      `${name}.wasm as src/core/lzma.ts reads it, in base64.`,
      readFileSync(file.replace(/wasm$/, "lzma")),
    );
  }
  writeFileSync(join(wasm, "modules.js"), forms);
  writeFileSync(join(wasm, "modules.d.ts"), types);
}

/**
 * As CommonJS the glue is a body that fills `module.exports`: it can stand inside a function and run once per instance.
 * TextDecoder and TextEncoder become parameters, so that nothing is looked up before the first call.
 */
async function glue(folder) {
  const result = await build({
    entryPoints: [join(wasm, folder, `${folder}_bg.js`)],
    bundle: true,
    format: "cjs",
    target: "es2020",
    write: false,
    logLevel: "error",
  });
  const body = result.outputFiles[0].text;
  writeFileSync(
    join(wasm, folder, "glue.js"),
    `export function createGlue(TextDecoder, TextEncoder) {\nconst module = { exports: {} };\n${body}\nreturn ` +
      "module.exports;\n}\n",
  );
  writeFileSync(
    join(wasm, folder, "glue.d.ts"),
    "/** Fresh glue for one instance. */\nexport declare function createGlue(TextDecoder: unknown, TextEncoder: unknown): object;\n",
  );
}

function text(path, constant, about, bytes) {
  writeFileSync(join(wasm, `${path}.js`), `export const ${constant} = "${bytes.toString("base64")}";\n`);
  writeFileSync(join(wasm, `${path}.d.ts`), `/** ${about} */\nexport declare const ${constant}: string;\n`);
}
