// As payload.ts, for Node: from the .wasm files next to this package's JavaScript, which is many times faster than from
// text. Where one cannot be read, from the text in a file beside it: a bundler has put us into a program, or reading files
// is forbidden.
import { arithmetic, core, planner } from "../../../target/wasm/modules.js";
import { compiled } from "./compile";
import type { Form } from "./modules";
import { platform, type WasmModule } from "./platform";

interface Text {
  wasmBase64: string;
}

declare const __dirname: string;
declare const require: {
  (file: "node:fs"): { readFileSync(path: string): Uint8Array };
  (file: "./payload/arithmetic.cjs" | "./payload/core.cjs" | "./payload/planner.cjs"): Text;
};

/** arithmetic.wasm */
export function arithmeticModule(): WasmModule {
  return compiled(() => fromFile(arithmetic) ?? fromText(require("./payload/arithmetic.cjs")));
}

/** core.wasm */
export function coreModule(): WasmModule {
  return compiled(() => fromFile(core) ?? fromText(require("./payload/core.cjs")));
}

/** planner.wasm */
export function plannerModule(): WasmModule {
  return compiled(() => fromFile(planner) ?? fromText(require("./payload/planner.cjs")));
}

function fromFile({ name, size }: Form): Uint8Array | undefined {
  // Deno would ask the user for leave to read a file.
  if (platform.Deno !== undefined) return undefined;
  try {
    const bytes = require("node:fs").readFileSync(`${__dirname}/${name}.wasm`);
    // In a bundle it may be another's file.
    return bytes.length === size ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function fromText({ wasmBase64 }: Text): Uint8Array {
  if (platform.Buffer !== undefined) return platform.Buffer.from(wasmBase64, "base64");
  // A bundler has made a program for browsers of it.
  const binary = platform.atob(wasmBase64);
  const result = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) result[i] = binary.charCodeAt(i);
  return result;
}
