// The only file that touches the wasm core. Makes the instance at the first call, synchronously, and replaces it
// after a trap.
//
// `target/wasm/glue.js` is wasm-bindgen's glue wrapped in a function (build/glue.mjs). The glue keeps its instance,
// its views of the memory and its text decoder in variables; one closure per instance means that a new instance can
// never see an old one's views.
import { createGlue, type Glue } from "../../../target/wasm/glue.js";
import { compile } from "./compile";
import { InternalError } from "../errors";
import { platform, type WasmModule } from "./platform";
import { Room } from "./room";
import { Utf8Decoder, Utf8Encoder } from "./utf8";

export type { Glue };

let compiled: WasmModule | undefined;
let current: Instance | undefined;

interface Instance {
  readonly glue: Glue;
  readonly room: Room;
}

/**
 * Runs `work` with the core's exports and the room for its inputs. A trap becomes an `InternalError`; whatever else is
 * thrown passes unchanged. Either way the instance is given up: an exception that crossed wasm frames skipped their
 * clean-up.
 */
export function call<T>(work: (core: Glue, room: Room) => T): T {
  const instance = (current ??= start());
  try {
    return work(instance.glue, instance.room);
  } catch (thrown) {
    if (current === instance) current = undefined;
    const trap = trapOf(thrown);
    throw trap === undefined ? thrown : new InternalError(trap);
  }
}

function start(): Instance {
  compiled ??= compile();
  const { WebAssembly, TextDecoder, TextEncoder } = platform;
  // A copy: the glue's own object has a getter for each function, which would run at every call.
  const glue = { ...createGlue(TextDecoder ?? Utf8Decoder, TextEncoder ?? Utf8Encoder) };
  const { exports } = new WebAssembly!.Instance(compiled, { "./core_bg.js": glue });
  glue.__wbg_set_wasm(exports);
  (exports.__wbindgen_start as () => void)();
  return { glue, room: new Room(glue, exports.memory as { buffer: ArrayBuffer }) };
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
