// As payload.ts, for Cloudflare's workerd: it compiles nothing at run time, but a deployed .wasm file that is imported is
// a compiled module.
import arithmetic from "./arithmetic.wasm";
import core from "./core.wasm";
import planner from "./planner.wasm";
import type { WasmModule } from "./platform";

/** arithmetic.wasm */
export function arithmeticModule(): WasmModule {
  return arithmetic;
}

/** core.wasm */
export function coreModule(): WasmModule {
  return core;
}

/** planner.wasm */
export function plannerModule(): WasmModule {
  return planner;
}
