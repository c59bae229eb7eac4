import { cidr } from "../../internal";
import { callLibrary, type Names } from "../options";
import { print, printJson } from "../output";

interface JsonOption {
  json?: true;
}

/** The arguments of the commands, by those of the library's functions. */
const ARGUMENTS: Names = {
  arguments: {
    text: "CIDR",
    cidrBlocks: "CIDR",
    prefixLength: "PREFIX",
    outer: "OUTER",
    inner: "INNER",
    pool: "POOL",
    taken: "TAKEN",
  },
};

export function parseCommand(block: string, options: JsonOption): void {
  const facts = callLibrary(() => cidr.parse(block), ARGUMENTS);
  if (options.json === true) printJson(facts);
  else
    print(
      `${facts.cidrBlock}\nfirst address: ${facts.first}\nlast address:  ${facts.last}\naddresses:     ${facts.size}`,
    );
}

export function splitCommand(block: string, prefixLength: number, options: JsonOption): void {
  const parts = callLibrary(() => cidr.split(block, prefixLength), ARGUMENTS);
  if (options.json === true) printJson(parts);
  else print(parts.join("\n"));
}

/** Yes or no, which the exit code says too: 0 or 1. */
export function containsCommand(outer: string, inner: string, options: JsonOption): void {
  const contains = callLibrary(() => cidr.contains(outer, inner), ARGUMENTS);
  if (options.json === true) printJson(contains);
  else print(contains ? "yes" : "no");
  process.exitCode = contains ? 0 : 1;
}

export function overlapsCommand(blocks: string[], options: JsonOption): void {
  const found = callLibrary(() => cidr.overlapping(blocks), ARGUMENTS);
  if (options.json === true)
    printJson(found.map(({ index, overlaps }) => ({ cidrBlock: blocks[index], overlaps: blocks[overlaps] })));
  else
    print(
      found.length === 0
        ? "no"
        : found.map(({ index, overlaps }) => `${blocks[index]} overlaps ${blocks[overlaps]}`).join("\n"),
    );
  // As `contains`: 0 for yes.
  process.exitCode = found.length === 0 ? 1 : 0;
}

export function freeCommand(pool: string, taken: string[], options: JsonOption & { prefix: number }): void {
  const names = { arguments: { ...ARGUMENTS.arguments, prefixLength: "--prefix" } };
  const block = callLibrary(() => cidr.nextFree(pool, taken, options.prefix), names);
  if (options.json === true) printJson(block ?? null);
  else print(block ?? `${pool} has no free CIDR block with a prefix length of ${options.prefix}`);
  process.exitCode = block === undefined ? 1 : 0;
}
