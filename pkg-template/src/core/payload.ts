// The bytes of the core, from a text that compresses as well as the bytes do (base64 would cost a third more on the
// wire, because it hides from the compressor where bytes begin). In Node's file payload.node.ts takes this file's
// place.
import { order, packed, size, symbols } from "../../../target/wasm/packed.js";

/** How many of the symbols begin a pair. */
const PREFIXES = 2;

/** core.wasm. */
export function bytes(): Uint8Array {
  const codes = new Uint8Array(128);
  for (let i = 0; i < symbols.length; i++) codes[symbols.charCodeAt(i)] = i;
  // The bytes from the most frequent one on: those that have a symbol of their own, then those that need a pair.
  const byFrequency = new Uint8Array(256);
  for (let i = 0; i < 256; i++) byFrequency[i] = parseInt(order.slice(2 * i, 2 * i + 2), 16);
  const singles = symbols.length - PREFIXES;
  const result = new Uint8Array(size);
  for (let from = 0, to = 0; to < size; from++, to++) {
    const code = codes[packed.charCodeAt(from)]!;
    const index =
      code >= PREFIXES ? code - PREFIXES : singles + code * symbols.length + codes[packed.charCodeAt(++from)]!;
    result[to] = byFrequency[index]!;
  }
  return result;
}
