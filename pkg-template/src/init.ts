import { forbidden, webAssembly } from "./core/compile";
import { give } from "./core/modules";
import { platform, type WasmModule, type WasmResponse } from "./core/platform";
import { EnvironmentError, InputError, orInputError } from "./errors";
import { arithmetic, core, planner } from "../../target/wasm/modules.js";
import { version } from "./version";

/**
 * What `init` takes: the address of a file (a string or a `URL`), a `Response`, the bytes (an `ArrayBuffer` or a view of
 * one), or a `WebAssembly.Module`. Declarations of the last have no properties, so the type cannot say more.
 */
export type WasmSource = string | object;

const WANTED =
  "must be the address of core.wasm, planner.wasm or arithmetic.wasm of this package, a Response with one of them, its " +
  "bytes, or a WebAssembly.Module of it";

/**
 * Compiles a module of this package beforehand, in the background, for pages that load the file by themselves:
 * `core.wasm` has checks, builders and facts, `planner.wasm` plans, `arithmetic.wasm` has `cidr` and `schedule`. Which of
 * them it is, the module says itself. Never needed: without it, a module is made at the first call that needs it, from what
 * is part of the JavaScript.
 *
 * Throws an `InputError` for what is not a module of this version of the package, and an `EnvironmentError` where a file
 * cannot be loaded or WebAssembly is forbidden.
 */
export async function init(source: WasmSource | Promise<WasmSource>): Promise<void> {
  const module = await moduleIn(await source);
  const names = webAssembly()
    .Module.exports(module)
    .map(({ name }) => name);
  const known = [core, planner, arithmetic].find(({ mark }) => names.includes(mark));
  if (known === undefined) {
    throw new InputError(
      "source",
      `is not a module of eventstorecloud-planner ${version}; take the file of this version`,
    );
  }
  give(known.mark, module);
}

async function moduleIn(source: unknown): Promise<WasmModule> {
  const type = Object.prototype.toString.call(source);
  if (type === "[object WebAssembly.Module]") return source as WasmModule;
  if (type === "[object ArrayBuffer]") return compiledIn(source as ArrayBuffer);
  if (ArrayBuffer.isView(source)) {
    const { buffer, byteOffset, byteLength } = source;
    // Not every engine takes every kind of view. One whose bytes were given away has none.
    const bytes = orInputError("source", `has no bytes any more; it ${WANTED}`, () => {
      return new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);
    });
    return compiledIn(bytes);
  }
  if (type === "[object Response]") return streamed(source as WasmResponse);
  if (typeof source === "string" && source !== "") return streamed(await loaded(source));
  if (type === "[object URL]") return streamed(await loaded(String(source)));
  throw new InputError("source", WANTED);
}

async function loaded(address: string): Promise<WasmResponse> {
  const { fetch: load } = platform;
  if (load === undefined) {
    throw new EnvironmentError(`it cannot load ${address}: there is no \`fetch\`. Give the bytes of the file instead.`);
  }
  try {
    return await load(address);
  } catch (thrown) {
    const said = String((thrown as { message?: unknown } | null)?.message);
    throw new EnvironmentError(`it cannot load ${address}. Check the address, or give the bytes of the file.`, said);
  }
}

async function streamed(response: WasmResponse): Promise<WasmModule> {
  if (!response.ok) {
    throw new EnvironmentError(
      `${response.url || "the response"} has the status ${response.status}. Check the address.`,
    );
  }
  const { compileStreaming } = webAssembly();
  // Engines stream only what is served under its own type, without a parameter.
  const isTyped = /^application\/wasm$/i.test(response.headers?.get("content-type") ?? "");
  if (compileStreaming === undefined || !isTyped) return compiledIn(await bodyOf(response));
  return orSaid(() => compileStreaming.call(platform.WebAssembly, response));
}

/** The bytes of a response: the connection may break, and a body can be read once only. */
async function bodyOf(response: WasmResponse): Promise<ArrayBuffer> {
  try {
    return await response.arrayBuffer();
  } catch (thrown) {
    const said = String((thrown as { message?: unknown } | null)?.message);
    throw new EnvironmentError(`it cannot read ${response.url || "the response"}. Load the file again.`, said);
  }
}

function compiledIn(bytes: ArrayBuffer | Uint8Array): Promise<WasmModule> {
  return orSaid(() => webAssembly().compile(bytes));
}

/** A module, or an error that says what to change. */
async function orSaid(work: () => Promise<WasmModule>): Promise<WasmModule> {
  try {
    return await work();
  } catch (thrown) {
    throw forbidden(thrown) ?? new InputError("source", `is not WebAssembly; it ${WANTED}`);
  }
}
