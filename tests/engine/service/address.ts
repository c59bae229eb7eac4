// IPv4 addresses and CIDR blocks, as far as the rules of the service need them.

/** A range of addresses, both ends included. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

const OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const BLOCK = new RegExp(`^${OCTET}\\.${OCTET}\\.${OCTET}\\.${OCTET}(?:/(3[0-2]|[12]?\\d))?$`);

/** The addresses of a CIDR block, or of a single address; undefined for anything else. */
export function rangeOf(text: string): Range | undefined {
  const match = BLOCK.exec(text);
  if (match === null) return undefined;
  const address = match.slice(1, 5).reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const size = 2 ** (32 - Number(match[5] ?? 32));
  const first = Math.floor(address / size) * size;
  return { first, last: first + size - 1 };
}

export function overlaps(one: Range, other: Range): boolean {
  return one.first <= other.last && other.first <= one.last;
}

/** The private address space of RFC 1918. */
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].map((block) => rangeOf(block)!);

export function isPrivate(range: Range): boolean {
  return PRIVATE.some((space) => space.first <= range.first && range.last <= space.last);
}
