// The only file that touches the wasm core. Makes the instance at the first call, synchronously, and replaces it
// after a trap.
//
// `target/wasm/glue.js` is wasm-bindgen's glue wrapped in a function (build/glue.mjs). The glue keeps its instance,
// its views of the memory and its text decoder in variables; one closure per instance means that a new instance can
// never see an old one's views.
import { createGlue, type Glue } from "../../../target/wasm/glue.js";
import { compile } from "./compile";
import { InternalError } from "../errors";
import type { Fact, Outcome, Question } from "../generated/boundary";
import type { Message } from "./pack";
import { platform, type WasmModule } from "./platform";
import { lengthOf, unpacked } from "./unpack";
import { Utf8Decoder, Utf8Encoder } from "./utf8";

let compiled: WasmModule | undefined;
let current: Instance | undefined;

/** What a question was answered with: `value` is undefined when the core has nothing to say. */
export interface Answer {
  readonly outcome: Outcome;
  readonly value: unknown;
}

/** Asks a question about values of the caller's, which come as a message. */
export function answerTo(question: Question, input: Message): Answer {
  return running((instance) => instance.answerTo(question, input));
}

/** A fact, which is no value of the caller's; nor is the input but a text. */
export function fact(wanted: Fact, input?: string): unknown {
  return running((instance) => instance.glue.ask(wanted, input));
}

/**
 * A trap becomes an `InternalError`; whatever else is thrown passes unchanged. Either way the instance is given up: an
 * exception that crossed wasm frames skipped their clean-up.
 */
function running<T>(work: (instance: Instance) => T): T {
  const instance = (current ??= start());
  try {
    return work(instance);
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
  return new Instance(glue, exports as unknown as Exports);
}

/** What the core exports, without the glue. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** Gives the place of the answer: a byte of `Outcome` and a message. The input is freed, the answer is ours to free. */
  call(question: Question, input: number, length: number): number;
  __wbindgen_malloc(size: number, alignment: number): number;
  __wbindgen_free(place: number, size: number, alignment: number): void;
}

/** Fewer bytes than this are copied faster one by one. */
const SHORT = 64;

class Instance {
  /** All of the memory, until it grows: then a view has no bytes any more. */
  private view = new Uint8Array(0);

  constructor(
    readonly glue: Glue,
    private readonly core: Exports,
  ) {}

  /** Nothing of the caller's runs between an input and its answer. */
  answerTo(question: Question, { text, textLength, values, valuesLength }: Message): Answer {
    const { core } = this;
    const length = 8 + textLength + valuesLength;
    const input = core.__wbindgen_malloc(length, 1) >>> 0;
    const into = this.memory();
    putCount(into, input, textLength);
    putCount(into, input + 4, valuesLength);
    put(into, input + 8, text, textLength);
    put(into, input + 8 + textLength, values, valuesLength);
    const answer = core.call(question, input, length) >>> 0;
    const from = this.memory();
    const outcome = from[answer] as Outcome;
    const value = unpacked(from, answer + 1);
    core.__wbindgen_free(answer, 1 + lengthOf(from, answer + 1), 1);
    return { outcome, value };
  }

  private memory(): Uint8Array {
    if (this.view.length === 0) this.view = new Uint8Array(this.core.memory.buffer);
    return this.view;
  }
}

function putCount(into: Uint8Array, at: number, count: number): void {
  into[at] = count;
  into[at + 1] = count >> 8;
  into[at + 2] = count >> 16;
  into[at + 3] = count >> 24;
}

function put(into: Uint8Array, at: number, bytes: Uint8Array, length: number): void {
  if (length > SHORT) into.set(bytes.subarray(0, length), at);
  else for (let i = 0; i < length; i++) into[at + i] = bytes[i]!;
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
