// Time and identity. Nothing else in the service looks at a clock or draws a random number.
import { createHash, randomBytes } from "node:crypto";

/** The time and the ids of one organization. */
export interface Timeline {
  /** A request that writes is about to be carried out. */
  tick(): void;
  /** Milliseconds since 1970. */
  now(): number;
  /** The next id. */
  id(): string;
  /** Lets time pass. */
  advance(seconds: number): void;
}

/** Makes the timeline of an organization when it is first seen. */
export type Timelines = (organization: string) => Timeline;

/** A point in time as the service writes it: in UTC, without fractions of a second. */
export function timestamp(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

const START = Date.UTC(2026, 0, 1);

/**
 * Each writing request takes one second, and ids count up, so that the same calls get the same bytes. Organizations do
 * not share a timeline: two that are used at the same time do not disturb each other.
 */
export const countedTimelines: Timelines = (organization) => {
  let milliseconds = START;
  const ids = countedIds(createHash("sha256").update(organization).digest().subarray(0, 5), 0);
  return {
    tick: () => void (milliseconds += 1000),
    now: () => milliseconds,
    id: () => ids(milliseconds),
    advance: (seconds) => void (milliseconds += seconds * 1000),
  };
};

/** The clock of the machine, and ids that no other run has. */
export const realTimelines: Timelines = () => {
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  const ids = countedIds(randomBytes(5), randomBytes(3).readUIntBE(0, 3));
  return {
    tick: () => undefined,
    now,
    id: () => ids(now()),
    advance: (seconds) => void (ahead += seconds * 1000),
  };
};

const DIGITS = "0123456789abcdefghijklmnopqrstuv";

/** Ids of the xid form: 4 bytes of time, 5 of machine and process, 3 of a counter, as 20 digits of base 32. */
function countedIds(origin: Uint8Array, first: number): (milliseconds: number) => string {
  let counter = first;
  return (milliseconds) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt32BE(Math.floor(milliseconds / 1000) >>> 0, 0);
    bytes.set(origin, 4);
    counter = (counter + 1) & 0xffffff;
    bytes.writeUIntBE(counter, 9, 3);
    return base32(bytes);
  };
}

function base32(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let pending = 0;
  for (const byte of bytes) {
    pending = (pending << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += DIGITS[(pending >> bits) & 31];
      pending &= (1 << bits) - 1;
    }
  }
  return text + DIGITS[(pending << (5 - bits)) & 31];
}
