// From the bytes of the core's answers to values; `src/packed` of the core writes them.
import { Tag } from "../generated/packed";
import type { Args } from "../json";
import { platform } from "./platform";
import { Utf8Decoder } from "./utf8";

/** The answer that begins at an offset of these bytes, which are as the core writes them. */
export function unpacked(bytes: Uint8Array, offset: number): unknown {
  return new Unpacker(bytes, offset).answer();
}

/** A text of a few letters is put together faster than it is decoded. */
const SHORT = 12;

/** Reads one answer. */
class Unpacker {
  /** All texts of the answer in one, and how much of it has been used. */
  private text = "";
  private used = 0;
  private readonly keys: string[] = [];
  /** For numbers: most answers have none. */
  private view: DataView | undefined;

  constructor(
    private readonly bytes: Uint8Array,
    /** Where the next byte is. */
    private at: number,
  ) {}

  answer(): unknown {
    const length = this.count();
    const values = this.at + length;
    this.text = this.decoded(this.at, values);
    this.at = values;
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
    const { bytes, at } = this;
    this.at += 4;
    return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
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

  private key(): string {
    const index = this.bytes[this.at++]!;
    if (index === this.keys.length) this.keys.push(this.next());
    return this.keys[index]!;
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
        // The keys are names of fields of ours: none is __proto__.
        const object: Args = {};
        for (let left = this.count(); left > 0; left--) {
          const name = this.key();
          object[name] = this.value();
        }
        return object;
      }
      default:
        return null;
    }
  }
}

interface Decoder {
  decode(bytes: Uint8Array): string;
}

/** The decoder, made for the first text that needs one: it keeps nothing of what it has decoded. */
let made: Decoder | undefined;

function decoder(): Decoder {
  return (made ??= platform.TextDecoder === undefined ? new Utf8Decoder() : new platform.TextDecoder());
}
