import { askArithmetic } from "./core/arithmetic";
import { Question } from "./generated/boundary";
import type { CidrFacts, OverlappingCidr } from "./generated/api";

/**
 * The facts of an IPv4 CIDR block: first and last address, number of addresses, prefix length. Throws an `InputError`
 * for a string that is not a CIDR block in canonical form (`10.20.0.0/16`; no host bits set, no leading zeros).
 */
export function parse(text: string): CidrFacts {
  return askArithmetic<CidrFacts>(Question.CidrParse, text)!;
}

/** Whether the first CIDR block contains the second. Throws an `InputError` for an invalid CIDR block. */
export function contains(outer: string, inner: string): boolean {
  return askArithmetic<boolean>(Question.CidrContains, outer, inner)!;
}

/** Whether two CIDR blocks have an address in common. Throws an `InputError` for an invalid CIDR block. */
export function overlaps(a: string, b: string): boolean {
  return askArithmetic<boolean>(Question.CidrOverlaps, a, b)!;
}

/**
 * The CIDR blocks of a prefix length (0 to 32) that make up a CIDR block, in address order. Throws an `InputError` for
 * an invalid CIDR block, for a prefix length below that of the CIDR block, and for more than 65,536 parts.
 */
export function split(text: string, prefixLength: number): string[] {
  return askArithmetic<string[]>(Question.CidrSplit, text, prefixLength)!;
}

/**
 * Every CIDR block of an array that overlaps one before it, each with the first one that it overlaps; in the order of
 * the array. The time grows about as that of sorting, however many overlap. Throws an `InputError` with the path of an
 * invalid CIDR block.
 */
export function overlapping(cidrBlocks: readonly string[]): OverlappingCidr[] {
  return askArithmetic<OverlappingCidr[]>(Question.CidrOverlapping, cidrBlocks)!;
}

/**
 * The best free CIDR block of a prefix length in a pool, clear of the CIDR blocks that are taken: the beginning of the
 * smallest free CIDR block that has room, of several as small the one with the lowest address. Undefined if there is no
 * room. Throws an `InputError` for an invalid CIDR block, and for a prefix length that is not between that of the pool
 * and 32.
 */
export function nextFree(pool: string, taken: readonly string[], prefixLength: number): string | undefined {
  return askArithmetic<string>(Question.CidrNextFree, pool, taken, prefixLength);
}
