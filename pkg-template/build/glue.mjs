// The generated modules that the core needs: the glue as a function, and the wasm as text in two forms.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { wasm } from "./paths.mjs";

/** Writes target/wasm/glue.js, payload.js and packed.js, with their types. */
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
    `export function createGlue(TextDecoder, TextEncoder) {\nconst module = { exports: {} };\n${body}\nreturn ` +
      "module.exports;\n}\n",
  );
  writeFileSync(
    join(wasm, "glue.d.ts"),
    `/** The core's exports. */\nexport type Glue = typeof import("./core.js") & { __wbg_set_wasm(exports: ` +
      "Record<string, unknown>): void };\n" +
      ("/** Fresh glue for one instance. */\nexport function createGlue(TextDecoder: unknown, TextEncoder: " +
        "unknown): Glue;\n"),
  );
  const core = readFileSync(join(wasm, "core.wasm"));
  const base64 = core.toString("base64");
  writeFileSync(join(wasm, "payload.js"), `export const wasmBase64 = "${base64}";\n`);
  writeFileSync(join(wasm, "payload.d.ts"), `/** core.wasm in base64. */\nexport declare const wasmBase64: string;\n`);
  const form = packed(core);
  const constant = ([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`;
  writeFileSync(join(wasm, "packed.js"), Object.entries(form).map(constant).join(""));
  const declared = ([name, value]) => `export declare const ${name}: ${typeof value};\n`;
  writeFileSync(
    join(wasm, "packed.d.ts"),
    `/** core.wasm as src/core/payload.ts reads it. */\n${Object.entries(form).map(declared).join("")}`,
  );
}

/**
 * The bytes as text: a frequent byte is one symbol, each of the others a pair whose first symbol begins no other. The
 * symbols mean nothing in a string of JavaScript, whichever quotes a minifier gives it, nor in HTML.
 */
function packed(bytes) {
  const PREFIXES = 2;
  const symbols = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).filter(
    (symbol) => !"\"'`$\\<".includes(symbol),
  );
  const counts = new Array(256).fill(0);
  for (const byte of bytes) counts[byte] += 1;
  const order = counts.map((_, byte) => byte).sort((a, b) => counts[b] - counts[a] || a - b);
  const singles = symbols.length - PREFIXES;
  const codes = [];
  order.forEach((byte, i) => {
    const pair = i - singles;
    codes[byte] =
      pair < 0 ? symbols[PREFIXES + i] : symbols[Math.floor(pair / symbols.length)] + symbols[pair % symbols.length];
  });
  return {
    symbols: symbols.join(""),
    order: order.map((byte) => byte.toString(16).padStart(2, "0")).join(""),
    size: bytes.length,
    packed: Array.from(bytes, (byte) => codes[byte]).join(""),
  };
}
