// As compile.ts, for Cloudflare's workerd: it compiles nothing at run time, but a deployed .wasm file that is
// imported is a compiled module.
import module from "./core.wasm";
import type { WasmModule } from "./platform";

/** The compiled module. */
export function compile(): WasmModule {
  return module;
}
