import { askPacked } from "./core/answer";
import type { CidrFacts, OverlappingCidr } from "./generated/api";

/**
 * What an IPv4 block is: first and last address, number of addresses, prefix length. Throws an `InputError` for text
 * that is no block in canonical form (`10.20.0.0/16`; no host bits set, no leading zeros).
 */
export function parse(text: string): CidrFacts {
  return askPacked<CidrFacts>([text], (core, length) => core.cidrParse(length))!;
}

/** Whether the first block contains the whole second one. Throws an `InputError` for text that is no block. */
export function contains(outer: string, inner: string): boolean {
  return askPacked<boolean>([outer, inner], (core, length) => core.cidrContains(length))!;
}

/** Whether two blocks have an address in common. Throws an `InputError` for text that is no block. */
export function overlaps(a: string, b: string): boolean {
  return askPacked<boolean>([a, b], (core, length) => core.cidrOverlaps(length))!;
}

/**
 * The blocks of a prefix length (0 to 32) that make up a block, in address order. Throws an `InputError` for text that
 * is no block, for a prefix length below that of the block, and for more than 65,536 parts.
 */
export function split(text: string, prefixLength: number): string[] {
  return askPacked<string[]>([text, prefixLength], (core, length) => core.cidrSplit(length))!;
}

/**
 * Every block of a list that overlaps one before it, each with the first one that it overlaps; in the order of the
 * list. The time grows about as that of sorting, however many overlap. Throws an `InputError` with the path of what is
 * no block.
 */
export function overlapping(blocks: readonly string[]): OverlappingCidr[] {
  return askPacked<OverlappingCidr[]>([blocks], (core, length) => core.cidrOverlapping(length))!;
}

/**
 * The best place in a pool for a block of a prefix length, clear of the blocks that are taken: the beginning of the
 * smallest free block that has room, of several as small the one with the lowest address. Undefined where there is no
 * room. Throws an `InputError` for what is no block, and for a prefix length that is not between that of the pool and
 * 32.
 */
export function nextFree(pool: string, taken: readonly string[], prefixLength: number): string | undefined {
  return (
    askPacked<string | null>([pool, taken, prefixLength], (core, length) => core.cidrNextFree(length)) ?? undefined
  );
}
