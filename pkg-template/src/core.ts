// The only file that touches the wasm core. Makes the instance at the first call, synchronously, and replaces it
// after a trap.
//
// `target/wasm/glue.js` is wasm-bindgen's glue wrapped in a function (build/glue.mjs). The glue keeps its instance,
// its views of the memory and its text decoder in variables; one closure per instance means that a new instance can
// never see an old one's views, and that a call which is still running on the old one (a getter of the caller's may
// call us again) keeps its own.
import { createGlue, type Glue } from "../../target/wasm/glue.js";
import { compile } from "./core-module";
import { InputError, InternalError } from "./errors";
import { platform, type WasmModule } from "./platform";
import { Utf8Decoder, Utf8Encoder } from "./utf8";

export type { Glue };

let compiled: WasmModule | undefined;
let current: Glue | undefined;
let depth = 0;

/** A getter of the caller's may call us while we read its object; one that does so without end is stopped here. */
const MAX_DEPTH = 4;

/**
 * Runs `work` with the core's exports. A trap becomes an `InternalError`; whatever else is thrown passes unchanged.
 * Either way the instance is given up: an exception that crossed wasm frames skipped their clean-up.
 */
export function call<T>(work: (core: Glue) => T): T {
  if (depth >= MAX_DEPTH) throw new InputError("input", "calls this package again and again while it is being read");
  const core = (current ??= start());
  depth += 1;
  try {
    return work(core);
  } catch (thrown) {
    if (current === core) current = undefined;
    const trap = trapOf(thrown);
    throw trap === undefined ? thrown : new InternalError(trap);
  } finally {
    depth -= 1;
  }
}

function start(): Glue {
  compiled ??= compile();
  const { WebAssembly, TextDecoder, TextEncoder } = platform;
  const glue = createGlue(TextDecoder ?? Utf8Decoder, TextEncoder ?? Utf8Encoder);
  const { exports } = new WebAssembly!.Instance(compiled, { "./core_bg.js": glue });
  glue.__wbg_set_wasm(exports);
  (exports["__wbindgen_start"] as () => void)();
  return glue;
}

/**
 * What stopped the core, or undefined when it was not the core. Errors of the caller's getters and proxies do not
 * come this way: pack.ts catches them where it reads the value. By name, because a test runner may give us an
 * `Error` of another realm than the engine's.
 */
function trapOf(thrown: unknown): string | undefined {
  if (!(typeof thrown === "object" && thrown !== null) || thrown instanceof InternalError) return undefined;
  const { name, message } = thrown as { name?: unknown; message?: unknown };
  const text = String(message);
  if (name === "RuntimeError") return text;
  // The end of the stack (Firefox throws an InternalError of its own), or an address outside the memory.
  const endOf = (name === "RangeError" || name === "InternalError") && /stack|recursion|bounds/i.test(text);
  return endOf ? text : undefined;
}
