// Any JavaScript value as bytes, so that the core gets it in one piece; `src/ffi/codec` of the core says how, and reads them.
//
// Every value is classified before it is written, and whatever can run the caller's code (getters, proxies) may throw.
// Nothing is coerced.
import { InputError } from "../errors";
import { Limit, NAMES, NEW_NAME, Tag } from "../generated/boundary";
import type { Args } from "../json";

/** A message that is being written: its text and its values, and how much of each there is. */
export interface Message {
  readonly text: Uint8Array;
  readonly textLength: number;
  readonly values: Uint8Array;
  readonly valuesLength: number;
}

/** Room for most inputs. */
const FIRST_SIZE = 1 << 12;
/** A larger buffer is not kept for the next call. */
const MAX_KEPT = 1 << 20;

/** A getter of the caller's may call this package while it is read. One that calls without end is stopped. */
const MAX_INSIDE = 4;
/** For a call, for a call inside it, and so on: making one takes longer than most calls. */
const packers: Packer[] = [];
/** How many calls are being packed, each inside the one before. */
let inside = 0;

/** Writes values one after the other. The message is good only until the next values are packed. */
export function packed(values: readonly unknown[]): Message {
  if (inside === MAX_INSIDE) throw new InputError("input", "calls this package again and again while it is being read");
  // Neither this nor its counterpart is a function call, which could fail at the end of the stack.
  inside += 1;
  try {
    const packer = (packers[inside - 1] ??= new Packer());
    packer.begin();
    for (let i = 0; i < values.length; i++) packer.add(values[i]);
    return packer;
  } finally {
    inside -= 1;
  }
}

/** Writes the values of one call. */
class Packer implements Message {
  values: Uint8Array = new Uint8Array(FIRST_SIZE);
  text: Uint8Array = new Uint8Array(FIRST_SIZE);
  valuesLength = 0;
  textLength = 0;
  private view: DataView = new DataView(this.values.buffer);
  private valuesLeft = 0;
  private textLeft = 0;
  /** The objects around the one that is being read. */
  private open: object[] = [];

  /** Forgets the call before, which may have been left in the middle. */
  begin(): void {
    if (this.values.length > MAX_KEPT) this.setValues(new Uint8Array(FIRST_SIZE));
    if (this.text.length > MAX_KEPT) this.text = new Uint8Array(FIRST_SIZE);
    this.valuesLength = 0;
    this.textLength = 0;
    if (this.open.length > 0) this.open = [];
  }

  /** Writes one value, with limits of its own. */
  add(value: unknown): void {
    this.valuesLeft = Limit.Values;
    this.textLeft = Limit.Text;
    this.write(value);
  }

  private setValues(values: Uint8Array): void {
    this.values = values;
    this.view = new DataView(values.buffer);
  }

  /** Makes room for that many bytes more of values. */
  private room(count: number): void {
    const { values, valuesLength } = this;
    if (valuesLength + count > values.length) this.setValues(larger(values, valuesLength, count));
  }

  private tagged(tag: Tag): void {
    this.room(1);
    this.values[this.valuesLength++] = tag;
  }

  /** A tag or name, and a count, which may be set later. Returns the offset of the count. */
  private counted(byte: number, count: number): number {
    this.room(5);
    const at = this.valuesLength;
    this.values[at] = byte;
    this.view.setUint32(at + 1, count, true);
    this.valuesLength = at + 5;
    return at + 1;
  }

  private write(value: unknown): void {
    switch (typeof value) {
      case "string": {
        const fault = this.written(value);
        if (fault !== undefined) return this.tagged(fault);
        this.counted(Tag.Text, value.length);
        return;
      }
      case "number":
        this.room(9);
        this.values[this.valuesLength] = Tag.Number;
        this.view.setFloat64(this.valuesLength + 1, value, true);
        this.valuesLength += 9;
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

  /** Writes a text in UTF-8, or says why it cannot be written. */
  private written(value: string): Tag.LoneSurrogate | Tag.TooMany | undefined {
    const { length } = value;
    if (length > this.textLeft) return Tag.TooMany;
    this.textLeft -= length;
    let to = this.textLength;
    // No UTF-16 unit takes more than three bytes.
    if (to + 3 * length > this.text.length) this.text = larger(this.text, to, 3 * length);
    // In variables of this function: it is where most of the time is spent.
    const into = this.text;
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
    this.textLength = to;
    return undefined;
  }

  /** An object or array; when something in it throws, the whole of it cannot be read. */
  private object(value: object): void {
    const { valuesLength, textLength } = this;
    const depth = this.open.length;
    try {
      const fault = this.classified(value);
      if (fault !== undefined) return this.tagged(fault);
      this.open.push(value);
      if (Array.isArray(value)) this.array(value);
      else this.entries(value as Args);
    } catch {
      this.valuesLength = valuesLength;
      this.textLength = textLength;
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
    const { valuesLength: from, textLength: textFrom } = this;
    const keys = Object.keys(value);
    if (keys.length > this.valuesLeft) return this.tagged(Tag.TooMany);
    this.valuesLeft -= keys.length;
    let count = 0;
    const offset = this.counted(Tag.Object, count);
    for (const key of keys) {
      const { valuesLength: start, textLength: textStart } = this;
      if (!this.name(key)) {
        this.valuesLength = from;
        this.textLength = textFrom;
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
        this.valuesLength = start;
        this.textLength = textStart;
        continue;
      }
      this.write(item);
      count++;
    }
    this.view.setUint32(offset, count, true);
  }

  /** A name: its number, or the text. False when it is longer than what may still be read. */
  private name(key: string): boolean {
    const number = numbers.get(key);
    if (number !== undefined) {
      if (key.length > this.textLeft) return false;
      this.textLeft -= key.length;
      this.tagged(number);
      return true;
    }
    const fault = this.written(key);
    if (fault === Tag.TooMany) return false;
    let { length } = key;
    if (fault !== undefined) {
      // Not Unicode text: U+FFFD for each lone surrogate.
      this.textLeft += length;
      const replaced = Array.from(key, (letter) => (/^[\ud800-\udfff]$/.test(letter) ? "\ufffd" : letter)).join("");
      this.written(replaced);
      ({ length } = replaced);
    }
    this.counted(NEW_NAME, length);
    return true;
  }
}

/** A larger buffer with the same beginning and room for that many bytes more. */
function larger(bytes: Uint8Array, used: number, more: number): Uint8Array {
  const result = new Uint8Array(Math.max(2 * bytes.length, used + more));
  result.set(bytes.subarray(0, used));
  return result;
}

const { toString: tagOf } = Object.prototype;

/** The number of each known name. */
const numbers = new Map(NAMES.map((known, number) => [known, number]));
