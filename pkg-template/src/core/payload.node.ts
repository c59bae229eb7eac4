// As payload.ts, for Node: from core.wasm next to this package's JavaScript, which is many times faster than from text.
// Where that cannot be read, from the text in payload.cjs: a bundler has put us into a program, or reading files is
// forbidden.
import { size } from "../../../target/wasm/packed.js";
import { platform } from "./platform";

declare const __dirname: string;
declare const require: {
  (file: "node:fs"): { readFileSync(path: string): Uint8Array };
  (file: "./payload.cjs"): { wasmBase64: string };
};

/** core.wasm. */
export function bytes(): Uint8Array {
  return fromFile() ?? fromText();
}

function fromFile(): Uint8Array | undefined {
  // Deno would ask the user for leave to read a file.
  if (platform.Deno !== undefined) return undefined;
  try {
    const bytes = require("node:fs").readFileSync(`${__dirname}/core.wasm`);
    // In a bundle it may be another's file.
    return bytes.length === size ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function fromText(): Uint8Array {
  const { wasmBase64 } = require("./payload.cjs");
  if (platform.Buffer !== undefined) return platform.Buffer.from(wasmBase64, "base64");
  // A bundler has made a program for browsers of it.
  const binary = platform.atob(wasmBase64);
  const result = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) result[i] = binary.charCodeAt(i);
  return result;
}
