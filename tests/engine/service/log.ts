// What was asked and how it was answered. Secrets are never written down, and old entries give way to new ones.
import { isObject, parseJson } from "./fields";
import type { Subject } from "./routes";

export interface Entry {
  /** Counts from 1, also when the entries before it are gone. */
  readonly number: number;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly kind: Subject;
  readonly organization?: string | undefined;
  /** The body as JSON, with `(secret)` in place of secrets; absent if there was none or it could not be read. */
  readonly body?: unknown;
  /** The status of the answer, or that the connection was dropped instead. */
  readonly status: number | "dropped";
  /** The mode of the fault that was injected. */
  readonly fault?: string | undefined;
  /** A mistake of the service itself, with its stack. */
  readonly bug?: string | undefined;
}

/** Texts may be as long as a client likes; the log keeps this much of them. */
const LONGEST_PATH = 512;
const LONGEST_ORGANIZATION = 64;
const LONGEST_BODY = 4096;

/** The beginning of a text, copied: a mere slice would keep all of it in memory. */
function shortened(text: string, length: number): string {
  return text.length <= length ? text : Buffer.from(text.slice(0, length)).toString();
}

export class RequestLog {
  #entries: Entry[] = [];
  #count = 0;

  /** `limit`: how many entries are kept at least; up to a quarter more can be there. */
  constructor(private readonly limit: number) {}

  /** The newest entries, the oldest of them first. */
  entries(): readonly Entry[] {
    return this.#entries.slice(-this.limit);
  }

  clear(): void {
    this.#entries = [];
  }

  add(entry: Omit<Entry, "number">): void {
    this.#count += 1;
    const path = shortened(entry.path, LONGEST_PATH);
    const organization = entry.organization && shortened(entry.organization, LONGEST_ORGANIZATION);
    this.#entries.push({ number: this.#count, ...entry, path, organization });
    if (this.#entries.length > this.limit * 1.25) this.#entries = this.entries().slice();
  }
}

const SECRET = "(secret)";
const SECRET_NAME = /key|token|secret|password|credential/i;

/** What of an integration is no secret. The rest of it is one, under whatever name it was sent. */
const OPEN = new Set(
  "sink source channelId channel_id service user gcpProjectId logId groupName group_name namespace region clusterIds".split(
    " ",
  ),
);

/** A body as it may be written down; undefined if there is none or it is not JSON. */
export function withoutSecrets(kind: Subject, text: string): unknown {
  if (kind === "token" || text === "") return undefined;
  if (text.length > LONGEST_BODY) return `(${text.length} characters)`;
  const body = parseJson(text);
  if (kind !== "integration" || body === undefined) return redacted(body, 0);
  if (!isObject(body)) return SECRET;
  const description = typeof body.description === "string" ? { description: body.description } : {};
  if (!("data" in body)) return description;
  return { ...description, data: isObject(body.data) ? mapped(body.data, openValue) : SECRET };
}

function openValue(key: string, value: unknown): unknown {
  const isText = typeof value === "string" || (Array.isArray(value) && value.every((part) => typeof part === "string"));
  return OPEN.has(key) && isText ? value : SECRET;
}

/** Bodies of the interface are flat; what is deeper is no use to anyone. */
const DEEPEST = 4;

function redacted(value: unknown, depth: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth === DEEPEST) return "(more)";
  if (Array.isArray(value)) return value.map((part) => redacted(part, depth + 1));
  return mapped(value as Record<string, unknown>, (key, part) =>
    SECRET_NAME.test(key) ? SECRET : redacted(part, depth + 1),
  );
}

function mapped(object: Record<string, unknown>, change: (key: string, value: unknown) => unknown): unknown {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(key, value)]));
}
