// As payload.ts, for Node: on a disk size matters less, and base64 is read ten times as fast.
import { wasmBase64 } from "../../target/wasm/payload.js";
import { platform } from "./platform";

/** core.wasm. */
export function bytes(): Uint8Array {
  if (platform.Buffer !== undefined) return platform.Buffer.from(wasmBase64, "base64");
  // A bundler has made a program for browsers of it.
  const binary = platform.atob(wasmBase64);
  const result = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) result[i] = binary.charCodeAt(i);
  return result;
}
