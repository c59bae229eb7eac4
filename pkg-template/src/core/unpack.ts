// From the bytes of the core's answers to values; `src/ffi/codec` of the core says how, and writes them.
import { NAMES, NEW_NAME, Tag } from "../generated/boundary";
import type { Args } from "../json";
import { platform } from "./platform";
import { Utf8Decoder } from "./utf8";

/** The value of the message that begins at an offset of these bytes; undefined when it has none. */
export function unpacked(bytes: Uint8Array, offset: number): unknown {
  return new Unpacker(bytes, offset).message();
}

/** How many bytes a message has. */
export function lengthOf(bytes: Uint8Array, offset: number): number {
  return 8 + count(bytes, offset) + count(bytes, offset + 4);
}

function count(bytes: Uint8Array, at: number): number {
  return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
}

/** A text of a few letters is put together faster than it is decoded. */
const SHORT = 12;

/** Reads one message. */
class Unpacker {
  /** All texts in one, and how much of it has been used. */
  private text = "";
  private used = 0;
  /** Those that this message has numbered. */
  private readonly names: string[] = [];
  /** For numbers: most answers have none. */
  private view: DataView | undefined;

  constructor(
    private readonly bytes: Uint8Array,
    /** Where the next byte is. */
    private at: number,
  ) {}

  message(): unknown {
    const [text, values] = [this.count(), this.count()];
    if (values === 0) return undefined;
    const end = this.at + text;
    this.text = this.decoded(this.at, end);
    this.at = end;
    return this.value();
  }

  private decoded(from: number, to: number): string {
    const { bytes } = this;
    let short = "";
    if (to - from <= SHORT) {
      let i = from;
      for (; i < to && bytes[i]! < 0x80; i++) short += String.fromCharCode(bytes[i]!);
      if (i === to) return short;
    }
    return decoder().decode(bytes.subarray(from, to));
  }

  private count(): number {
    this.at += 4;
    return count(this.bytes, this.at - 4);
  }

  private number(): number {
    const { bytes } = this;
    this.view ??= new DataView(bytes.buffer, bytes.byteOffset);
    this.at += 8;
    return this.view.getFloat64(this.at - 8, true);
  }

  private next(): string {
    const from = this.used;
    this.used += this.count();
    return this.text.slice(from, this.used);
  }

  private name(): string {
    const number = this.bytes[this.at++]!;
    if (number < NAMES.length) return NAMES[number]!;
    if (number < NEW_NAME) return this.names[number - NAMES.length]!;
    const name = this.next();
    this.names.push(name);
    return name;
  }

  private value(): unknown {
    switch (this.bytes[this.at++] as Tag) {
      case Tag.False:
        return false;
      case Tag.True:
        return true;
      case Tag.Number:
        return this.number();
      case Tag.Text:
        return this.next();
      case Tag.List: {
        const array = [];
        for (let left = this.count(); left > 0; left--) array.push(this.value());
        return array;
      }
      case Tag.Object: {
        const object: Args = {};
        for (let left = this.count(); left > 0; left--) put(object, this.name(), this.value());
        return object;
      }
      default:
        return null;
    }
  }
}

/** As `object[name] = value`, which for a name of the user's could set the prototype. */
function put(object: Args, name: string, value: unknown): void {
  if (name !== "__proto__") object[name] = value;
  else Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
}

interface Decoder {
  decode(bytes: Uint8Array): string;
}

/** The decoder, made for the first text that needs one: it keeps nothing of what it has decoded. */
let made: Decoder | undefined;

function decoder(): Decoder {
  return (made ??= platform.TextDecoder === undefined ? new Utf8Decoder() : new platform.TextDecoder());
}
