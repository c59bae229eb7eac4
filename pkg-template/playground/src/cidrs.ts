// The CIDR blocks of a document and of a plan, and the sections of the address space that the map shows.
import { catalogue, cidr, type AddressPlan } from "eventstorecloud-planner";
import type { Answer } from "./app";
import { inside, type Range } from "./read";

export type CidrRole = "pool" | "network" | "planned" | "route" | "reserved" | "notable";

/** A CIDR block, with the names of everything that uses it. */
export interface CidrBlock {
  role: CidrRole;
  cidrBlock: string;
  names: string[];
  first: number;
  last: number;
  prefixLength: number;
  /** The names of what it must not share addresses with, but does. */
  overlaps: string[];
  /** Whether a larger block contains all of it: two CIDR blocks that overlap are always one inside the other. */
  isShared?: boolean;
  /** Where it is written. */
  location: Range | undefined;
}

export const ROLE_NAMES: Record<CidrRole, string> = {
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

/** A CIDR block; undefined if the text is not one, which the check reports. */
export function parseCidr(role: CidrRole, cidrBlock: string, name: string, location?: Range): CidrBlock | undefined {
  try {
    const { first, last, prefixLength } = cidr.parse(cidrBlock);
    return {
      role,
      cidrBlock,
      names: [name],
      first: numberOf(first),
      last: numberOf(last),
      prefixLength,
      overlaps: [],
      location,
    };
  } catch {
    return undefined;
  }
}

/** The CIDR blocks that the document contains: those of networks, and the routes of peerings. */
export function cidrBlocksOf({ located }: Answer): CidrBlock[] {
  const found: CidrBlock[] = [];
  const add = (block: CidrBlock | undefined): void => {
    if (block === undefined) return;
    const same =
      block.role === "route"
        ? found.find(({ role, cidrBlock }) => role === "route" && cidrBlock === block.cidrBlock)
        : undefined;
    if (same === undefined) found.push(block);
    else same.names.push(...block.names);
  };
  for (const { kind, name, args } of located.resources.all) {
    if (kind.endsWith("Network")) {
      const written = inside(args, "cidrBlock");
      if (typeof written?.value === "string") add(parseCidr("network", written.value, name, written));
    } else if (kind.endsWith("Peering")) {
      for (const item of inside(args, "routes")?.items ?? [])
        if (typeof item.value === "string") add(parseCidr("route", item.value, name, item));
    }
  }
  return found;
}

/** Marks overlaps of networks with each other and with your own networks. */
export function markOverlaps(blocks: CidrBlock[]): void {
  const mustNotOverlap = (a: CidrBlock, b: CidrBlock): boolean => {
    const pair = [a.role, b.role];
    if (pair.includes("pool") || !pair.some((role) => role === "network" || role === "planned")) return false;
    return !(pair.includes("network") && pair.includes("planned") && a.names[0] === b.names[0]);
  };
  const sorted = [...blocks].sort((a, b) => a.first - b.first || b.last - a.last);
  let open: CidrBlock[] = [];
  for (const block of sorted) {
    open = open.filter(({ last }) => last >= block.first);
    for (const other of open) {
      if (!mustNotOverlap(block, other)) continue;
      block.overlaps.push(...other.names);
      other.overlaps.push(...block.names);
      block.isShared = true;
    }
    open.push(block);
  }
}

/** A section of the address space, which the map shows as rows. */
export interface Section {
  first: number;
  prefixLength: number;
  rows: number;
  blocks: CidrBlock[];
  pool: CidrBlock | undefined;
  free: { count: number; size: number; largest: string | undefined };
}

const size = (prefixLength: number): number => 2 ** (32 - prefixLength);

/** The smallest CIDR block that contains both addresses. */
function cover(first: number, last: number): { first: number; prefixLength: number } {
  let prefixLength = 32;
  while (prefixLength > 0 && Math.floor(first / size(prefixLength)) !== Math.floor(last / size(prefixLength)))
    prefixLength -= 1;
  return { first: Math.floor(first / size(prefixLength)) * size(prefixLength), prefixLength };
}

/** The sections of the address space that contain the blocks, with some space around a single block. */
export function sectionsOf(
  blocks: CidrBlock[],
  freeOf: (pools: string[], used: string[]) => AddressPlan | undefined,
): Section[] {
  interface Group {
    first: number;
    last: number;
    used: number;
    pool: CidrBlock | undefined;
  }
  const groups: Group[] = [];
  const sorted = [...blocks]
    .filter(({ role }) => role !== "notable")
    .sort((a, b) => a.first - b.first || b.last - a.last || (a.role === "pool" ? -1 : 1));
  for (const block of sorted) {
    const before = groups.at(-1);
    const used = block.last - block.first + 1;
    if (before !== undefined && block.last <= before.last) continue;
    if (before !== undefined && before.pool === undefined && block.role !== "pool") {
      const both = cover(before.first, block.last);
      if (both.prefixLength >= 12 || size(both.prefixLength) <= 4 * (before.used + used)) {
        Object.assign(before, { last: block.last, used: before.used + used });
        continue;
      }
    }
    groups.push({ first: block.first, last: block.last, used, pool: block.role === "pool" ? block : undefined });
  }
  const roots: { first: number; prefixLength: number; pool: CidrBlock | undefined }[] = [];
  for (const { first, last, used, pool } of groups) {
    const root = cover(first, last);
    if (pool === undefined && size(root.prefixLength) === used) {
      const limit = first < 2886729728 ? 8 : first < 3232235520 ? 12 : 16; // 10/8, 172.16/12, 192.168/16
      root.prefixLength = Math.max(Math.min(limit, root.prefixLength), root.prefixLength - 2);
      root.first = Math.floor(first / size(root.prefixLength)) * size(root.prefixLength);
    }
    // If one contains the other, the larger one is kept: no block may be left out.
    const isIn = (inner: ReturnType<typeof cover>, outer: ReturnType<typeof cover>): boolean =>
      inner.prefixLength >= outer.prefixLength &&
      inner.first >= outer.first &&
      inner.first < outer.first + size(outer.prefixLength);
    if (roots.some((other) => isIn(root, other))) continue;
    for (let before = roots.at(-1); before !== undefined && isIn(before, root); before = roots.at(-1)) roots.pop();
    roots.push({ ...root, pool });
  }
  const notable = catalogue()
    .notableCidrs.filter(({ role }) => role === "docker")
    .map(({ cidrBlock, name }) => parseCidr("notable", cidrBlock, name))
    .filter((block) => block !== undefined);
  const names = roots.map(({ first, prefixLength }) => `${addressOf(first)}/${prefixLength}`);
  const plan = freeOf(
    names,
    blocks.filter(({ role }) => role !== "pool").map(({ cidrBlock }) => cidrBlock),
  );
  return roots.map(({ first, prefixLength, pool }, index) => {
    const last = first + size(prefixLength) - 1;
    const within = [...notable, ...blocks].filter(
      (block) => block.first >= first && block.last <= last && block.role !== "pool",
    );
    const smallest = Math.max(prefixLength, ...within.map((block) => block.prefixLength));
    const rows = Math.min(size(prefixLength), Math.max(4, Math.min(16, 2 ** Math.ceil((smallest - prefixLength) / 2))));
    const free = plan?.free.find((one) => one.pool === names[index]);
    return {
      first,
      prefixLength,
      rows,
      blocks: within,
      pool,
      free: { count: free?.count ?? 0, size: free?.size ?? 0, largest: free?.cidrBlocks[0] },
    };
  });
}
