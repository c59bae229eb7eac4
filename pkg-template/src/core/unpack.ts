// From the bytes of the core's answers to values; `src/packed` of the core writes them.
//
// What is being read stands in variables of this module: nothing of the caller's runs meanwhile.
import { Tag } from "../generated/packed";
import { platform } from "./platform";
import { Utf8Decoder } from "./utf8";

let decoder: { decode(bytes: Uint8Array): string } | undefined;
const NONE = new Uint8Array(0);
let bytes: Uint8Array = NONE;
/** Where the next byte is. */
let at = 0;
/** All text of the answer, and how much of it has been used. */
let text = "";
let used = 0;
let keys: string[] = [];

/** The eight bytes of a number. */
const number = new DataView(new ArrayBuffer(8));

/** The answer that begins at a place of these bytes, which are as the core writes them. */
export function unpacked(memory: Uint8Array, place: number): unknown {
  bytes = memory;
  at = place;
  used = 0;
  keys = [];
  const length = count();
  const values = at + length;
  text = decoded(at, values);
  at = values;
  const result = value();
  // What is large is not kept until the next answer.
  bytes = NONE;
  text = "";
  return result;
}

/** Text of a few letters is put together faster than it is decoded. */
const SHORT = 12;

function decoded(from: number, to: number): string {
  let short = "";
  if (to - from <= SHORT) {
    let i = from;
    for (; i < to && bytes[i]! < 0x80; i++) short += String.fromCharCode(bytes[i]!);
    if (i === to) return short;
  }
  decoder ??= platform.TextDecoder === undefined ? new Utf8Decoder() : new platform.TextDecoder();
  return decoder.decode(bytes.subarray(from, to));
}

function count(): number {
  at += 4;
  return (bytes[at - 4]! | (bytes[at - 3]! << 8) | (bytes[at - 2]! << 16) | (bytes[at - 1]! << 24)) >>> 0;
}

function next(): string {
  const from = used;
  used += count();
  return text.slice(from, used);
}

function key(): string {
  const place = bytes[at++]!;
  if (place === keys.length) keys.push(next());
  return keys[place]!;
}

function value(): unknown {
  switch (bytes[at++] as Tag) {
    case Tag.False:
      return false;
    case Tag.True:
      return true;
    case Tag.Number:
      for (let i = 0; i < 8; i++) number.setUint8(i, bytes[at++]!);
      return number.getFloat64(0, true);
    case Tag.Text:
      return next();
    case Tag.List: {
      const list = [];
      for (let left = count(); left > 0; left--) list.push(value());
      return list;
    }
    case Tag.Object: {
      // The keys are names of fields of ours: none is __proto__.
      const object: Record<string, unknown> = {};
      for (let left = count(); left > 0; left--) {
        const name = key();
        object[name] = value();
      }
      return object;
    }
    default:
      return null;
  }
}
