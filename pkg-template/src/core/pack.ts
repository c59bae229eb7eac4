// Any JavaScript value as bytes, so that the core gets it in one piece; `src/packed` of the core reads them.
//
// Every value is classified before it is written, and whatever can run the caller's code (getters, proxies) may throw.
// Nothing is coerced.
import { InputError } from "../errors";
import { Limit, NAMES, OTHER_NAME, Tag } from "../generated/packed";

let bytes = new Uint8Array(1 << 12);
let view = new DataView(bytes.buffer);
/**
 * Where the next byte goes. A getter of the caller's may call us again while we read: the inner call writes further on.
 */
let at = 0;
let valuesLeft = 0;
let textLeft = 0;
/** The objects around the one that is being read, from `outermost` on; those before it are of an outer call. */
const open: object[] = [];
let outermost = 0;

/** How many calls are packing, each but the first inside the one before it. */
let depth = 0;
/** A getter that calls us without end is stopped here. */
const MAX_DEPTH = 4;

/** Writes values one after the other. Their bytes are good only until the next values are packed. */
export function packed(values: readonly unknown[]): Uint8Array {
  if (depth >= MAX_DEPTH) throw new InputError("input", "calls this package again and again while it is being read");
  const from = at;
  const outerValues = valuesLeft;
  const outerText = textLeft;
  const outerOutermost = outermost;
  outermost = open.length;
  depth += 1;
  try {
    for (let i = 0; i < values.length; i++) {
      valuesLeft = Limit.Values;
      textLeft = Limit.Text;
      write(values[i]);
    }
    return bytes.subarray(from, at);
  } finally {
    depth -= 1;
    at = from;
    valuesLeft = outerValues;
    textLeft = outerText;
    outermost = outerOutermost;
    if (from === 0 && bytes.length > MOST_KEPT) reserve();
  }
}

/** More than this is not kept for the next call. */
const MOST_KEPT = 1 << 20;

function reserve(): void {
  bytes = new Uint8Array(1 << 12);
  view = new DataView(bytes.buffer);
}

/** Makes room for that many bytes more. */
function room(count: number): void {
  if (at + count <= bytes.length) return;
  const larger = new Uint8Array(Math.max(2 * bytes.length, at + count));
  larger.set(bytes.subarray(0, at));
  bytes = larger;
  view = new DataView(bytes.buffer);
}

function tagged(tag: Tag): void {
  room(1);
  bytes[at++] = tag;
}

/** A tag and a count, which may be set later. Returns its place. */
function counted(tag: Tag, count: number): number {
  room(5);
  bytes[at] = tag;
  view.setUint32(at + 1, count, true);
  at += 5;
  return at - 4;
}

function write(value: unknown): void {
  switch (typeof value) {
    case "string": {
      const from = at;
      tagged(Tag.Text);
      const fault = text(value);
      if (fault === undefined) return;
      at = from;
      return tagged(fault);
    }
    case "number":
      room(9);
      bytes[at] = Tag.Number;
      view.setFloat64(at + 1, value, true);
      at += 9;
      return;
    case "boolean":
      return tagged(value ? Tag.True : Tag.False);
    case "undefined":
      return tagged(Tag.Null);
    case "function":
      return tagged(Tag.Function);
    case "bigint":
      return tagged(Tag.BigInt);
    case "symbol":
      return tagged(Tag.Symbol);
    default:
      if (value === null) return tagged(Tag.Null);
      return object(value as object);
  }
}

/**
 * Its length in bytes, and the text in UTF-8. Or why it cannot be written; what was written of it then counts for
 * nothing.
 */
function text(value: string): Tag.LoneSurrogate | Tag.TooMany | undefined {
  const { length } = value;
  if (length > textLeft) return Tag.TooMany;
  textLeft -= length;
  // No UTF-16 unit takes more than three bytes.
  room(4 + 3 * length);
  const from = at + 4;
  // In variables of this function: it is where most of the time is spent.
  const into = bytes;
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
  view.setUint32(at, to - from, true);
  at = to;
  return undefined;
}

/** An object or array; when something in it throws, the whole of it cannot be read. */
function object(value: object): void {
  const from = at;
  const depth = open.length;
  try {
    const fault = classified(value);
    if (fault !== undefined) return tagged(fault);
    open.push(value);
    if (Array.isArray(value)) list(value);
    else entries(value as Record<string, unknown>);
  } catch {
    at = from;
    tagged(Tag.Throws);
  }
  open.length = depth;
}

/** What an object is when it is neither a plain one nor an array that can be read. */
function classified(value: object): Tag | undefined {
  const { __pulumiOutput, __pulumiUnknown, __pulumiResource } = value as Record<string, unknown>;
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
  if (open.includes(value, outermost)) return Tag.Cycle;
  return open.length - outermost >= Limit.Depth ? Tag.TooDeep : undefined;
}

const { toString: tagOf } = Object.prototype;

function list(value: readonly unknown[]): void {
  // That of a proxy may be anything.
  const said: unknown = value.length;
  const length = typeof said === "number" && said > 0 ? Math.floor(said) : 0;
  if (length > valuesLeft) return tagged(Tag.TooMany);
  valuesLeft -= length;
  counted(Tag.List, length);
  for (let i = 0; i < length; i++) {
    let item: unknown;
    try {
      item = value[i];
    } catch {
      tagged(Tag.Throws);
      continue;
    }
    if (item === undefined) tagged(Tag.Hole);
    else write(item);
  }
}

function entries(value: Record<string, unknown>): void {
  const from = at;
  const keys = Object.keys(value);
  if (keys.length > valuesLeft) return tagged(Tag.TooMany);
  valuesLeft -= keys.length;
  let count = 0;
  const place = counted(Tag.Object, count);
  for (const key of keys) {
    const start = at;
    if (!name(key)) {
      at = from;
      return tagged(Tag.TooMany);
    }
    let item: unknown;
    try {
      item = value[key];
    } catch {
      tagged(Tag.Throws);
      count++;
      continue;
    }
    // As in JSON and in Pulumi: a property that is undefined was not given.
    if (item === undefined) {
      at = start;
      continue;
    }
    write(item);
    count++;
  }
  view.setUint32(place, count, true);
}

/** The number of each known name. */
const numbers = new Map(NAMES.map((known, number) => [known, number]));

/** A name: its number, or the text. False when it is longer than what may still be read. */
function name(key: string): boolean {
  room(1);
  const number = numbers.get(key);
  if (number !== undefined) {
    if (key.length > textLeft) return false;
    textLeft -= key.length;
    bytes[at++] = number;
    return true;
  }
  bytes[at++] = OTHER_NAME;
  const start = at;
  const fault = text(key);
  if (fault === Tag.TooMany) return false;
  if (fault !== undefined) {
    at = start;
    replaced(key);
  }
  return true;
}

/** A key that is no Unicode text, with U+FFFD where it is none. */
function replaced(key: string): void {
  textLeft += key.length;
  text(Array.from(key, (character) => (/^[\ud800-\udfff]$/.test(character) ? "\ufffd" : character)).join(""));
}
