// Any JavaScript value as bytes, so that the core gets it in one piece; `src/packed` of the core reads them.
//
// Every value is classified before it is written, and whatever can run the caller's code (getters, proxies) may throw.
// Nothing is coerced.
import { InputError } from "../errors";
import { Limit, NAMES, OTHER_NAME, Tag } from "../generated/packed";
import type { Args } from "../json";

/** What values are written to. */
class OutputBuffer {
  readonly view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer);
  }
}

/** Room for most inputs. */
const FIRST_SIZE = 1 << 12;
/** A larger buffer is not kept for the next call. */
const MAX_KEPT = 1 << 20;

/** A getter of the caller's may call this package while it is read. One that calls without end is stopped. */
const MAX_INSIDE = 4;
/** For a call, for a call inside it, and so on: making a buffer takes longer than most calls. */
const buffers: (OutputBuffer | undefined)[] = [];
/** How many calls are being packed, each inside the one before. */
let inside = 0;

/** Writes values one after the other. Their bytes are good only until the next values are packed. */
export function packed(values: readonly unknown[]): Uint8Array {
  if (inside === MAX_INSIDE) throw new InputError("input", "calls this package again and again while it is being read");
  // Neither this nor its counterpart is a function call, which could fail at the end of the stack.
  inside += 1;
  try {
    const packer = new Packer(buffers[inside - 1] ?? new OutputBuffer(new Uint8Array(FIRST_SIZE)));
    for (let i = 0; i < values.length; i++) packer.add(values[i]);
    buffers[inside - 1] = packer.buffer.bytes.length > MAX_KEPT ? undefined : packer.buffer;
    return packer.written();
  } finally {
    inside -= 1;
  }
}

/** Writes the values of one call. */
class Packer {
  private bytes: Uint8Array;
  private view: DataView;
  /** Where the next byte goes. */
  private at = 0;
  private valuesLeft = 0;
  private textLeft = 0;
  /** The objects around the one that is being read. */
  private readonly open: object[] = [];

  constructor(public buffer: OutputBuffer) {
    this.bytes = buffer.bytes;
    this.view = buffer.view;
  }

  /** Writes one value, with limits of its own. */
  add(value: unknown): void {
    this.valuesLeft = Limit.Values;
    this.textLeft = Limit.Text;
    this.write(value);
  }

  written(): Uint8Array {
    return this.bytes.subarray(0, this.at);
  }

  /** Makes room for that many bytes more. */
  private room(count: number): void {
    if (this.at + count <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.at + count));
    larger.set(this.bytes.subarray(0, this.at));
    this.buffer = new OutputBuffer(larger);
    this.bytes = larger;
    this.view = this.buffer.view;
  }

  private tagged(tag: Tag): void {
    this.room(1);
    this.bytes[this.at++] = tag;
  }

  /** A tag and a count, which may be set later. Returns the offset of the count. */
  private counted(tag: Tag, count: number): number {
    this.room(5);
    this.bytes[this.at] = tag;
    this.view.setUint32(this.at + 1, count, true);
    this.at += 5;
    return this.at - 4;
  }

  private write(value: unknown): void {
    switch (typeof value) {
      case "string": {
        const from = this.at;
        this.tagged(Tag.Text);
        const fault = this.text(value);
        if (fault === undefined) return;
        this.at = from;
        return this.tagged(fault);
      }
      case "number":
        this.room(9);
        this.bytes[this.at] = Tag.Number;
        this.view.setFloat64(this.at + 1, value, true);
        this.at += 9;
        return;
      case "boolean":
        return this.tagged(value ? Tag.True : Tag.False);
      case "undefined":
        return this.tagged(Tag.Null);
      case "function":
        return this.tagged(Tag.Function);
      case "bigint":
        return this.tagged(Tag.BigInt);
      case "symbol":
        return this.tagged(Tag.Symbol);
      default:
        if (value === null) return this.tagged(Tag.Null);
        return this.object(value as object);
    }
  }

  /**
   * Its length in bytes, and the text in UTF-8. Or why it cannot be written; what was written of it then counts for
   * nothing.
   */
  private text(value: string): Tag.LoneSurrogate | Tag.TooMany | undefined {
    const { length } = value;
    if (length > this.textLeft) return Tag.TooMany;
    this.textLeft -= length;
    // No UTF-16 unit takes more than three bytes.
    this.room(4 + 3 * length);
    const from = this.at + 4;
    // In variables of this function: it is where most of the time is spent.
    const into = this.bytes;
    let to = from;
    for (let i = 0; i < length; i++) {
      let point = value.charCodeAt(i);
      if (point < 0x80) {
        into[to++] = point;
        continue;
      }
      if (point >= 0xd800 && point < 0xe000) {
        const next = point < 0xdc00 && i + 1 < length ? value.charCodeAt(++i) : 0;
        if (next < 0xdc00 || next >= 0xe000) return Tag.LoneSurrogate;
        point = 0x10000 + ((point & 0x3ff) << 10) + (next & 0x3ff);
      }
      if (point < 0x800) into[to++] = 0xc0 | (point >> 6);
      else {
        if (point < 0x10000) into[to++] = 0xe0 | (point >> 12);
        else {
          into[to++] = 0xf0 | (point >> 18);
          into[to++] = 0x80 | ((point >> 12) & 0x3f);
        }
        into[to++] = 0x80 | ((point >> 6) & 0x3f);
      }
      into[to++] = 0x80 | (point & 0x3f);
    }
    this.view.setUint32(this.at, to - from, true);
    this.at = to;
    return undefined;
  }

  /** An object or array; when something in it throws, the whole of it cannot be read. */
  private object(value: object): void {
    const from = this.at;
    const depth = this.open.length;
    try {
      const fault = this.classified(value);
      if (fault !== undefined) return this.tagged(fault);
      this.open.push(value);
      if (Array.isArray(value)) this.array(value);
      else this.entries(value as Args);
    } catch {
      this.at = from;
      this.tagged(Tag.Throws);
    }
    this.open.length = depth;
  }

  /** What an object is when it is neither a plain one nor an array that can be read. */
  private classified(value: object): Tag | undefined {
    const { __pulumiOutput, __pulumiUnknown, __pulumiResource } = value as Args;
    if (__pulumiOutput === true || __pulumiUnknown === true) return Tag.Unknown;
    if (__pulumiResource === true) return Tag.Resource;
    if (!Array.isArray(value)) {
      if (typeof (value as { then?: unknown }).then === "function") return Tag.Unknown;
      if ("__wbg_ptr" in value) return Tag.WasmObject;
      switch (tagOf.call(value)) {
        case "[object Object]":
          break;
        case "[object Date]":
          return Tag.Date;
        case "[object Map]":
        case "[object WeakMap]":
          return Tag.Map;
        case "[object Set]":
        case "[object WeakSet]":
          return Tag.Set;
        default:
          return Tag.BuiltIn;
      }
    }
    if (this.open.includes(value)) return Tag.Cycle;
    return this.open.length >= Limit.Depth ? Tag.TooDeep : undefined;
  }

  private array(value: readonly unknown[]): void {
    // That of a proxy may be anything.
    const said: unknown = value.length;
    const length = typeof said === "number" && said > 0 ? Math.floor(said) : 0;
    if (length > this.valuesLeft) return this.tagged(Tag.TooMany);
    this.valuesLeft -= length;
    this.counted(Tag.List, length);
    for (let i = 0; i < length; i++) {
      let item: unknown;
      try {
        item = value[i];
      } catch {
        this.tagged(Tag.Throws);
        continue;
      }
      if (item === undefined) this.tagged(Tag.Hole);
      else this.write(item);
    }
  }

  private entries(value: Args): void {
    const from = this.at;
    const keys = Object.keys(value);
    if (keys.length > this.valuesLeft) return this.tagged(Tag.TooMany);
    this.valuesLeft -= keys.length;
    let count = 0;
    const offset = this.counted(Tag.Object, count);
    for (const key of keys) {
      const start = this.at;
      if (!this.name(key)) {
        this.at = from;
        return this.tagged(Tag.TooMany);
      }
      let item: unknown;
      try {
        item = value[key];
      } catch {
        this.tagged(Tag.Throws);
        count++;
        continue;
      }
      // As in JSON and in Pulumi: a property that is undefined was not given.
      if (item === undefined) {
        this.at = start;
        continue;
      }
      this.write(item);
      count++;
    }
    this.view.setUint32(offset, count, true);
  }

  /** A name: its number, or the text. False when it is longer than what may still be read. */
  private name(key: string): boolean {
    this.room(1);
    const number = numbers.get(key);
    if (number !== undefined) {
      if (key.length > this.textLeft) return false;
      this.textLeft -= key.length;
      this.bytes[this.at++] = number;
      return true;
    }
    this.bytes[this.at++] = OTHER_NAME;
    const start = this.at;
    const fault = this.text(key);
    if (fault === Tag.TooMany) return false;
    if (fault !== undefined) {
      this.at = start;
      this.replaced(key);
    }
    return true;
  }

  /** A key that is not Unicode text, with U+FFFD for each lone surrogate. */
  private replaced(key: string): void {
    this.textLeft += key.length;
    this.text(Array.from(key, (character) => (/^[\ud800-\udfff]$/.test(character) ? "\ufffd" : character)).join(""));
  }
}

const { toString: tagOf } = Object.prototype;

/** The number of each known name. */
const numbers = new Map(NAMES.map((known, number) => [known, number]));
