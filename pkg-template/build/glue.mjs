// The two generated modules core.ts imports: the glue as a function, and the wasm as text.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { wasm } from "./places.mjs";

/** Writes target/wasm/glue.js and payload.js, with their types. */
export async function writeGlue() {
  // As CommonJS the glue is a body that fills `module.exports`: it can stand inside a function and run once per
  // instance. TextDecoder and TextEncoder become parameters, so that nothing is looked up before the first call.
  const result = await build({
    entryPoints: [join(wasm, "core_bg.js")],
    bundle: true,
    format: "cjs",
    target: "es2020",
    write: false,
    logLevel: "error",
  });
  const body = result.outputFiles[0].text;
  writeFileSync(
    join(wasm, "glue.js"),
    `export function createGlue(TextDecoder, TextEncoder) {\nconst module = { exports: {} };\n${body}\nreturn module.exports;\n}\n`,
  );
  writeFileSync(
    join(wasm, "glue.d.ts"),
    `/** The core's exports. */\nexport type Glue = typeof import("./core.js") & { __wbg_set_wasm(exports: Record<string, unknown>): void };\n` +
      `/** Fresh glue for one instance. */\nexport function createGlue(TextDecoder: unknown, TextEncoder: unknown): Glue;\n`,
  );
  const base64 = readFileSync(join(wasm, "core.wasm")).toString("base64");
  writeFileSync(join(wasm, "payload.js"), `export const wasmBase64 = "${base64}";\n`);
  writeFileSync(join(wasm, "payload.d.ts"), `/** core.wasm in base64. */\nexport declare const wasmBase64: string;\n`);
}
