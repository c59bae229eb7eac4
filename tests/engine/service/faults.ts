// Faults: what can go wrong between a client and the service, on request.
import type { Drift } from "./drift";
import { isObject } from "./fields";
import { SUBJECTS } from "./routes";

/** What a fault does to a request that it applies to. */
export type Mode =
  /** Nothing is done; the answer is a problem document with `status`, `title`, `detail` and `fields`. */
  | "problem"
  /** Nothing is done; the answer is a page of a gateway, with `status`. */
  | "html"
  /** Nothing is done; the answer is empty, with `status`. */
  | "empty"
  /** Nothing is done; the connection is dropped. */
  | "drop"
  /** The work is done, then the connection is dropped; with `status`, a problem document is answered instead. */
  | "lost"
  /** The work is done; the answer comes after `milliseconds`. */
  | "slow"
  /** The work is done; the answer has another `status`, or another `body`. */
  | "status"
  /** The work is done; what it starts ends as `defunct`. */
  | "defunct"
  /** The work is done; what it starts never ends. */
  | "stuck"
  /** Before the work is done (after it, for a create), the thing is changed or deleted behind the client's back. */
  | "drift";

export interface Fault extends Drift {
  readonly mode: Mode;
  /** Only requests with this method. */
  readonly method?: string | undefined;
  /** Only requests about this: a kind, `resize`, `upgrade`, `expand`, `credentials`, `token`, `unknown`. Absent: all but tokens. */
  readonly kind?: string | undefined;
  /** Only requests with this text in their path or body. */
  readonly match?: string | undefined;
  /** Only requests of this organization. */
  readonly organization?: string | undefined;
  /** How many matching requests pass unharmed first; 0 if absent. */
  readonly skip?: number | undefined;
  /** How many requests it applies to; 1 if absent. */
  readonly times?: number | "always" | undefined;
  readonly status?: number | undefined;
  readonly title?: string | undefined;
  readonly detail?: string | undefined;
  readonly fields?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | undefined;
  readonly milliseconds?: number | undefined;
}

/** What a fault is held against. */
export interface Candidate {
  readonly method: string;
  readonly kind: string;
  readonly organization: string | undefined;
  readonly path: string;
  readonly body: string;
}

interface Waiting {
  readonly id: number;
  readonly fault: Fault;
  skip: number;
  left: number;
}

/** A fault that has requests left to apply to. */
export interface ListedFault {
  readonly id: number;
  readonly fault: Fault;
  readonly left: number | "always";
}

export class Faults {
  #waiting: Waiting[] = [];
  #count = 0;

  /** Adds a fault and returns its id. Throws a TypeError for a fault that could never apply. */
  add(fault: Fault): number {
    const checked = checkedFault(fault);
    this.#count += 1;
    const left = checked.times === "always" ? Number.POSITIVE_INFINITY : (checked.times ?? 1);
    this.#waiting.push({ id: this.#count, fault: checked, skip: checked.skip ?? 0, left });
    return this.#count;
  }

  list(): ListedFault[] {
    return this.#waiting.map(({ id, fault, left }) => ({ id, fault, left: Number.isFinite(left) ? left : "always" }));
  }

  remove(id: number): void {
    this.#waiting = this.#waiting.filter((waiting) => waiting.id !== id);
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The first fault that applies to a request, which is thereby used up once. */
  take(candidate: Candidate): Fault | undefined {
    for (const waiting of this.#waiting) {
      if (!applies(waiting.fault, candidate)) continue;
      if (waiting.skip > 0) {
        waiting.skip -= 1;
        continue;
      }
      waiting.left -= 1;
      if (waiting.left === 0) this.remove(waiting.id);
      return waiting.fault;
    }
    return undefined;
  }
}

/** What can be done to a cluster by a PUT. */
const COMMANDS = ["resize", "upgrade", "expand"];
const WITH_STATES = ["network", "peering", "cluster", "replicaset", ...COMMANDS];

/** These can only happen to what takes a while; without a method they wait for a create or a command. */
const isMishap = ({ mode }: Fault): boolean => mode === "defunct" || mode === "stuck";

function applies(fault: Fault, { method, kind, organization, path, body }: Candidate): boolean {
  if (isMishap(fault) && !WITH_STATES.includes(kind)) return false;
  const wanted =
    isMishap(fault) && fault.method === undefined ? (COMMANDS.includes(kind) ? "PUT" : "POST") : fault.method;
  if (wanted !== undefined && wanted !== method) return false;
  if (fault.kind === undefined ? kind === "token" : fault.kind !== kind) return false;
  if (fault.organization !== undefined && fault.organization !== organization) return false;
  return fault.match === undefined || path.includes(fault.match) || body.includes(fault.match);
}

const anyText = (value: unknown): boolean => typeof value === "string";
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 1;
const isStatus = (value: unknown): boolean => isCount(value) && (value as number) >= 200 && (value as number) <= 599;
const isTexts = (value: unknown): boolean => isObject(value) && Object.values(value).every(anyText);

/** What each property of a fault must be. */
const CHECKS: ReadonlyMap<string, readonly [(value: unknown) => boolean, string]> = new Map([
  ["mode", [(mode: unknown) => anyText(mode) && MODES.has(mode as string), "one of the modes"]],
  ["method", [anyText, "a string"]],
  ["kind", [(kind: unknown) => anyText(kind) && SUBJECTS.has(kind as string), "one of the kinds"]],
  ["match", [anyText, "a string"]],
  ["organization", [anyText, "a string"]],
  ["skip", [(skip: unknown) => skip === 0 || isCount(skip), "an integer of at least 0"]],
  ["times", [(times: unknown) => times === "always" || isCount(times), "an integer of at least 1, or always"]],
  ["status", [isStatus, "an HTTP status from 200 to 599"]],
  ["title", [anyText, "a string"]],
  ["detail", [anyText, "a string"]],
  ["fields", [isTexts, "an object of strings"]],
  ["body", [anyText, "a string"]],
  ["milliseconds", [isCount, "an integer of at least 1"]],
  ["set", [isObject, "an object"]],
  ["vanish", [(vanish: unknown) => typeof vanish === "boolean", "a boolean"]],
]);

const COMMON = ["mode", "method", "kind", "match", "organization", "skip", "times"];

/** What each mode understands besides what they have in common. */
const MODES: ReadonlyMap<string, readonly string[]> = new Map<Mode, readonly string[]>([
  ["problem", ["status", "title", "detail", "fields"]],
  ["html", ["status"]],
  ["empty", ["status"]],
  ["drop", []],
  ["lost", ["status", "title", "detail", "fields"]],
  ["slow", ["milliseconds"]],
  ["status", ["status", "body"]],
  ["defunct", []],
  ["stuck", []],
  ["drift", ["set", "vanish"]],
]);

/** A copy of a fault; throws a TypeError if anything in it would have no effect. */
function checkedFault(fault: unknown): Fault {
  if (!isObject(fault)) throw new TypeError("a fault must be an object");
  const given = Object.entries(fault).filter(([, value]) => value !== undefined);
  for (const [key, value] of [["mode", fault.mode] as const, ...given]) {
    const check = CHECKS.get(key);
    if (check === undefined) throw new TypeError(`unknown property ${key} of a fault`);
    if (!check[0](value)) throw new TypeError(`${key} of a fault must be ${check[1]}`);
  }
  const understood = [...COMMON, ...MODES.get(fault.mode as string)!];
  for (const [key] of given)
    if (!understood.includes(key)) throw new TypeError(`${key} has no effect in a fault of mode ${fault.mode}`);
  const checked = fault as unknown as Fault;
  if (isMishap(checked) && checked.kind !== undefined && !WITH_STATES.includes(checked.kind))
    throw new TypeError(`${checked.kind} has no states that a fault of mode ${checked.mode} could change`);
  return structuredClone(Object.fromEntries(given)) as unknown as Fault;
}
