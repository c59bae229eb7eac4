// Where an input is put in the core's memory and the answer is read from it, without a copy for each call; `src/wasm`
// of the core has the other half.
import type { Glue } from "../../../target/wasm/glue.js";
import { unpacked } from "./unpack";

/** Room for most inputs. */
const FIRST = 1 << 12;
/** More than this is not kept for the next call. */
const MAX_KEPT = 1 << 20;
/** Fewer bytes than this are copied faster one by one. */
const SHORT = 64;

/** That of one instance. Nothing of the caller's runs between an input and its answer. */
export class Room {
  /** All of the memory, until it grows: then a view has no bytes any more. */
  private memory = new Uint8Array(0);
  /** The address where an input begins, and how long it can be. */
  private start = 0;
  private size = 0;

  constructor(
    private readonly glue: Glue,
    private readonly source: { readonly buffer: ArrayBuffer },
  ) {}

  /** What the core answers to packed values; undefined when it has nothing to say. */
  answer(input: Uint8Array, question: (core: Glue, length: number) => number): unknown {
    const { length } = input;
    if (length > this.size) this.resize(Math.max(length, FIRST));
    this.put(input);
    const offset = question(this.glue, length);
    const answer = offset === 0 ? undefined : unpacked(this.view(), offset);
    if (this.size > MAX_KEPT) this.resize(FIRST);
    return answer;
  }

  private resize(size: number): void {
    this.start = this.glue.roomFor(size);
    this.size = size;
  }

  private put(input: Uint8Array): void {
    const memory = this.view();
    const { start } = this;
    if (input.length > SHORT) memory.set(input, start);
    else for (let i = 0; i < input.length; i++) memory[start + i] = input[i]!;
  }

  private view(): Uint8Array {
    if (this.memory.length === 0) this.memory = new Uint8Array(this.source.buffer);
    return this.memory;
  }
}
