// The modules, each made at the first call that needs it from a text in a file of its own: nothing is fetched, no bundler
// has to know of a .wasm file, and who does not use a module does not get its text. In Node payload.node.ts takes this
// file's place, in workerd payload.workerd.ts.
import { packed as arithmeticText } from "../../../target/wasm/packed/arithmetic.js";
import { packed as coreText } from "../../../target/wasm/packed/core.js";
import { packed as plannerText } from "../../../target/wasm/packed/planner.js";
import { arithmetic, core, planner } from "../../../target/wasm/modules.js";
import { compiled } from "./compile";
import { expanded } from "./lzma";
import { platform, type WasmModule } from "./platform";

/** arithmetic.wasm */
export function arithmeticModule(): WasmModule {
  return compiled(() => unpacked(arithmeticText, arithmetic.size));
}

/** core.wasm */
export function coreModule(): WasmModule {
  return compiled(() => unpacked(coreText, core.size));
}

/** planner.wasm */
export function plannerModule(): WasmModule {
  return compiled(() => unpacked(plannerText, planner.size));
}

function unpacked(base64: string, size: number): Uint8Array {
  const binary = platform.atob(base64);
  const packed = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) packed[i] = binary.charCodeAt(i);
  return expanded(packed, size);
}
