// The only file that touches the instances of the core. One is made at the first call, synchronously, and replaced after a
// trap.
//
// `target/wasm/*/glue.js` is wasm-bindgen's glue wrapped in a function (build/glue.mjs). The glue keeps its instance,
// its views of the memory and its text decoder in variables; one closure per instance means that a new instance can
// never see an old one's views.
import { InternalError } from "../errors";
import type { Fact, Outcome, Question } from "../generated/boundary";
import { type Form, moduleOf } from "./modules";
import type { Message } from "./pack";
import { platform, type WasmExports, type WasmModule } from "./platform";
import { lengthOf, unpacked } from "./unpack";
import { Utf8Decoder, Utf8Encoder } from "./utf8";

/** What a question was answered with: `value` is undefined when the core has nothing to say. */
export interface Answer {
  readonly outcome: Outcome;
  readonly value: unknown;
}

/** What answers questions. */
export interface Asked {
  /** Asks a question about values of the caller's, which come as a message. */
  answerTo(question: Question, input: Message): Answer;
}

/** The glue of an instance; only core.wasm tells facts. */
interface Glue {
  __wbg_set_wasm(exports: WasmExports): void;
  ask?(fact: Fact, input?: string): unknown;
}

/** Makes the glue for one instance. */
type CreateGlue = (TextDecoder: unknown, TextEncoder: unknown) => object;

/** A module of WebAssembly with a memory of its own. */
export class Core implements Asked {
  private module: WasmModule | undefined;
  private current: Instance | undefined;

  constructor(
    private readonly form: Form,
    private readonly compile: () => WasmModule,
    private readonly createGlue: CreateGlue,
  ) {}

  answerTo(question: Question, input: Message): Answer {
    return this.running((instance) => instance.answer(instance.core.call, question, input));
  }

  /** A fact, which is no value of the caller's; nor is the input but a text. */
  fact(wanted: Fact, input?: string): unknown {
    return this.running((instance) => instance.glue.ask!(wanted, input));
  }

  /**
   * A trap becomes an `InternalError`; whatever else is thrown passes unchanged. Either way the instance is given up: an
   * exception that crossed wasm frames skipped their clean-up.
   */
  running<T>(work: (instance: Instance) => T): T {
    // Before what is caught: at the end of the stack, where this fails, there may be no room to find out why.
    const instance = (this.current ??= this.start());
    try {
      return work(instance);
    } catch (thrown) {
      if (this.current === instance) this.current = undefined;
      const trap = trapOf(thrown);
      throw trap === undefined ? thrown : new InternalError(trap);
    }
  }

  private start(): Instance {
    this.module ??= moduleOf(this.form, this.compile);
    const { WebAssembly, TextDecoder, TextEncoder } = platform;
    // A copy: the glue's own object has a getter for each function, which would run at every call.
    const glue = { ...this.createGlue(TextDecoder ?? Utf8Decoder, TextEncoder ?? Utf8Encoder) } as Glue;
    const { exports } = new WebAssembly!.Instance(this.module, { [`./${this.form.name}_bg.js`]: glue });
    glue.__wbg_set_wasm(exports);
    (exports.__wbindgen_start as () => void)();
    return new Instance(glue, exports as unknown as Exports);
  }
}

/** A module that was taken out of another, and works in the memory of an instance of that one. */
export class Part implements Asked {
  private module: WasmModule | undefined;

  constructor(
    private readonly core: Core,
    private readonly form: Form,
    private readonly compile: () => WasmModule,
    /** The name of what it exports. */
    private readonly call: string,
  ) {}

  answerTo(question: Question, input: Message): Answer {
    return this.core.running((instance) => {
      const call = instance.parts.get(this.form.name) ?? this.start(instance);
      return instance.answer(call, question, input);
    });
  }

  private start(instance: Instance): Call {
    this.module ??= moduleOf(this.form, this.compile);
    const { exports } = new platform.WebAssembly!.Instance(this.module, { core: instance.core });
    const call = exports[this.call] as Call;
    instance.parts.set(this.form.name, call);
    return call;
  }
}

/** Gives the place of the answer: a byte of `Outcome` and a message. The input is freed, the answer is ours to free. */
type Call = (question: Question, input: number, length: number) => number;

/** What every core exports, without the glue. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly call: Call;
  __wbindgen_malloc(size: number, alignment: number): number;
  __wbindgen_free(place: number, size: number, alignment: number): void;
}

/** Fewer bytes than this are copied faster one by one. */
const SHORT = 64;

class Instance {
  /** All of the memory, until it grows: then a view has no bytes any more. */
  private view = new Uint8Array(0);

  /** The calls of its parts, by their names. */
  readonly parts = new Map<string, Call>();

  constructor(
    readonly glue: Glue,
    readonly core: Exports,
  ) {}

  /** Nothing of the caller's runs between an input and its answer. */
  answer(call: Call, question: Question, { text, textLength, values, valuesLength }: Message): Answer {
    const { core } = this;
    const length = 8 + textLength + valuesLength;
    const input = core.__wbindgen_malloc(length, 1) >>> 0;
    const into = this.memory();
    putCount(into, input, textLength);
    putCount(into, input + 4, valuesLength);
    put(into, input + 8, text, textLength);
    put(into, input + 8 + textLength, values, valuesLength);
    const answer = call(question, input, length) >>> 0;
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
  if (name !== "RangeError" && name !== "InternalError") return undefined;
  // The end of the stack (Firefox throws an InternalError of its own), or an address outside the memory. No regular
  // expression: where there is no stack left to compile it, V8 ends the process.
  const said = text.toLowerCase();
  return said.includes("stack") || said.includes("recursion") || said.includes("bounds") ? text : undefined;
}
