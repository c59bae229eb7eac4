// The bytes of a module from their packed form: LZMA without a header (lc 3, lp 0, pb 0), whose length is known. That is a
// quarter smaller than what gzip makes of the same bytes, and what is left a server cannot compress further.
//
// Made by xtask of our own bytes, so nothing is checked: what is wrong does not compile, or has another mark.

/** Literals are told apart by so many bits of the byte before. */
const CONTEXT = 3;
const LITERAL = 0x300;
const STATES = 12;
/** A length: two choices, two short trees and a long one. */
const LENGTH = 2 + 8 + 8 + 256;
/** Distances are told apart by the length, up to four. */
const SLOTS = 4 * 64;
const SPECIAL = 115;
const ALIGN = 16;
/** The least that a range may be. */
const LOW = 0x1000000;
/** What the decoder of bits keeps. */
const RANGE = 0;
const CODE = 1;

/** `size` bytes from their packed form. */
export function expanded(packed: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let places = 0;
  const place = (count: number) => (places += count) - count;
  const isMatch = place(STATES);
  const isAgain = place(STATES);
  const isOther = place(STATES);
  const isThird = place(STATES);
  const isFourth = place(STATES);
  const isLong = place(STATES);
  const slots = place(SLOTS);
  const special = place(SPECIAL);
  const align = place(ALIGN);
  const newLength = place(LENGTH);
  const oldLength = place(LENGTH);
  const literals = place(LITERAL << CONTEXT);
  const chances = new Uint16Array(places).fill(1024);

  let next = 5;
  // In an array, because engines keep variables of closures as objects once they need all of 32 bits.
  const coder = Uint32Array.of(0xffffffff, 0);
  for (let i = 1; i < 5; i++) coder[CODE] = (coder[CODE]! << 8) | packed[i]!;

  const refill = (): void => {
    if (coder[RANGE]! >= LOW) return;
    coder[RANGE] = coder[RANGE]! << 8;
    coder[CODE] = (coder[CODE]! << 8) | packed[next++]!;
  };
  const bit = (index: number): number => {
    const chance = chances[index]!;
    const bound = (coder[RANGE]! >>> 11) * chance;
    const isOne = coder[CODE]! >= bound;
    if (isOne) {
      coder[RANGE]! -= bound;
      coder[CODE]! -= bound;
      chances[index] = chance - (chance >> 5);
    } else {
      coder[RANGE] = bound;
      chances[index] = chance + ((2048 - chance) >> 5);
    }
    refill();
    return isOne ? 1 : 0;
  };
  const tree = (base: number, bits: number): number => {
    let node = 1;
    for (let i = 0; i < bits; i++) node = (node << 1) | bit(base + node);
    return node - (1 << bits);
  };
  const reversed = (base: number, bits: number): number => {
    let [node, value] = [1, 0];
    for (let i = 0; i < bits; i++) {
      const one = bit(base + node);
      node = (node << 1) | one;
      value |= one << i;
    }
    return value;
  };
  const length = (base: number): number => {
    if (bit(base) === 0) return 2 + tree(base + 2, 3);
    return bit(base + 1) === 0 ? 10 + tree(base + 10, 3) : 18 + tree(base + 18, 8);
  };
  /** Bits that are as likely one as zero. */
  const direct = (bits: number): number => {
    let value = 0;
    for (let i = 0; i < bits; i++) {
      coder[RANGE] = coder[RANGE]! >>> 1;
      const isOne = coder[CODE]! >= coder[RANGE]!;
      if (isOne) coder[CODE]! -= coder[RANGE]!;
      value = (value << 1) | (isOne ? 1 : 0);
      refill();
    }
    return value;
  };
  const distance = (length: number): number => {
    const slot = tree(slots + (Math.min(length, 5) - 2) * 64, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const start = (2 | (slot & 1)) << bits;
    if (slot < 14) return start + reversed(special + start - slot, bits);
    return start + (direct(bits - 4) << 4) + reversed(align, 4);
  };

  let state = 0;
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let at = 0; at < size; ) {
    if (bit(isMatch + state) === 0) {
      const before = at > 0 ? out[at - 1]! : 0;
      const base = literals + LITERAL * (before >> (8 - CONTEXT));
      let symbol = 1;
      if (state >= 7) {
        // After a match: told apart by the byte that would have gone on with it.
        let expected = out[at - first - 1]!;
        for (let isSame = true; isSame && symbol < 0x100; ) {
          const wanted = (expected >> 7) & 1;
          expected <<= 1;
          const one = bit(base + ((1 + wanted) << 8) + symbol);
          symbol = (symbol << 1) | one;
          isSame = one === wanted;
        }
      }
      while (symbol < 0x100) symbol = (symbol << 1) | bit(base + symbol);
      out[at++] = symbol;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count: number;
    if (bit(isAgain + state) === 0) {
      fourth = third;
      third = second;
      second = first;
      count = length(newLength);
      first = distance(count);
      state = state < 7 ? 7 : 10;
    } else {
      // A distance of before: the last one, which may be for one byte only, or another of the last four.
      let isShort = false;
      if (bit(isOther + state) === 0) isShort = bit(isLong + state) === 0;
      else {
        let again = second;
        if (bit(isThird + state) !== 0) {
          again = third;
          if (bit(isFourth + state) !== 0) {
            again = fourth;
            fourth = third;
          }
          third = second;
        }
        second = first;
        first = again;
      }
      count = isShort ? 1 : length(oldLength);
      state = state < 7 ? (isShort ? 9 : 8) : 11;
    }
    for (let from = at - first - 1; count > 0; count--) out[at++] = out[from++]!;
  }
  return out;
}
