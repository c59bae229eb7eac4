// The service without a network: a request in, an answer out. Time and ids come from outside.
import { Call, type Reply, type Rules } from "./call";
import { applyDrift, type Drift } from "./drift";
import { type Fault, Faults } from "./faults";
import { Fields, isObject, readBody } from "./fields";
import { RequestLog, withoutSecrets } from "./log";
import { internal, notFound, Problem, problemBody } from "./problem";
import { findRoute, type Match, type Subject } from "./routes";
import { Store } from "./store";
import type { Kind, Thing } from "./things";
import type { Timeline, Timelines } from "./timeline";
import { expectToken, issueToken } from "./tokens";

export interface Request {
  readonly method: string;
  /** The path with its query, as it stands in the request line. */
  readonly target: string;
  readonly authorization?: string | undefined;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  /** How long to wait before it is sent. */
  readonly milliseconds?: number | undefined;
  /** It is not sent: the connection is dropped. */
  readonly dropped?: boolean | undefined;
}

export interface Settings extends Rules {
  /** How many reads show a change on its way; with 0 it is over at once. */
  readonly polls: number;
  /** How many deleted things of an organization can still be read. */
  readonly deletedKept: number;
  /** How many requests the log keeps. */
  readonly logKept: number;
  readonly timelines: Timelines;
}

/** A thing as it is kept, for whoever looks behind the interface. */
export interface Snapshot {
  readonly organization: string;
  readonly kind: Kind;
  readonly id: string;
  readonly projectId: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export class Service {
  readonly faults = new Faults();
  readonly log: RequestLog;
  polls: number;
  readonly #store: Store;
  readonly #settings: Settings;
  /** The time of tokens, which belong to no organization. */
  readonly #timeline: Timeline;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#store = new Store(settings.timelines, settings.deletedKept);
    this.#timeline = settings.timelines("");
    this.log = new RequestLog(settings.logKept);
    this.polls = settings.polls;
  }

  /** Answers any request. It never throws: a mistake of its own is a problem document too, and noted in the log. */
  answer(request: Request): Answer {
    const { method, body } = request;
    const path = pathOf(request.target);
    const match = isTokenPath(path) ? undefined : findRoute(method, path);
    const kind: Subject = isTokenPath(path) ? "token" : (match?.route.subject ?? "unknown");
    const organization = match?.names.get("organization");
    const fault = this.faults.take({ method, kind, organization, path, body });
    const outcome = this.#outcome(request, path, match, fault);
    this.log.add({
      method,
      path,
      kind,
      organization,
      body: withoutSecrets(kind, body),
      status: outcome.answer.dropped ? "dropped" : outcome.answer.status,
      fault: fault?.mode,
      bug: outcome.bug,
    });
    return outcome.answer;
  }

  #outcome(request: Request, path: string, match: Match | undefined, fault: Fault | undefined): Outcome {
    const instead = fault === undefined ? undefined : answerInstead(fault, path);
    if (instead !== undefined) return { answer: instead };
    let outcome: Outcome;
    try {
      if (fault?.mode === "drift" && request.method !== "POST") this.#driftTarget(match, fault);
      const reply = this.#reply(request, path, match, fault);
      if (fault?.mode === "drift" && request.method === "POST") this.#driftTarget(match, fault, idOf(reply));
      outcome = { answer: answerOf(reply) };
    } catch (error) {
      if (error instanceof Problem) outcome = { answer: problemAnswer(error, path) };
      else
        outcome = {
          answer: problemAnswer(internal(`a mistake of the service: ${String(error)}`), path),
          bug: stackOf(error),
        };
    }
    return fault === undefined ? outcome : { ...outcome, answer: answerAfter(outcome.answer, fault, path) };
  }

  #reply({ method, authorization, body }: Request, path: string, match: Match | undefined, fault?: Fault): Reply {
    if (isTokenPath(path) && method === "POST")
      return issueToken(path, new URLSearchParams(body), this.#timeline.now());
    if (match === undefined) throw notFound("there is no such route");
    expectToken(authorization);
    const { route, names } = match;
    const organization = this.#store.open(names.get("organization")!);
    if (method !== "GET") organization.timeline.tick();
    const mishap = fault?.mode === "defunct" || fault?.mode === "stuck" ? fault.mode : undefined;
    const named = { project: names.get("project"), id: names.get("id") };
    const pace = { polls: this.polls, mishap };
    return route.handle(
      new Call(organization, named, new Fields(hasBody(method) ? readBody(body) : {}), this.#settings, pace),
    );
  }

  /** All things of all organizations, or of one. */
  state(organization?: string): Snapshot[] {
    const snapshots: Snapshot[] = [];
    for (const { id, things } of this.#each(organization))
      for (const thing of things) snapshots.push(snapshotOf(id, thing));
    return snapshots;
  }

  /**
   * Changes or deletes a thing behind the back of the clients. Returns whether there is such a thing, and throws a
   * TypeError if it has no such properties.
   */
  drift(id: string, drift: Drift, kind?: Kind): boolean {
    for (const organization of this.#store.organizations()) {
      const found = organization.all().find((thing) => thing.id === id && thing.kind === (kind ?? thing.kind));
      if (found === undefined) continue;
      applyDrift(organization, found, drift);
      return true;
    }
    return false;
  }

  #driftTarget(match: Match | undefined, drift: Drift, id?: string): void {
    const target = id ?? match?.names.get("id") ?? match?.names.get("project");
    const kind = match?.route.subject === "replicaset" ? "replicaset" : undefined;
    if (target !== undefined) this.drift(target, drift, kind);
  }

  /** Lets time pass for all organizations. */
  advance(seconds: number): void {
    for (const organization of this.#store.organizations()) organization.timeline.advance(seconds);
  }

  /** Forgets all things, faults and requests. */
  reset(): void {
    this.#store.clear();
    this.faults.clear();
    this.log.clear();
    this.polls = this.#settings.polls;
  }

  *#each(wanted?: string): Iterable<{ id: string; things: Thing[] }> {
    for (const organization of this.#store.organizations())
      if (wanted === undefined || organization.id === wanted) yield { id: organization.id, things: organization.all() };
  }
}

interface Outcome {
  readonly answer: Answer;
  readonly bug?: string;
}

function snapshotOf(organization: string, { kind, id, projectId, wire }: Thing): Snapshot {
  return { organization, kind, id, projectId, properties: structuredClone({ ...wire }) };
}

/** The path of a request target, which can be a whole URL. */
export function pathOf(target: string): string {
  const path = target.replace(/^https?:\/\/[^/?#]*/i, "");
  return path.split(/[?#]/, 1)[0] || "/";
}

function isTokenPath(path: string): boolean {
  return path === "/oauth/token" || path === "/oauth2/token";
}

/** Some clients send an empty object where the interface has no body. */
function hasBody(method: string): boolean {
  return method === "POST" || method === "PUT";
}

function idOf({ body }: Reply): string | undefined {
  return isObject(body) && typeof body.id === "string" ? body.id : undefined;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const JSON_TYPE = "application/json";

function answerOf({ status, body }: Reply): Answer {
  return { status, type: JSON_TYPE, body: body === undefined ? "" : JSON.stringify(body) };
}

/** The answer to a request that could not be carried out. */
export function problemAnswer(problem: Problem, path: string): Answer {
  return { status: problem.status, type: "application/problem+json", body: problemBody(problem, path) };
}

const PAGE = "<!DOCTYPE html><html><head><title>Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>";

/** What a fault answers in place of any work. */
function answerInstead(fault: Fault, path: string): Answer | undefined {
  switch (fault.mode) {
    case "problem":
      return problemOf(fault, path);
    case "html":
      return { status: fault.status ?? 502, type: "text/html", body: PAGE };
    case "empty":
      return { status: fault.status ?? 500, type: JSON_TYPE, body: "" };
    case "drop":
      return { status: 0, type: JSON_TYPE, body: "", dropped: true };
    default:
      return undefined;
  }
}

/** What a fault makes of an answer when the work is done. */
function answerAfter(answer: Answer, fault: Fault, path: string): Answer {
  switch (fault.mode) {
    case "lost":
      return fault.status === undefined ? { ...answer, dropped: true } : problemOf(fault, path);
    case "slow":
      return { ...answer, milliseconds: fault.milliseconds ?? 1000 };
    case "status":
      return { ...answer, status: fault.status ?? answer.status, body: fault.body ?? answer.body };
    default:
      return answer;
  }
}

function problemOf({ status, title, detail, fields }: Fault, path: string): Answer {
  const lines = new Map(Object.entries(fields ?? {}));
  const problem = new Problem(status ?? 500, title ?? "Injected fault", detail ?? "a fault was asked for", lines);
  return problemAnswer(problem, path);
}
