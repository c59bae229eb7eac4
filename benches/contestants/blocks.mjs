// Which of many blocks overlap: the same answer by our package, by three libraries and by hand.
//
// All give, for every block that overlaps one before it, the place of the first that it overlaps, or -1.
import { overlapCidr, parseCidr } from "cidr-tools";
import { parse } from "fast-cidr-tools";
import ipaddr from "ipaddr.js";

export const address = (number) => [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join(".");

/** A generator of numbers from 0 to 1 (mulberry32), the same ones in every run. */
export function seeded() {
  let state = 20_261_123;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** In the order of Fisher and Yates. */
export function shuffled(items, next) {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [items[i], items[j]] = [items[j], items[i]];
  }
  return items;
}

/** `count` different /28 in shuffled order, of which one in a hundred is a /27 over two of them. */
export const overlappingBlocks = (count, next) => blocksAt(shuffled([...Array(count).keys()], next));

export function blocksAt(places) {
  const first = 10 << 24;
  return places.map((place, i) =>
    i % 100 === 99 ? `${address(first + (place >>> 1) * 32)}/27` : `${address(first + place * 16)}/28`,
  );
}

/**
 * The places in the order of addresses, larger blocks first, of equal ones the first: by prefix length, then by eleven
 * bits of the address at a time. With the sort of typed arrays, with or without a function that compares, the whole
 * sweep takes more than twice as long.
 */
function inOrder(starts, ends) {
  const addresses = new Uint32Array(starts);
  const lengths = new Uint8Array(starts.length);
  let order = new Uint32Array(starts.length);
  let sorted = new Uint32Array(starts.length);
  for (let i = 0; i < starts.length; i++) {
    lengths[i] = Math.clz32(ends[i] - starts[i]);
    order[i] = i;
  }
  const pass = (keys, shift, mask) => {
    const next = new Uint32Array(mask + 2);
    for (let i = 0; i < keys.length; i++) next[((keys[i] >>> shift) & mask) + 1]++;
    for (let i = 1; i < next.length; i++) next[i] += next[i - 1];
    for (let i = 0; i < order.length; i++) sorted[next[(keys[order[i]] >>> shift) & mask]++] = order[i];
    [order, sorted] = [sorted, order];
  };
  pass(lengths, 0, 63);
  for (const shift of [0, 11, 22]) pass(addresses, shift, 2047);
  return order;
}

/** Nested blocks in address order are a stack: one pass finds the first other block that each one overlaps. */
function sweep(starts, ends) {
  const count = starts.length;
  const order = inOrder(starts, ends);
  const first = new Int32Array(count).fill(-1);
  const stack = new Int32Array(count);
  const around = new Int32Array(count); // the least place on the stack up to here
  const inside = new Int32Array(count).fill(count); // the least place that was found inside
  let depth = 0;
  const pop = () => {
    const done = stack[--depth];
    const least = Math.min(inside[done], depth > 0 ? around[depth - 1] : count);
    if (least < done) first[done] = least;
    if (depth > 0) inside[stack[depth - 1]] = Math.min(inside[stack[depth - 1]], inside[done], done);
  };
  for (const i of order) {
    while (depth > 0 && ends[stack[depth - 1]] < starts[i]) pop();
    around[depth] = depth > 0 ? Math.min(around[depth - 1], i) : i;
    stack[depth++] = i;
  }
  while (depth > 0) pop();
  return first;
}

/** As a careful hand would write it: character codes, typed arrays. */
export function byHand(blocks) {
  const starts = new Float64Array(blocks.length);
  const ends = new Float64Array(blocks.length);
  blocks.forEach((text, i) => {
    let start = 0;
    let part = 0;
    for (let k = 0; k < text.length; k++) {
      const code = text.charCodeAt(k);
      if (code >= 48 && code <= 57) part = part * 10 + code - 48;
      else {
        start = start * 256 + part;
        part = 0;
      }
    }
    starts[i] = start;
    ends[i] = start + 2 ** (32 - part) - 1;
  });
  return sweep(starts, ends);
}

function parsedBy(parse) {
  return (blocks) => {
    const starts = new Float64Array(blocks.length);
    const ends = new Float64Array(blocks.length);
    blocks.forEach((text, i) => {
      [starts[i], ends[i]] = parse(text);
    });
    return sweep(starts, ends);
  };
}

const byIpaddr = parsedBy((text) => {
  const [ip, length] = ipaddr.parseCIDR(text);
  const start = ip.octets.reduce((sum, octet) => sum * 256 + octet, 0);
  return [start, start + 2 ** (32 - length) - 1];
});
export const byCidrTools = parsedBy((text) => {
  const { start, end } = parseCidr(text);
  return [Number(start), Number(end)];
});

const byFastCidrTools = parsedBy((text) => {
  const [start, end] = parse(text);
  return [Number(start), Number(end)];
});

function pairwise(items, overlaps) {
  const first = new Int32Array(items.length).fill(-1);
  for (let i = 0; i < items.length; i++) {
    for (let j = 0; j < i && first[i] === -1; j++) if (overlaps(items[i], items[j])) first[i] = j;
  }
  return first;
}

function pairsOfIpaddr(blocks) {
  const parsed = blocks.map((text) => ipaddr.parseCIDR(text));
  return pairwise(parsed, ([a, n], [b, m]) => (n < m ? b.match(a, n) : a.match(b, m)));
}

/** Who takes part; `most` is the largest number of blocks that it is asked about. */
export const contestants = ({ cidr }) => [
  {
    id: "planner",
    title: "eventstorecloud-planner",
    run(blocks) {
      const first = new Int32Array(blocks.length).fill(-1);
      for (const { index, overlaps } of cidr.overlapping(blocks)) first[index] = overlaps;
      return first;
    },
  },
  { id: "hand", title: "sweep by hand, typed arrays", run: byHand },
  { id: "cidr-tools", title: "cidr-tools parseCidr + that sweep", run: byCidrTools, library: true },
  { id: "fast-cidr-tools", title: "fast-cidr-tools parse + that sweep", run: byFastCidrTools, library: true },
  { id: "ipaddr.js", title: "ipaddr.js parseCIDR + that sweep", run: byIpaddr, library: true },
  { id: "ipaddr-pairs", title: "ipaddr.js, every two", run: pairsOfIpaddr, most: 1_000 },
  {
    id: "cidr-tools-pairs",
    title: "cidr-tools overlapCidr, every two",
    run: (blocks) => pairwise(blocks, overlapCidr),
    most: 1_000,
  },
];
