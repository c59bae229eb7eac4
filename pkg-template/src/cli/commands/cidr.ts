import { cidr } from "../../internal";
import { asked } from "../options";
import { say, sayJson } from "../output";

interface JsonGiven {
  json?: boolean;
}

export function parseCommand(block: string, given: JsonGiven): void {
  const facts = asked(() => cidr.parse(block), "", "the block");
  if (given.json === true) return sayJson(facts);
  say(`${facts.cidrBlock}\nfirst address: ${facts.first}\nlast address:  ${facts.last}\naddresses:     ${facts.size}`);
}

export function splitCommand(block: string, prefixLength: number, given: JsonGiven): void {
  list(
    asked(() => cidr.split(block, prefixLength), "", "the block"),
    given,
  );
}

/** Yes or no, which the exit code says too: 0 or 1. */
export function containsCommand(outer: string, inner: string, given: JsonGiven): void {
  truth(
    asked(() => cidr.contains(outer, inner)),
    given,
  );
}

export function overlapsCommand(blocks: string[], given: JsonGiven): void {
  const found = asked(() => cidr.overlapping(blocks));
  if (given.json === true)
    sayJson(found.map(({ index, overlaps }) => ({ cidrBlock: blocks[index], overlaps: blocks[overlaps] })));
  else
    say(
      found.length === 0
        ? "no"
        : found.map(({ index, overlaps }) => `${blocks[index]} overlaps ${blocks[overlaps]}`).join("\n"),
    );
  // As `contains`: 0 for yes.
  process.exitCode = found.length === 0 ? 1 : 0;
}

export function freeCommand(pool: string, taken: string[], given: JsonGiven & { prefix: number }): void {
  const block = asked(() => cidr.nextFree(pool, taken, given.prefix));
  if (given.json === true) sayJson(block ?? null);
  else say(block ?? `there is no room for a block of prefix length ${given.prefix} in ${pool}`);
  process.exitCode = block === undefined ? 1 : 0;
}

function list(blocks: string[], given: JsonGiven): void {
  if (given.json === true) sayJson(blocks);
  else say(blocks.join("\n"));
}

function truth(is: boolean, given: JsonGiven): void {
  if (given.json === true) sayJson(is);
  else say(is ? "yes" : "no");
  process.exitCode = is ? 0 : 1;
}
