// The address blocks of a document and of a plan, and where they stand on the map.
import { catalogue, cidr, type AddressPlan } from "eventstorecloud-planner";
import type { Answer } from "./app";
import { inside } from "./read";

export type BlockKind = "pool" | "network" | "planned" | "route" | "reserved" | "notable";

/** A block with all that has it. */
export interface Block {
  kind: BlockKind;
  block: string;
  names: string[];
  first: number;
  last: number;
  prefix: number;
  /** Names of what it shares addresses with and should not. */
  overlaps: string[];
  /** Whether all of it lies in one of them: blocks are inside each other or apart, so this is what is shared. */
  shared?: boolean;
  /** Where it is written. */
  place: { from: number; to: number } | undefined;
}

export const KIND_WORDS: { [kind in BlockKind]: string } = {
  pool: "pool",
  network: "network",
  planned: "planned network",
  route: "route to your own network",
  reserved: "your own network",
  notable: "known to clash",
};

export function numberOf(address: string): number {
  return address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

export function addressOf(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
}

export function make(
  kind: BlockKind,
  block: string,
  name: string,
  place?: { from: number; to: number },
): Block | undefined {
  try {
    const { first, last, prefixLength } = cidr.parse(block);
    return {
      kind,
      block,
      names: [name],
      first: numberOf(first),
      last: numberOf(last),
      prefix: prefixLength,
      overlaps: [],
      place,
    };
  } catch {
    return undefined; // the check says what is wrong with it
  }
}

/** The blocks that the document writes out: networks, and the routes of peerings. */
export function blocksOf({ located }: Answer): Block[] {
  const found: Block[] = [];
  const add = (block: Block | undefined): void => {
    if (block === undefined) return;
    const same =
      block.kind === "route" ? found.find((other) => other.kind === "route" && other.block === block.block) : undefined;
    if (same === undefined) found.push(block);
    else same.names.push(...block.names);
  };
  for (const { kind, name, args } of located.resources) {
    if (kind.endsWith("Network")) {
      const place = inside(args, "cidrBlock");
      if (typeof place?.value === "string") add(make("network", place.value, name, place));
    } else if (kind.endsWith("Peering")) {
      for (const item of inside(args, "routes")?.items ?? [])
        if (typeof item.value === "string") add(make("route", item.value, name, item));
    }
  }
  return found;
}

/** Marks what shares addresses: networks with each other, and networks with your own. */
export function markOverlaps(blocks: Block[]): void {
  const clashing = (a: Block, b: Block): boolean => {
    const pair = [a.kind, b.kind];
    if (pair.includes("pool") || !pair.some((kind) => kind === "network" || kind === "planned")) return false;
    return !(pair.includes("network") && pair.includes("planned") && a.names[0] === b.names[0]);
  };
  const sorted = [...blocks].sort((a, b) => a.first - b.first || b.last - a.last);
  let open: Block[] = [];
  for (const block of sorted) {
    open = open.filter(({ last }) => last >= block.first);
    for (const other of open) {
      if (!clashing(block, other)) continue;
      block.overlaps.push(...other.names);
      other.overlaps.push(...block.names);
      block.shared = true;
    }
    open.push(block);
  }
}

/** A part of the address space that the map shows as rows. */
export interface Panel {
  first: number;
  prefix: number;
  rows: number;
  blocks: Block[];
  pool: Block | undefined;
  free: { count: number; size: number; largest: string | undefined };
}

const size = (prefix: number): number => 2 ** (32 - prefix);

function cover(first: number, last: number): { first: number; prefix: number } {
  let prefix = 32;
  while (prefix > 0 && Math.floor(first / size(prefix)) !== Math.floor(last / size(prefix))) prefix -= 1;
  return { first: Math.floor(first / size(prefix)) * size(prefix), prefix };
}

/** The parts of the address space where the blocks are, with some room around a block that stands alone. */
export function panelsOf(
  blocks: Block[],
  freeOf: (roots: string[], taken: string[]) => AddressPlan | undefined,
): Panel[] {
  interface Group {
    first: number;
    last: number;
    used: number;
    fixed: Block | undefined;
  }
  const groups: Group[] = [];
  const sorted = [...blocks]
    .filter(({ kind }) => kind !== "notable")
    .sort((a, b) => a.first - b.first || b.last - a.last || (a.kind === "pool" ? -1 : 1));
  for (const block of sorted) {
    const before = groups.at(-1);
    const used = block.last - block.first + 1;
    if (before !== undefined && block.last <= before.last) continue;
    if (before !== undefined && before.fixed === undefined && block.kind !== "pool") {
      const both = cover(before.first, block.last);
      if (both.prefix >= 12 || size(both.prefix) <= 4 * (before.used + used)) {
        Object.assign(before, { last: block.last, used: before.used + used });
        continue;
      }
    }
    groups.push({ first: block.first, last: block.last, used, fixed: block.kind === "pool" ? block : undefined });
  }
  const roots: { first: number; prefix: number; pool: Block | undefined }[] = [];
  for (const { first, last, used, fixed } of groups) {
    const root = cover(first, last);
    if (fixed === undefined && size(root.prefix) === used) {
      const limit = first < 2886729728 ? 8 : first < 3232235520 ? 12 : 16; // 10/8, 172.16/12, 192.168/16
      root.prefix = Math.max(Math.min(limit, root.prefix), root.prefix - 2);
      root.first = Math.floor(first / size(root.prefix)) * size(root.prefix);
    }
    // Of two that are one inside the other, the larger one: no block may be left out.
    const isIn = (inner: { first: number; prefix: number }, outer: { first: number; prefix: number }): boolean =>
      inner.prefix >= outer.prefix && inner.first >= outer.first && inner.first < outer.first + size(outer.prefix);
    if (roots.some((other) => isIn(root, other))) continue;
    for (let before = roots.at(-1); before !== undefined && isIn(before, root); before = roots.at(-1)) roots.pop();
    roots.push({ ...root, pool: fixed });
  }
  const notable = catalogue()
    .notableCidrs.filter(({ role }) => role === "docker")
    .map(({ cidrBlock, name }) => make("notable", cidrBlock, name))
    .filter((block) => block !== undefined);
  const names = roots.map(({ first, prefix }) => `${addressOf(first)}/${prefix}`);
  const plan = freeOf(
    names,
    blocks.filter(({ kind }) => kind !== "pool").map(({ block }) => block),
  );
  return roots.map(({ first, prefix, pool }, index) => {
    const last = first + size(prefix) - 1;
    const within = [...notable, ...blocks].filter(
      (block) => block.first >= first && block.last <= last && block.kind !== "pool",
    );
    const smallest = Math.max(prefix, ...within.map((block) => block.prefix));
    const rows = Math.min(size(prefix), Math.max(4, Math.min(16, 2 ** Math.ceil((smallest - prefix) / 2))));
    const free = plan?.free.find((one) => one.pool === names[index]);
    return {
      first,
      prefix,
      rows,
      blocks: within,
      pool,
      free: { count: free?.count ?? 0, size: free?.size ?? 0, largest: free?.cidrBlocks[0] },
    };
  });
}
